import { AUDIENCES, type Portal } from '@spark-den/contracts/identity/types';
import type { Settings } from '@spark-den/service-kit';
import { hkdfSync, randomBytes } from 'node:crypto';
import Provider, {
  errors,
  interactionPolicy,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import type { JWK } from 'jose';
import { API_SCOPE, portalClients, portalOfAudience, portalOfClient } from './clients.ts';
import { messagePage } from '../sign-in/page.ts';
import { PostgresAdapter, type AdapterParts } from './postgres-adapter.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** The longest absolute session that a policy may allow. */
const LONGEST_SESSION = 24 * HOUR;
export const ACCESS_TOKEN_SECONDS = 5 * MINUTE;
export const INTERACTION_SECONDS = 10 * MINUTE;

/** What the protocol asks of the sessions, which are ours. */
export interface SessionBridge {
  /** Ties the session that a sign-in made to the provider's; only then do tokens come of it. */
  link(sessionId: string, providerUid: string): Promise<void>;
  /** The session behind the provider's one while it lives. */
  find(providerUid: string): Promise<{ readonly id: string; readonly accountId: string } | undefined>;
  /** Notes that the session entered a portal; false where the person's roles do not open it. */
  enter(sessionId: string, portal: Portal): Promise<boolean>;
}

interface ProviderParts {
  readonly settings: Settings;
  readonly keys: JWK[];
  readonly adapter: AdapterParts;
  readonly sessions: SessionBridge;
}

/** OpenID Connect for our two portals and nobody else: authorization code with PKCE, rotating refresh tokens. */
export function createProvider(parts: ProviderParts): Provider {
  const provider = new Provider(parts.settings.identityUrl, configuration(parts));
  // TLS ends at the proxy in front; without one, nothing that a client sends is believed.
  provider.proxy = parts.settings.identityUrl.startsWith('https:');
  return provider;
}

function configuration({ settings, keys, adapter, sessions }: ProviderParts): Configuration {
  const secure = settings.identityUrl.startsWith('https:');
  return {
    adapter: kind => new PostgresAdapter(kind, adapter),
    clients: portalClients(settings),
    jwks: { keys: keys as NonNullable<Configuration['jwks']>['keys'] },
    scopes: ['openid', API_SCOPE],
    claims: { openid: ['sub'] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    clientAuthMethods: ['client_secret_basic'],
    cookies: cookieSettings(settings, secure),
    routes: {
      authorization: '/oauth/authorize',
      end_session: '/oauth/sign-out',
      jwks: '/oauth/jwks',
      revocation: '/oauth/revoke',
      token: '/oauth/token',
      userinfo: '/oauth/me',
    },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: MINUTE,
      Grant: LONGEST_SESSION,
      IdToken: ACCESS_TOKEN_SECONDS,
      Interaction: INTERACTION_SECONDS,
      RefreshToken: LONGEST_SESSION,
      Session: LONGEST_SESSION,
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: resourceIndicators(),
    },
    rotateRefreshToken: true,
    issueRefreshToken: () => true,
    extraTokenClaims: (ctx, token) => sessionClaim(ctx, token, sessions),
    findAccount: (ctx, sub, token) => findAccount(sub, token, sessions),
    loadExistingGrant: ctx => loadGrant(ctx, sessions),
    interactions: {
      policy: signInPolicy(sessions),
      url: (_, interaction) => `/sign-in/${interaction.uid}`,
    },
    renderError: (ctx, out) => {
      if (ctx.accepts('json', 'html') === 'html') return showError(ctx, out.error, settings);
      ctx.type = 'json';
      ctx.body = { error: out.error, error_description: out.error_description };
    },
  };
}

/** What a person sees who was sent here and cannot go on. */
function showError(ctx: KoaContextWithOIDC, error: string, settings: Settings): void {
  const nonce = randomBytes(16).toString('base64');
  const isOurs = error === 'server_error';
  ctx.type = 'text/html; charset=utf-8';
  ctx.set('content-security-policy', `default-src 'none'; style-src 'nonce-${nonce}'; font-src 'self'`);
  ctx.body = messagePage(
    nonce,
    isOurs ? 'Signing in is not possible right now' : 'This sign-in cannot go on',
    isOurs
      ? 'A part of the system does not answer. Nothing is lost: try again in a minute.'
      : 'The address is not complete or has changed. Begin again at the portal.',
    { href: settings.pmsUrl, label: 'Try again' },
  );
}

function cookieSettings(settings: Settings, secure: boolean): Configuration['cookies'] {
  const key = hkdfSync('sha256', Buffer.from(settings.serviceSecret, 'base64'), '', 'oidc cookies', 32);
  const common = { httpOnly: true, secure, sameSite: 'lax', signed: true } as const;
  return {
    keys: [Buffer.from(key).toString('base64url')],
    names: {
      session: 'sparkden-identity',
      interaction: 'sparkden-sign-in',
      resume: 'sparkden-sign-in-resume',
    },
    long: common,
    short: common,
  };
}

function resourceIndicators(): NonNullable<Configuration['features']>['resourceIndicators'] {
  return {
    enabled: true,
    defaultResource: ctx => AUDIENCES[portalOfClient(ctx.oidc.client?.clientId) ?? 'pms'],
    useGrantedResource: () => true,
    getResourceServerInfo(ctx, resource) {
      const portal = portalOfAudience(resource);
      if (!portal || portal !== portalOfClient(ctx.oidc.client?.clientId)) throw new errors.InvalidTarget();
      return {
        scope: API_SCOPE,
        audience: AUDIENCES[portal],
        accessTokenFormat: 'jwt',
        accessTokenTTL: ACCESS_TOKEN_SECONDS,
        jwt: { sign: { alg: 'ES256' } },
      };
    },
  };
}

/** A provider's session whose own session has ended signs in anew. */
function signInPolicy(sessions: SessionBridge) {
  const policy = interactionPolicy.base();
  policy.get('login')?.checks.add(
    new interactionPolicy.Check('session_ended', 'the session has ended', 'login_required', async ctx => {
      const { session, result } = ctx.oidc;
      if (!session?.accountId || result?.login) return false;
      return (await sessions.find(session.uid)) === undefined;
    }),
  );
  // The portals are ours: nobody is asked to consent to them.
  policy.remove('consent');
  return policy;
}

async function loadGrant(ctx: KoaContextWithOIDC, sessions: SessionBridge) {
  const { session, client, provider, result } = ctx.oidc;
  const portal = portalOfClient(client?.clientId);
  if (!session?.accountId || !client || !portal) return undefined;
  const made = result?.login as { readonly sessionId?: string } | undefined;
  if (made?.sessionId) await sessions.link(made.sessionId, session.uid);
  const own = await sessions.find(session.uid);
  if (own && !(await sessions.enter(own.id, portal))) {
    throw new errors.AccessDenied('no role of this person opens this portal');
  }
  const known = session.grantIdFor(client.clientId);
  const grant = known ? await provider.Grant.find(known) : undefined;
  if (grant) return grant;
  const fresh = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  fresh.addOIDCScope(`openid ${API_SCOPE}`);
  fresh.addResourceScope(AUDIENCES[portal], API_SCOPE);
  await fresh.save();
  return fresh;
}

/** No code and no refresh token works once its session has ended. */
async function findAccount(sub: string, token: unknown, sessions: SessionBridge) {
  const providerUid = (token as { sessionUid?: string } | undefined)?.sessionUid;
  if (providerUid && (await sessions.find(providerUid))?.accountId !== sub) return undefined;
  return { accountId: sub, claims: () => ({ sub }) };
}

async function sessionClaim(_ctx: KoaContextWithOIDC, token: unknown, sessions: SessionBridge) {
  const providerUid = (token as { sessionUid?: string }).sessionUid;
  const own = providerUid ? await sessions.find(providerUid) : undefined;
  if (!own) throw new errors.InvalidGrant('the session has ended');
  return { sid: own.id };
}
