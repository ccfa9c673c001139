import { isDenial as isDenyingAdjustment } from '@spark-den/claim-rules';
import type { IsDenial } from '@spark-den/ledger';

/** Posting asks this of every adjustment: what it denies stays open, the rest is settled as agreed. */
export const isDenial: IsDenial = (adjustment, outcome) => isDenyingAdjustment(adjustment, outcome.paidCents);

/** Days that are left where the payer's profile names no window: the shortest that is common (DOMAIN A.10). */
export const SHORTEST_WINDOW_DAYS = 60;
