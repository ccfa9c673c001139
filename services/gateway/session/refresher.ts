import { createHash } from 'node:crypto';
import type { OidcClient, TokenSet } from './oidc-client.ts';

const REMEMBERED_MS = 20_000;

/**
 * Exchanges refresh tokens, each once. Two tabs, or a page that was left before the new cookie arrived, send the
 * same token again within seconds: they get the answer of the first exchange, not the alarm of a stolen token.
 */
export class Refresher {
  readonly #client: OidcClient;
  readonly #running = new Map<string, Promise<TokenSet | undefined>>();

  constructor(client: OidcClient) {
    this.#client = client;
  }

  refresh(refreshToken: string): Promise<TokenSet | undefined> {
    const key = createHash('sha256').update(refreshToken).digest('base64');
    const running = this.#running.get(key);
    if (running) return running;
    const exchange = this.#client.refresh(refreshToken);
    this.#running.set(key, exchange);
    const forget = () => void setTimeout(() => this.#running.delete(key), REMEMBERED_MS).unref();
    // A failure to reach the provider may be tried again at once.
    exchange.then(forget, () => this.#running.delete(key));
    return exchange;
  }
}
