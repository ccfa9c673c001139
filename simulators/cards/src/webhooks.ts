import { createHmac } from 'node:crypto';
import type { CardEvent } from './objects.ts';

export interface WebhookOptions {
  readonly url: string;
  readonly secret: string;
  readonly nowMs: () => number;
  /** Waits between tries; the list's length is the number of repeats. */
  readonly retryMs?: readonly number[];
}

/** How the next deliveries misbehave: each event several times, or held back and sent last first. */
export interface Delivery {
  readonly copies: number;
  readonly held: boolean;
}

const RETRY_MS = [500, 2_000, 8_000, 30_000, 120_000];

/** `t=<seconds>,v1=<HMAC-SHA256 of "<seconds>.<body>">`, as the processor signs its messages. */
export function signatureHeader(secret: string, body: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** Sends events until they are taken: at least once, with waits that grow, in no promised order. */
export class WebhookSender {
  readonly #options: WebhookOptions;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();
  #held: CardEvent[] = [];
  #delivery: Delivery = { copies: 1, held: false };

  constructor(options: WebhookOptions) {
    this.#options = options;
  }

  set delivery(delivery: Delivery) {
    this.#delivery = delivery;
  }

  send(event: CardEvent): void {
    if (this.#delivery.held) this.#held.push(event);
    else this.#sendCopies(event);
  }

  /** Sends what was held back, the last event first. */
  release(): number {
    const held = this.#held.reverse();
    this.#held = [];
    for (const event of held) this.#sendCopies(event);
    return held.length;
  }

  /** Resolves when no delivery is on its way; retries that wait are not waited for. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #sendCopies(event: CardEvent): void {
    for (let copy = 0; copy < this.#delivery.copies; copy += 1) this.#start(event, 0);
  }

  #start(event: CardEvent, attempt: number): void {
    const work = this.#try(event).then(taken => {
      this.#running.delete(work);
      const wait = (this.#options.retryMs ?? RETRY_MS)[attempt];
      if (taken || wait === undefined) return;
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        this.#start(event, attempt + 1);
      }, wait);
      this.#timers.add(timer);
    });
    this.#running.add(work);
  }

  async #try(event: CardEvent): Promise<boolean> {
    const { url, secret, nowMs } = this.#options;
    const body = JSON.stringify(event);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signatureHeader(secret, body, Math.floor(nowMs() / 1000)),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(10_000),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }
}
