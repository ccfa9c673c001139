import { clientIdOf, type Portal } from '@spark-den/contracts/identity/types';
import { AppError } from '@spark-den/kernel';
import { derivedSecret, type Ports } from '@spark-den/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { plainPage } from '../edge/plain-page.ts';
import type { RateLimiter } from '../edge/rate-limiter.ts';
import { limit } from '../edge/limit.ts';
import { PortalCookies } from './cookies.ts';
import type { Identity } from './identity-client.ts';
import { OidcClient, type SignInAttempt, type TokenSet } from './oidc-client.ts';
import { Refresher } from './refresher.ts';
import { isSameOrigin, localPath } from './same-origin.ts';
import type { TokenReader } from './token-reader.ts';

const HOUR = 3_600;
const SESSION_COOKIE_SECONDS = 24 * HOUR;
const ATTEMPT_SECONDS = 600;

interface SessionParts {
  readonly ports: Ports;
  readonly portal: Portal;
  readonly identity: Identity;
  readonly tokens: TokenReader;
  readonly limiter: RateLimiter;
}

/** Signing in and out of a portal. The browser's script sees access tokens only, never a refresh token. */
export function registerSession(app: FastifyInstance, parts: SessionParts): void {
  const { ports, portal } = parts;
  const client = new OidcClient(ports, portal);
  const refresher = new Refresher(client);
  const cookies = new PortalCookies({
    portal,
    secure: client.portalUrl.startsWith('https:'),
    key: derivedSecret(ports.settings, `sign-in cookie of ${portal}`),
  });

  app.addHook('preHandler', async (request, reply) => {
    limit(parts.limiter, reply, 'auth', cookies.read(request.headers.cookie, 'session') ?? request.ip);
  });

  app.get('/session/login', async (request, reply) => {
    const query = request.query as Record<string, unknown>;
    const attempt = OidcClient.newAttempt(localPath(query.return));
    const cookie = cookies.set(attemptName(attempt.state), cookies.seal(attempt), {
      // Lax, since the way back from the provider may count as coming from another site.
      sameSite: 'Lax',
      maxAgeSeconds: ATTEMPT_SECONDS,
    });
    return reply
      .header('set-cookie', cookie)
      .redirect(client.authorizationUrl(attempt, { again: query.prompt === 'login' }));
  });

  app.get('/session/callback', async (request, reply) => {
    const { code, state, error } = request.query as Record<string, unknown>;
    const attempt = typeof state === 'string' ? openAttempt(cookies, request, state) : undefined;
    if (error === 'access_denied') return closedPortal(reply, ports, portal);
    if (!attempt || typeof code !== 'string') return reply.redirect('/session/login?return=/');
    const tokens = await client.redeem(code, attempt);
    if (!tokens || !(await isOurs(parts.tokens, portal, tokens, attempt)))
      return reply.redirect('/session/login?return=/');
    return reply
      .header('set-cookie', [sessionCookie(cookies, tokens), cookies.clear(attemptName(attempt.state))])
      .redirect(attempt.returnPath);
  });

  app.post('/session/refresh', async (request, reply) => {
    requireSameOrigin(request, client.portalUrl);
    const refreshToken = cookies.read(request.headers.cookie, 'session');
    const tokens = refreshToken ? await refresher.refresh(refreshToken) : undefined;
    if (!tokens) {
      void reply.header('set-cookie', cookies.clear('session'));
      throw new AppError('unauthenticated', 'platform.sign_in_required');
    }
    return reply
      .header('set-cookie', sessionCookie(cookies, tokens))
      .send({ accessToken: tokens.accessToken, expiresIn: tokens.expiresIn });
  });

  app.post('/session/logout', async (request, reply) => {
    requireSameOrigin(request, client.portalUrl);
    const refreshToken = cookies.read(request.headers.cookie, 'session');
    if (refreshToken) await parts.identity.signOut({ refreshToken });
    return reply
      .header('set-cookie', cookies.clear('session'))
      .header('clear-site-data', '"cache", "storage"')
      .code(204)
      .send();
  });
}

/** Each attempt has a cookie of its own, so that two windows can sign in side by side. */
function attemptName(state: string): string {
  return `sign-in-${state.slice(0, 8)}`;
}

function openAttempt(
  cookies: PortalCookies,
  request: FastifyRequest,
  state: string,
): SignInAttempt | undefined {
  if (!/^[\w-]{43}$/.test(state)) return undefined;
  const sealed = cookies.read(request.headers.cookie, attemptName(state));
  const attempt = sealed ? (cookies.open(sealed) as SignInAttempt | undefined) : undefined;
  return attempt?.state === state ? attempt : undefined;
}

async function isOurs(
  tokens: TokenReader,
  portal: Portal,
  set: TokenSet,
  attempt: SignInAttempt,
): Promise<boolean> {
  const claims = await tokens.verify(set.idToken, clientIdOf(portal)).catch(() => undefined);
  return claims?.nonce === attempt.nonce;
}

function sessionCookie(cookies: PortalCookies, tokens: TokenSet): string {
  return cookies.set('session', tokens.refreshToken, {
    sameSite: 'Strict',
    maxAgeSeconds: SESSION_COOKIE_SECONDS,
  });
}

function requireSameOrigin(request: FastifyRequest, portalUrl: string): void {
  if (!isSameOrigin(request.headers, portalUrl)) throw new AppError('forbidden', 'platform.forbidden');
}

function closedPortal(reply: FastifyReply, ports: Ports, portal: Portal): FastifyReply {
  const { pmsUrl, clinicalUrl } = ports.settings;
  return plainPage(reply.code(403), {
    title: 'This portal is not open to you',
    text: 'Your roles do not include it. A practice administrator can change that.',
    link:
      portal === 'pms'
        ? { href: clinicalUrl, label: 'Clinical portal' }
        : { href: pmsUrl, label: 'Practice portal' },
  });
}
