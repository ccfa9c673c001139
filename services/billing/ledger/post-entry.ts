import type { Cents, LocalDate } from '@spark-den/kernel';
import type { Context } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';

/** What the ledger must know of a charge; nothing clinical beyond the code. */
export interface ChargeToPost {
  readonly chargeLineId: string;
  readonly patientId: string;
  /** Who answers for the patient's share; the patient's own id where nobody else does. */
  readonly guarantorId: string;
  readonly claimId: string | null;
  /** The insurer that is asked first; `null`: self-pay, the patient owes the charge at once. */
  readonly payerId: string | null;
  readonly providerId: string;
  readonly locationId: string;
  readonly serviceDate: LocalDate;
  readonly code: string;
  readonly amountCents: Cents;
}

/**
 * Puts charges in the ledger: receivable of the insurer (or the patient) against gross charges, an entry each.
 * A charge is posted once; a second call fails with `billing.charge_already_posted`.
 * @returns the journal entry of each charge, by charge line id
 */
export type PostCharges = (
  context: Context<BillingDatabase>,
  charges: readonly ChargeToPost[],
) => Promise<ReadonlyMap<string, string>>;

/**
 * Takes a charge back by a reversing entry. Fails with `billing.charge_has_postings` while payments or
 * adjustments stand on it, and with `billing.charge_line_not_found` for a charge that was never posted.
 */
export type VoidCharge = (
  context: Context<BillingDatabase>,
  charge: { readonly chargeLineId: string; readonly reason: string },
) => Promise<string>;
