import websocket from '@fastify/websocket';
import type { Portal } from '@spark-den/contracts/identity/types';
import type { ServiceContract } from '@spark-den/contracts/operation';
import { openApiDocument, registerOperations, type Credential, type Ports } from '@spark-den/service-kit';
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { apiPage } from './docs/api-page.ts';
import { CLOSED_POLICY, plainPolicy, SECURITY_HEADERS } from './edge/headers.ts';
import { limit } from './edge/limit.ts';
import { RateLimiter, type RateLimits } from './edge/rate-limiter.ts';
import { LiveHub } from './live/hub.ts';
import { registerPortalFiles } from './portals/files.ts';
import { identityClient } from './session/identity-client.ts';
import { registerSession } from './session/routes.ts';
import { TokenReader } from './session/token-reader.ts';
import { registerWebhooks } from './webhooks/routes.ts';

export interface EdgeOptions {
  readonly portal?: Portal;
}

const API = '/api/v1';
/** Headers by which services trust each other; nobody outside may send them. */
const INTERNAL_HEADERS = ['x-service-token', 'x-source-token'];

/** The edge of one portal: its files, its session, the API of all services, live updates, webhooks. */
export const edge =
  (ports: Ports, limits: RateLimits): FastifyPluginAsync<EdgeOptions> =>
  async (app, { portal = 'pms' }) => {
    const limiter = new RateLimiter(limits, () => performance.now());
    const identity = identityClient(ports);
    const tokens = new TokenReader(ports, identity, portal);
    const hub = new LiveHub({ ports, portal, identity, tokens });

    app.removeContentTypeParser('text/plain');
    app.addHook('onRequest', async (request, reply) => {
      void reply.headers({
        ...SECURITY_HEADERS,
        'content-security-policy': CLOSED_POLICY,
        'cache-control': 'no-store',
      });
      void reply.header('x-request-id', request.id);
      for (const name of INTERNAL_HEADERS) delete request.headers[name];
      limit(limiter, reply, 'address', request.ip);
    });

    const bearer = bearerOf(portal);
    for (const contract of ports.directory.contracts) {
      registerOperations(app, withoutInternal(contract), {
        prefix: API,
        credential: bearer,
        dispatch: ({ name }, call) => ports.directory.dispatch(name, call),
        before: async (operation, request, reply) => {
          const credential = bearer(request);
          const facts = credential.kind === 'bearer' ? await tokens.read(credential.token) : undefined;
          limit(limiter, reply, operation.rateClass, facts?.subject ?? request.ip);
        },
      });
    }
    registerDocs(app, ports);
    await app.register(async session =>
      registerSession(session, { ports, portal, identity, tokens, limiter }),
    );
    await app.register(async webhooks => registerWebhooks(webhooks, ports));
    await registerLive(app, ports, portal, hub);
    await registerPortalFiles(app, ports, portal);
  };

// The edge's headers belong on every answer of its port, also where no route of its own answers.
export const skipEncapsulation = <T extends FastifyPluginAsync<EdgeOptions>>(plugin: T): T =>
  Object.assign(plugin, { [Symbol.for('skip-override')]: true });

function withoutInternal(contract: ServiceContract): ServiceContract {
  const operations = Object.entries(contract.operations).filter(
    ([, { permission }]) => permission !== 'internal',
  );
  return { ...contract, operations: Object.fromEntries(operations) };
}

function bearerOf(portal: Portal) {
  return (request: FastifyRequest): Credential => {
    const token = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')?.[1];
    return token ? { kind: 'bearer', token, portal } : { kind: 'none' };
  };
}

function registerDocs(app: FastifyInstance, ports: Ports): void {
  const { contracts } = ports.directory;
  let document: string | undefined;
  app.get(`${API}/openapi.json`, (_, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .send((document ??= JSON.stringify(openApiDocument(contracts)))),
  );
  app.get('/api/docs', (_, reply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', plainPolicy(nonce))
      .send(apiPage(contracts, nonce));
  });
}

async function registerLive(app: FastifyInstance, ports: Ports, portal: Portal, hub: LiveHub): Promise<void> {
  const own = new URL(portal === 'pms' ? ports.settings.pmsUrl : ports.settings.clinicalUrl).origin;
  await app.register(websocket, { options: { maxPayload: 8_192 } });
  app.addHook('onReady', async () => hub.start());
  app.addHook('preClose', async () => hub.stop());
  await app.register(async live => {
    live.get(
      '/ws',
      {
        websocket: true,
        // Browsers send their page's origin; a page of another site gets no socket.
        preValidation: async (request, reply) => {
          if (request.headers.origin !== own) await reply.code(403).send();
        },
      },
      socket => hub.accept(socket),
    );
  });
}
