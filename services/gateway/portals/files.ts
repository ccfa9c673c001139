import type { Portal } from '@spark-den/contracts/identity/types';
import type { Ports } from '@spark-den/service-kit';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pagePolicy } from '../edge/headers.ts';
import { plainPage } from '../edge/plain-page.ts';
import { registerAssets } from './assets.ts';

/** The built files of a portal; every other path is a page of the portal, which its own router reads. */
export async function registerPortalFiles(app: FastifyInstance, ports: Ports, portal: Portal): Promise<void> {
  const folder = fileURLToPath(new URL(`../../../apps/${portal}-portal/dist/`, import.meta.url));
  const page = new IndexPage(`${folder}index.html`);
  await registerAssets(app, folder);
  app.get('/*', async (request, reply) => {
    const own = new URL(portal === 'pms' ? ports.settings.pmsUrl : ports.settings.clinicalUrl);
    // One address per portal: sign-in returns there, and cookies belong to it.
    if (request.headers.host !== own.host) return reply.redirect(new URL(request.url, own).toString(), 307);
    return sendPage(reply, await page.text(), ports, portal);
  });
}

function sendPage(
  reply: FastifyReply,
  template: string | undefined,
  ports: Ports,
  portal: Portal,
): FastifyReply {
  if (template === undefined) {
    return plainPage(reply.code(503), {
      title: 'This portal is not built yet',
      text: 'Start the system with npm start, which builds it.',
    });
  }
  const nonce = randomBytes(16).toString('base64');
  const html = template
    .replace(
      '<meta name="csp-nonce" content="" />',
      `<meta name="csp-nonce" property="csp-nonce" nonce="${nonce}" content="${nonce}" />`,
    )
    .replace(/<(script|style|link rel="(?:stylesheet|modulepreload)")(?=[\s>])/g, `<$1 nonce="${nonce}"`);
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', pagePolicy(nonce, portal, ports.settings))
    .send(html);
}

/** The page as it was built, read again when it was built anew. */
class IndexPage {
  readonly #file: string;
  #known: { readonly text: string; readonly changed: number } | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  async text(): Promise<string | undefined> {
    try {
      const { mtimeMs } = await stat(this.#file);
      if (this.#known?.changed !== mtimeMs) {
        this.#known = { text: await readFile(this.#file, 'utf8'), changed: mtimeMs };
      }
      return this.#known.text;
    } catch {
      return undefined;
    }
  }
}
