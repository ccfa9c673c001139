import { clientIdOf, type Portal } from '@spark-den/contracts/identity/types';
import { AppError } from '@spark-den/kernel';
import { derivedSecret, type Ports } from '@spark-den/service-kit';
import { createHash, randomBytes } from 'node:crypto';

export interface TokenSet {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly idToken: string;
  readonly expiresIn: number;
}

/** One sign-in under way, kept by the browser in a sealed cookie. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnPath: string;
}

/** A portal as a client of the OpenID provider: authorization code with PKCE. */
export class OidcClient {
  readonly #ports: Ports;
  readonly #portal: Portal;

  constructor(ports: Ports, portal: Portal) {
    this.#ports = ports;
    this.#portal = portal;
  }

  static newAttempt(returnPath: string): SignInAttempt {
    const secret = () => randomBytes(32).toString('base64url');
    return { state: secret(), nonce: secret(), verifier: secret(), returnPath };
  }

  get portalUrl(): string {
    const { pmsUrl, clinicalUrl } = this.#ports.settings;
    return this.#portal === 'pms' ? pmsUrl : clinicalUrl;
  }

  authorizationUrl(attempt: SignInAttempt, options: { readonly again: boolean }): string {
    const url = new URL('/oauth/authorize', this.#ports.settings.identityUrl);
    const parameters = {
      client_id: clientIdOf(this.#portal),
      response_type: 'code',
      redirect_uri: this.#redirectUri(),
      scope: 'openid api',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...(options.again ? { prompt: 'login' } : {}),
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.toString();
  }

  redeem(code: string, attempt: SignInAttempt): Promise<TokenSet | undefined> {
    return this.#token({
      grant_type: 'authorization_code',
      code,
      code_verifier: attempt.verifier,
      redirect_uri: this.#redirectUri(),
    });
  }

  refresh(refreshToken: string): Promise<TokenSet | undefined> {
    return this.#token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  /** @returns nothing when the provider refuses: the session is over */
  async #token(form: Readonly<Record<string, string>>): Promise<TokenSet | undefined> {
    const { settings, http } = this.#ports;
    const id = clientIdOf(this.#portal);
    const secret = derivedSecret(settings, `oidc client ${id}`).toString('base64url');
    const response = await http(new URL('/oauth/token', settings.identityUrl).toString(), {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
      },
      body: new URLSearchParams(form).toString(),
      timeoutMs: 10_000,
    });
    if (response.status >= 500) throw new AppError('unavailable', 'platform.unavailable');
    if (response.status !== 200) return undefined;
    const body = JSON.parse(Buffer.from(response.body).toString()) as Record<string, unknown>;
    return {
      accessToken: String(body.access_token),
      refreshToken: String(body.refresh_token),
      idToken: String(body.id_token),
      expiresIn: Number(body.expires_in),
    };
  }

  #redirectUri(): string {
    return `${this.portalUrl}/session/callback`;
  }
}
