import type { ErrorKind } from '@spark-den/kernel';
import type { Principal } from './context.ts';

/** Who calls, as the transport saw it; the dispatcher turns it into a principal. */
export type Credential =
  | { readonly kind: 'none' }
  /** A portal's access token; `portal` is the audience that the edge expects, where it knows. */
  | { readonly kind: 'bearer'; readonly token: string; readonly portal?: 'pms' | 'clinical' }
  /** Another service in this process, on behalf of a principal. */
  | { readonly kind: 'service'; readonly from: string; readonly principal: Principal };

/** One call of an operation, the same for every transport. */
export interface Call {
  readonly operation: string;
  readonly input: unknown;
  readonly credential: Credential;
  readonly requestId: string;
  readonly purpose: string;
  readonly idempotencyKey?: string;
  readonly ifMatch?: string;
  readonly sourceAddress?: string;
  readonly deadlineMs: number;
}

export interface Reply {
  readonly status: number;
  /** JSON: the output, or a problem document (RFC 9457). */
  readonly body: string;
  readonly contentType: 'application/json' | 'application/problem+json';
  readonly etag?: string;
  readonly errorKind?: ErrorKind;
}

export const DEFAULT_DEADLINE_MS = 30_000;
export const DEFAULT_PURPOSE = 'treatment-payment-operations';
