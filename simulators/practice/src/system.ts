import type { Instant } from '@spark-den/kernel';

/** A running system as a simulator meets it: addresses, and a hand on its clock. */
export interface SimulatedSystem {
  readonly pmsUrl: string;
  readonly clinicalUrl: string;
  readonly clearinghouseUrl: string;
  readonly cardsUrl: string;
  setClock(now: Instant | undefined): Promise<void>;
}
