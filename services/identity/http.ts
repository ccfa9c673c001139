import type { Ports, WorkerRuntime } from '@spark-den/service-kit';
import type { FastifyInstance, FastifyPluginAsync, RouteHandlerMethod } from 'fastify';
import type Provider from 'oidc-provider';
import type { IdentityDatabase } from './database.ts';
import { createProvider } from './oidc/create-provider.ts';
import { sessionBridge } from './oidc/session-bridge.ts';
import { loadSigningKeys } from './oidc/signing-keys.ts';
import type { PermissionCatalogue } from './roles/catalogue.ts';
import { registerSignIn } from './sign-in/routes.ts';
import { SignIn } from './sign-in/sign-in.ts';

const HEADERS: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  // not `no-referrer`: browsers would send the form of the sign-in page with `Origin: null`
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The OpenID provider and the sign-in pages, beside the service's operations on its port. */
export const identityHttp =
  (catalogue: () => PermissionCatalogue) =>
  (ports: Ports, runtime: WorkerRuntime<IdentityDatabase>): FastifyPluginAsync =>
  async app => {
    const bridge = sessionBridge(ports, runtime, catalogue);
    const { relayDb: db } = runtime;
    const clock = ports.systemClock;
    let made: Promise<Provider> | undefined;
    const provider = () =>
      (made ??= loadSigningKeys({ db, cipher: ports.cipher, clock }).then(keys =>
        createProvider({
          settings: ports.settings,
          keys,
          sessions: bridge,
          adapter: { db, clock, onGrantRevoked: uids => bridge.endByProvider(uids) },
        }),
      ));
    app.addHook('onRequest', async (_request, reply) => {
      for (const [name, value] of Object.entries(HEADERS)) reply.raw.setHeader(name, value);
    });
    await app.register(async pages =>
      registerSignIn(pages, { ports, provider, signIn: new SignIn(db, ports) }),
    );
    await app.register(async protocol => registerProtocol(protocol, provider));
  };

/** Hands the raw request to the provider, which reads bodies itself. */
function registerProtocol(app: FastifyInstance, provider: () => Promise<Provider>): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const handler: RouteHandlerMethod = async (request, reply) => {
    const callback = (await provider()).callback();
    reply.raw.setHeader(
      'content-security-policy',
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    reply.hijack();
    await callback(request.raw, reply.raw);
  };
  app.all('/oauth/*', handler);
  app.get('/.well-known/openid-configuration', handler);
}
