import type { Clock } from '@spark-den/kernel';
import type { EventType, ServiceContract } from '@spark-den/contracts/operation';
import type { Logger } from 'pino';
import type { Call, Reply } from './call.ts';
import type { Delivered } from './service.ts';

/** Bytes at rest, encrypted per practice. Keys are opaque; a blob never changes. */
export interface BlobStore {
  put(practiceId: string, bytes: Uint8Array): Promise<{ readonly key: string; readonly sha256: string }>;
  get(practiceId: string, key: string): Promise<Uint8Array>;
}

/** Field encryption with a data key per practice (AES-256-GCM) and keyed hashes for look-up. */
export interface FieldCipher {
  encrypt(practiceId: string, plain: string): Promise<string>;
  /** @throws when the text was not made by `encrypt` for this practice */
  decrypt(practiceId: string, cipherText: string): Promise<string>;
  /** Same plain text and purpose give the same hash within a practice; nothing else does. */
  blindIndex(practiceId: string, purpose: string, plain: string): Promise<string>;
}

/** HTTP to the outside (clearinghouse, card processor): the only way out, with a deadline and an allow-list. */
export type OutboundHttp = (
  url: string,
  init: { method: string; headers?: Record<string, string>; body?: string | Uint8Array; timeoutMs: number },
) => Promise<{ status: number; headers: Record<string, string>; body: Uint8Array }>;

/** The outside world as services see it; made once in `apps/server/src/compose.ts`. */
export interface Ports {
  readonly clock: Clock;
  /** The system's clock, for tokens, locks and time-outs, also when `clock` is controlled. */
  readonly systemClock: Clock;
  readonly log: Logger;
  readonly blobs: BlobStore;
  readonly cipher: FieldCipher;
  readonly http: OutboundHttp;
  readonly settings: Settings;
  readonly metrics?: CallMetrics;
  /** Follows the bus from now on, for live updates; nothing is stored. Returns how to stop. */
  readonly follow: (listener: (event: Delivered<EventType>) => void) => () => void;
  readonly directory: Directory;
}

/** Every service of the system, wherever it runs: what the edge needs. */
export interface Directory {
  readonly contracts: readonly ServiceContract[];
  dispatch(service: string, call: Call): Promise<Reply>;
}

/** Addresses and secrets that services need; read from the environment by `apps/server/src/config.ts` alone. */
export interface Settings {
  /** As browsers see them: `http://localhost:5174`. */
  readonly pmsUrl: string;
  readonly clinicalUrl: string;
  readonly identityUrl: string;
  readonly clearinghouseUrl: string;
  readonly clearinghouseToken: string;
  readonly cardsApiUrl: string;
  readonly cardsSecretKey: string;
  readonly cardsWebhookSecret: string;
  /** 32 bytes, base64: signs context tokens between portals and calls between services. */
  readonly serviceSecret: string;
  /** File outside the databases that keeps the heads of the audit log's seals. */
  readonly auditAnchorFile: string;
  /** `T` test or `P` production in ISA15; guarded by configuration. */
  readonly x12Usage: 'T' | 'P';
}

/** Counts and times calls for `/metrics`. */
export interface CallMetrics {
  observe(service: string, operation: string, status: number, ms: number): void;
}
