import type { RateClass } from '@spark-den/contracts/operation';

export interface RateLimit {
  /** Calls in one minute, spent at once or spread. */
  readonly perMinute: number;
}

export type RateLimits = Readonly<Record<RateClass | 'address', RateLimit>>;

/** ASSURANCE.md G16. An address may be a whole clinic behind one router. */
export const RATE_LIMITS: RateLimits = {
  standard: { perMinute: 6_000 },
  search: { perMinute: 1_200 },
  expensive: { perMinute: 240 },
  auth: { perMinute: 60 },
  address: { perMinute: 30_000 },
};

interface Bucket {
  tokens: number;
  at: number;
}

export interface RateDecision {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the next call is allowed. */
  readonly retryAfter: number;
}

const MOST_BUCKETS = 50_000;

/** Token buckets per subject and class, in this process: each gateway limits what passes through it. */
export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #nowMs: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limits: RateLimits, nowMs: () => number) {
    this.#limits = limits;
    this.#nowMs = nowMs;
  }

  take(rateClass: RateClass | 'address', subject: string): RateDecision {
    const { perMinute } = this.#limits[rateClass];
    const now = this.#nowMs();
    const key = `${rateClass} ${subject}`;
    const bucket = this.#buckets.get(key) ?? { tokens: perMinute, at: now };
    bucket.tokens = Math.min(perMinute, bucket.tokens + ((now - bucket.at) * perMinute) / 60_000);
    bucket.at = now;
    const allowed = bucket.tokens >= 1;
    if (allowed) bucket.tokens -= 1;
    this.#remember(key, bucket);
    return {
      allowed,
      limit: perMinute,
      remaining: Math.floor(bucket.tokens),
      retryAfter: allowed ? 0 : Math.ceil(((1 - bucket.tokens) * 60) / perMinute),
    };
  }

  /** Forgets the bucket that was used longest ago when there are too many: it is full again by then. */
  #remember(key: string, bucket: Bucket): void {
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size <= MOST_BUCKETS) return;
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
