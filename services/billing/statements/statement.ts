import type { AccountCharge } from '@spark-den/contracts/billing/ledger-types';
import type { Statement } from '@spark-den/contracts/billing/statement-types';
import { addDays, sumCents, type Cents, type LocalDate } from '@spark-den/kernel';

/** Below this a statement costs more than it brings. */
export const SMALLEST_STATEMENT_CENTS = 500 as Cents;
/** One statement a month. */
export const STATEMENT_CYCLE_DAYS = 28;
const DAYS_TO_PAY = 30;

/**
 * What a statement says: only charges with a share that an insurer has decided and left to the patient (or that
 * no insurer was asked for). What an insurer still owes is not on it.
 */
export function statementLines(
  charges: readonly AccountCharge[],
  labels: ReadonlyMap<string, string>,
): Statement['lines'] {
  return charges
    .filter(charge => charge.patientOpenCents > 0)
    .sort((a, b) => (a.serviceDate ?? '').localeCompare(b.serviceDate ?? ''))
    .map(charge => ({
      chargeLineId: charge.chargeLineId,
      serviceDate: charge.serviceDate,
      label: labels.get(charge.chargeLineId) ?? charge.code ?? 'Medical service',
      billedCents: charge.billedCents,
      insurancePaidCents: charge.insurancePaidCents,
      adjustedCents: (charge.adjustedCents + charge.writtenOffCents) as Cents,
      patientPaidCents: charge.patientPaidCents,
      dueCents: charge.patientOpenCents,
    }));
}

export const dueOf = (lines: Statement['lines']): Cents => sumCents(lines, line => line.dueCents);

export const dueDate = (issuedOn: LocalDate): LocalDate => addDays(issuedOn, DAYS_TO_PAY);
