import type { Instant } from '@spark-den/kernel';

/** The tables of `migrations/`. */
export interface GatewayDatabase {
  redeemedContext: { practiceId: string; tokenId: string; expiresAt: Instant };
}
