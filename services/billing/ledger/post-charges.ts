import { billingContract } from '@spark-den/contracts/billing/operations';
import { chargeEntry, reverseEntry } from '@spark-den/ledger';
import type { Cents, LocalDate } from '@spark-den/kernel';
import { fail, violates } from '@spark-den/service-kit';
import { practiceToday, type BillingContext } from '../context.ts';
import { guarantorsOf } from './guarantors.ts';
import { linesOfEntries, openBalances } from './journal-repository.ts';
import { announceBalances, postEntries, postEntry } from './post-entries.ts';

/** What the ledger must know of a charge line. */
export interface ChargeToPost {
  readonly chargeLineId: string;
  readonly patientId: string;
  /** The insurer that is asked first; `null`: self-pay, the patient owes the charge at once. */
  readonly payerId: string | null;
  readonly providerId: string;
  readonly locationId: string;
  readonly serviceDate: LocalDate;
  readonly amountCents: Cents;
}

/**
 * Puts charge lines in the ledger: receivable of the insurer (or the patient) against gross charges. A line is
 * posted once: a second time fails with `billing.charge_already_posted`. Lines of zero leave no entry.
 * @returns the journal entry of each charge line
 */
export async function postCharges(
  context: BillingContext,
  charges: readonly ChargeToPost[],
): Promise<ReadonlyMap<string, string>> {
  const guarantor = await guarantorsOf(
    context,
    charges.map(charge => charge.patientId),
  );
  const entries = charges.map(charge =>
    chargeEntry({ ...charge, claimId: null, guarantorId: guarantor(charge.patientId) }),
  );
  const ids = await postEntries(context, entries).catch((error: unknown) => {
    if (violates(error, 'journal_entry_charge_once'))
      throw fail(billingContract, 'billing.charge_already_posted');
    throw error;
  });
  const [first] = charges;
  if (first) {
    await announceBalances(
      context,
      charges.map(charge => charge.patientId),
      { type: 'charge', id: first.chargeLineId },
    );
  }
  const posted = new Map<string, string>();
  charges.forEach((charge, index) => {
    const entryId = ids[index];
    if (entryId) posted.set(charge.chargeLineId, entryId);
  });
  return posted;
}

/**
 * Takes charge lines back by reversing entries. Fails with `billing.charge_has_postings` while a payment, an
 * adjustment or a transfer stands on one, and with `billing.charge_line_not_found` where one was never posted.
 */
export async function voidCharges(context: BillingContext, chargeLineIds: readonly string[]): Promise<void> {
  const open = await openBalances(context, chargeLineIds, { lock: true });
  const today = await practiceToday(context);
  for (const chargeLineId of chargeLineIds) {
    const entry = await context.db
      .selectFrom('journalEntry')
      .select('id')
      .where('practiceId', '=', context.practiceId)
      .where('causeId', '=', chargeLineId)
      .where('kind', '=', 'charge')
      .executeTakeFirst();
    if (!entry) throw fail(billingContract, 'billing.charge_line_not_found', { chargeLineId });
    const lines = (await linesOfEntries(context, [entry.id])).get(entry.id) ?? [];
    const untouched = lines
      .filter(line => line.account === 'ar_insurance' || line.account === 'ar_patient')
      .every(line =>
        open.some(
          row =>
            row.chargeLineId === chargeLineId &&
            row.account === line.account &&
            row.payerId === (line.payerId ?? null) &&
            row.amountCents === line.amountCents,
        ),
      );
    if (!untouched) throw fail(billingContract, 'billing.charge_has_postings', { chargeLineId });
    await postEntry(
      context,
      reverseEntry(
        { entryId: entry.id, lines },
        {
          kind: 'charge_void',
          cause: { type: 'charge', id: chargeLineId },
          eventDate: today,
          memo: 'Charge voided',
        },
      ),
    );
  }
  const [first] = open;
  if (first) {
    await announceBalances(
      context,
      open.map(row => row.patientId),
      { type: 'charge', id: first.chargeLineId },
    );
  }
}
