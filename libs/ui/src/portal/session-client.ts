import { browserNow } from '../clinic-time.ts';
/** A refresh that the server refused: the person must sign in again. */
export class SignedOutError extends Error {
  constructor() {
    super('signed out');
    this.name = 'SignedOutError';
  }
}

interface AccessToken {
  readonly accessToken: string;
  readonly expiresIn: number;
}

export interface SessionClientOptions {
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
}

/**
 * The session of a portal as the browser holds it: an access token in memory and nowhere else, renewed
 * through the gateway's HttpOnly cookie shortly before it ends or when a call comes back with 401.
 */
export class SessionClient {
  readonly #fetch: typeof fetch;
  readonly #now: () => number;
  #onSignedOut: () => void = () => undefined;
  #token: string | undefined;
  #renewAt = 0;
  #refreshing: Promise<string> | undefined;

  constructor(options: SessionClientOptions = {}) {
    this.#fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    this.#now = options.now ?? (() => Date.parse(browserNow()));
  }

  /** A token that is valid now; one refresh serves all callers that wait for it. */
  async accessToken(): Promise<string> {
    if (this.#token !== undefined && this.#now() < this.#renewAt) return this.#token;
    return this.refresh();
  }

  /** @throws SignedOutError when the cookie no longer stands for a session */
  refresh(): Promise<string> {
    this.#refreshing ??= this.#renew().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** Calls `listener` whenever the server says that the session is over. Returns how to stop. */
  whenSignedOut(listener: () => void): () => void {
    this.#onSignedOut = listener;
    return () => {
      this.#onSignedOut = () => undefined;
    };
  }

  /** `fetch` with the token; a 401 is answered by one refresh and one repeat. */
  readonly fetch: typeof fetch = async (input, init) => {
    const first = await this.#send(input, init, await this.accessToken());
    if (first.status !== 401) return first;
    return this.#send(input, init, await this.refresh());
  };

  /** Ends the session everywhere and forgets the token. */
  async signOut(): Promise<void> {
    this.#token = undefined;
    await this.#fetch('/session/logout', { method: 'POST', credentials: 'same-origin' });
  }

  /** Drops the token, so that nothing is read until the person has signed in again. */
  forget(): void {
    this.#token = undefined;
    this.#renewAt = 0;
  }

  async #renew(): Promise<string> {
    const response = await this.#fetch('/session/refresh', { method: 'POST', credentials: 'same-origin' });
    if (response.status === 401 || response.status === 403) {
      this.forget();
      this.#onSignedOut();
      throw new SignedOutError();
    }
    if (!response.ok) throw new TypeError(`refresh answered ${response.status}`);
    const { accessToken, expiresIn } = (await response.json()) as AccessToken;
    this.#token = accessToken;
    this.#renewAt = this.#now() + Math.max(expiresIn - 15, 5) * 1000;
    return accessToken;
  }

  #send(input: RequestInfo | URL, init: RequestInit | undefined, token: string): Promise<Response> {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${token}`);
    return this.#fetch(input, { ...init, headers, credentials: 'same-origin' });
  }
}

/** Where signing in starts; it comes back to `path`. */
export function signInAddress(path: string): string {
  return `/session/login?return=${encodeURIComponent(path)}`;
}
