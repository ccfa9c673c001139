import type { Ports } from '@spark-den/service-kit';
import { z } from 'zod';

/** What the clearinghouse says to a file or an inquiry, apart from an answer. */
export type Refusal = {
  /** `unreachable`: try again later; `refused`: the same bytes will be refused again. */
  readonly outcome: 'unreachable' | 'refused';
  readonly reason: string;
};

const INQUIRY_TIMEOUT_MS = 8_000;
const FILE_TIMEOUT_MS = 30_000;
const CONTENT_TYPE = 'application/edi-x12';

const MailboxEntry = z.object({ seq: z.int().positive(), name: z.string(), kind: z.string(), size: z.int() });
export type MailboxEntry = z.output<typeof MailboxEntry>;

/** The clearinghouse over HTTP, for one partner. */
export class Clearinghouse {
  readonly #ports: Ports;
  readonly #headers: Record<string, string>;

  constructor(ports: Ports, partnerId: string) {
    this.#ports = ports;
    this.#headers = { authorization: `Bearer ${ports.settings.clearinghouseToken}`, 'x-partner': partnerId };
  }

  /** Drops a file. Dropping it again is harmless: the clearinghouse knows it by sender and ISA13. */
  async drop(bytes: Uint8Array): Promise<{ readonly outcome: 'taken' } | Refusal> {
    const reply = await this.#send('POST', '/api/files', bytes, FILE_TIMEOUT_MS);
    return 'outcome' in reply ? reply : { outcome: 'taken' };
  }

  /** A 270 out, a 271 back, in one breath. */
  async inquire(
    bytes: Uint8Array,
  ): Promise<{ readonly outcome: 'answered'; readonly bytes: Uint8Array } | Refusal> {
    const reply = await this.#send('POST', '/api/eligibility', bytes, INQUIRY_TIMEOUT_MS);
    return 'outcome' in reply ? reply : { outcome: 'answered', bytes: reply.body };
  }

  async list(after: number): Promise<readonly MailboxEntry[] | Refusal> {
    const reply = await this.#send('GET', `/api/mailbox?after=${after}`, undefined, FILE_TIMEOUT_MS);
    if ('outcome' in reply) return reply;
    try {
      return z.array(MailboxEntry).parse(JSON.parse(Buffer.from(reply.body).toString('utf8')));
    } catch {
      return { outcome: 'unreachable', reason: 'the mailbox list cannot be read' };
    }
  }

  async fetch(sequence: number): Promise<Uint8Array | Refusal> {
    const reply = await this.#send('GET', `/api/mailbox/${sequence}`, undefined, FILE_TIMEOUT_MS);
    return 'outcome' in reply ? reply : reply.body;
  }

  async #send(
    method: string,
    path: string,
    body: Uint8Array | undefined,
    timeoutMs: number,
  ): Promise<{ readonly body: Uint8Array } | Refusal> {
    const headers = body ? { ...this.#headers, 'content-type': CONTENT_TYPE } : this.#headers;
    try {
      const url = `${this.#ports.settings.clearinghouseUrl}${path}`;
      const reply = await this.#ports.http(url, { method, headers, body, timeoutMs });
      if (reply.status >= 200 && reply.status < 300) return { body: reply.body };
      // asked too often, or its own trouble: the same request may succeed later
      const later = reply.status >= 500 || reply.status === 429 || reply.status === 408;
      return {
        outcome: later ? 'unreachable' : 'refused',
        reason: `the clearinghouse answered ${reply.status}`,
      };
    } catch (error) {
      return {
        outcome: 'unreachable',
        reason: `the clearinghouse gave no answer (${(error as Error).name})`,
      };
    }
  }
}
