import type { JournalEntry } from '@spark-den/ledger';
import { AppError } from '@spark-den/kernel';
import { violates } from '@spark-den/service-kit';
import { BalanceChanged } from '@spark-den/contracts/billing/events';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail } from '@spark-den/service-kit';
import { practiceToday, type BillingContext } from '../context.ts';
import { insertEntries } from './journal-repository.ts';

/**
 * The one way into the books. Entries without lines (nothing moved) are left out.
 * Announces each patient whose balance changed, once per cause.
 * @returns the id of each entry, `null` where there was nothing to post
 */
export async function postEntries(
  context: BillingContext,
  entries: readonly (JournalEntry & { readonly entryId?: string })[],
): Promise<(string | null)[]> {
  const numbered = entries.map(entry => ({ ...entry, entryId: entry.entryId ?? context.newId() }));
  const written = numbered.filter(entry => entry.lines.length > 0);
  if (written.length > 0) {
    await insertEntries(context, written, await practiceToday(context)).catch((error: unknown) => {
      if (violates(error, 'journal_entry_in_open_period'))
        throw fail(billingContract, 'billing.period_closed');
      throw error;
    });
  }
  return numbered.map(entry => (entry.lines.length > 0 ? entry.entryId : null));
}

export async function postEntry(context: BillingContext, entry: JournalEntry): Promise<string> {
  const [entryId] = await postEntries(context, [entry]);
  if (!entryId) throw new AppError('internal', 'billing.empty_entry', { kind: entry.kind });
  return entryId;
}

/** Tells the portals and the read models that a patient's figures are stale. */
export async function announceBalances(
  context: BillingContext,
  patientIds: Iterable<string>,
  cause: { readonly type: string; readonly id: string },
): Promise<void> {
  await context.emitAll(
    BalanceChanged,
    [...new Set(patientIds)].map(patientId => ({
      payload: { patientId, causeType: cause.type, causeId: cause.id },
      key: patientId,
    })),
  );
}
