import type { Portal } from '@spark-den/contracts/identity/types';
import type { Ports } from '@spark-den/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { portalOfClient } from '../oidc/clients.ts';
import { totpUri } from '../second-factor/totp.ts';
import { messagePage, signInPage } from './page.ts';
import type { Attempt, Outcome, SignIn } from './sign-in.ts';

const FONT = createRequire(import.meta.url).resolve(
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
);
let font: Promise<Buffer> | undefined;

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;
interface Parts {
  readonly ports: Ports;
  readonly provider: () => Promise<Provider>;
  readonly signIn: SignIn;
}

/** The pages between the portal's request to sign in and its answer. */
export function registerSignIn(app: FastifyInstance, parts: Parts): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 8_192 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
  app.get('/sign-in/inter.woff2', async (_request, reply) =>
    reply
      .type('font/woff2')
      .header('cache-control', 'public, max-age=86400')
      .send(await (font ??= readFile(FONT))),
  );
  app.get('/sign-in/:uid', async (request, reply) => {
    const interaction = await openInteraction(parts, request, reply);
    if (!interaction) return reply;
    return showStep(parts, request, reply, interaction, { kind: 'ask', step: 'password' });
  });
  app.post('/sign-in/:uid', async (request, reply) => {
    if (request.headers.origin !== new URL(parts.ports.settings.identityUrl).origin)
      return expired(parts, reply);
    const interaction = await openInteraction(parts, request, reply);
    if (!interaction) return reply;
    const outcome = await submit(
      parts.signIn,
      attemptOf(request, interaction),
      request.body as Record<string, string>,
    );
    if (outcome.kind === 'ask') return showStep(parts, request, reply, interaction, outcome);
    return reply.redirect(await finish(parts, interaction, outcome), 303);
  });
}

function submit(signIn: SignIn, attempt: Attempt, form: Readonly<Record<string, string>>): Promise<Outcome> {
  switch (form.step) {
    case 'code':
      return signIn.submitCode(attempt, form.code ?? '');
    case 'new-password':
      return signIn.submitNewPassword(attempt, form.password ?? '', form.repeated ?? '');
    case 'enrol':
      return signIn.submitEnrolment(attempt, form.code ?? '');
    default:
      return signIn.submitPassword(attempt, form.email ?? '', form.password ?? '');
  }
}

/** The provider's interaction of this browser: its cookie decides, so nobody ends a sign-in that another began. */
async function openInteraction(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Interaction | undefined> {
  const provider = await parts.provider();
  try {
    const interaction = await provider.interactionDetails(request.raw, reply.raw);
    if (interaction.uid === (request.params as { uid: string }).uid) return interaction;
  } catch {
    // no such interaction, or not of this browser
  }
  await expired(parts, reply);
  return undefined;
}

/** Every sign-in gets a session of the provider of its own, so that none can be planted beforehand. */
async function finish(
  parts: Parts,
  interaction: Interaction,
  outcome: Extract<Outcome, { kind: 'done' }>,
): Promise<string> {
  const provider = await parts.provider();
  const earlier = interaction.session?.cookie;
  if (earlier) await (await provider.Session.find(earlier))?.destroy();
  interaction.session = undefined;
  const login = { accountId: outcome.accountId, amr: [...outcome.amr], sessionId: outcome.sessionId };
  interaction.result = { login };
  await interaction.persist();
  return interaction.returnTo;
}

async function showStep(
  { ports, signIn }: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  interaction: Interaction,
  outcome: Extract<Outcome, { kind: 'ask' }>,
): Promise<FastifyReply> {
  const attempt = attemptOf(request, interaction);
  const enrolment = outcome.step === 'enrol' ? await signIn.enrolmentSecret(attempt) : undefined;
  const email = (request.body as { email?: string } | undefined)?.email;
  const nonce = randomBytes(16).toString('base64');
  const page = signInPage({
    nonce,
    action: `/sign-in/${interaction.uid}`,
    portal: portalOf(interaction),
    step: outcome.step,
    problem: outcome.problem,
    email: outcome.step === 'password' ? email : undefined,
    secondFactor: await signIn.policy(),
    enrolment: enrolment && { secret: enrolment.secret, uri: totpUri(enrolment.secret, enrolment.email) },
  });
  const status = outcome.problem === 'too_many' ? 429 : 200;
  if (status === 429) void reply.header('retry-after', '60');
  return html(ports, reply.code(status), nonce, page);
}

function expired({ ports }: Parts, reply: FastifyReply): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const page = messagePage(
    nonce,
    'This sign-in is over',
    'It took too long, or it was begun in another window.',
    {
      href: ports.settings.pmsUrl,
      label: 'Start again',
    },
  );
  return html(ports, reply.code(400), nonce, page);
}

function html(ports: Ports, reply: FastifyReply, nonce: string, page: string): FastifyReply {
  const { pmsUrl, clinicalUrl } = ports.settings;
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    "font-src 'self'",
    // The answer to the form redirects to the portal that asked.
    `form-action 'self' ${new URL(pmsUrl).origin} ${new URL(clinicalUrl).origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy.join('; '))
    .send(page);
}

function attemptOf(request: FastifyRequest, interaction: Interaction): Attempt {
  return {
    interaction: interaction.uid,
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    requestId: request.id,
  };
}

function portalOf(interaction: Interaction): Portal {
  return portalOfClient(interaction.params.client_id as string | undefined) ?? 'pms';
}
