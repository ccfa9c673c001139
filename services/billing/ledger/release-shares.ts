import { releaseEntry, type AccountCode, type Cause, type JournalEntry } from '@spark-den/ledger';
import type { Cents, LocalDate } from '@spark-den/kernel';
import type { BillingContext } from '../context.ts';
import { loweredShares } from './journal-repository.ts';

/** A charge of which the patient has paid, or been forgiven, more than is still theirs. */
export interface OverpaidShare {
  readonly chargeLineId: string;
  /** How far below zero the patient's share would be, as a positive amount. */
  readonly overCents: Cents;
}

/** A patient who paid a share that shrank gets the money back as credit: a receivable is never negative. */
export async function releaseShares(
  context: BillingContext,
  over: readonly OverpaidShare[],
  cause: Cause,
  eventDate: LocalDate,
): Promise<JournalEntry[]> {
  if (over.length === 0) return [];
  const lowered = await loweredShares(
    context,
    over.map(share => share.chargeLineId),
  );
  return over.map(({ chargeLineId, overCents }) =>
    releaseEntry(
      overCents,
      lowered
        .filter(share => share.chargeLineId === chargeLineId)
        .map(({ source, loweredCents, ...share }) => ({
          chargeLineId,
          source: source as AccountCode,
          loweredCents,
          patientId: share.patientId,
          guarantorId: share.guarantorId,
          claimId: share.claimId ?? undefined,
          providerId: share.providerId ?? undefined,
          locationId: share.locationId ?? undefined,
          serviceDate: (share.serviceDate ?? undefined) as LocalDate | undefined,
          receiptId: share.receiptId ?? undefined,
          reason: share.receiptId ? undefined : source,
        })),
      cause,
      eventDate,
    ),
  );
}
