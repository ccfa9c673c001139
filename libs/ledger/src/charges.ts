import type { Cents, LocalDate } from '@spark-den/kernel';
import { journalEntry, move, type JournalEntry } from './journal.ts';

export interface ChargeFacts {
  readonly chargeLineId: string;
  readonly patientId: string;
  readonly guarantorId: string;
  readonly claimId: string | null;
  readonly payerId: string | null;
  readonly providerId: string;
  readonly locationId: string;
  readonly serviceDate: LocalDate;
  readonly amountCents: Cents;
}

/** A charge is owed by the first insurer, or by the patient where there is none. */
export function chargeEntry(charge: ChargeFacts): JournalEntry {
  const dimensions = {
    patientId: charge.patientId,
    guarantorId: charge.guarantorId,
    claimId: charge.claimId ?? undefined,
    chargeLineId: charge.chargeLineId,
    providerId: charge.providerId,
    locationId: charge.locationId,
    serviceDate: charge.serviceDate,
  };
  const holder = charge.payerId
    ? ({ account: 'ar_insurance', payerId: charge.payerId } as const)
    : ({ account: 'ar_patient' } as const);
  return journalEntry({
    kind: 'charge',
    cause: { type: 'charge', id: charge.chargeLineId },
    eventDate: charge.serviceDate,
    memo: 'Charge',
    lines: move(
      charge.amountCents,
      { ...dimensions, ...holder },
      { ...dimensions, account: 'gross_charges' },
    ),
  });
}
