import { administrationContract } from '@spark-den/contracts/administration/operations';
import { localDateAt, type LocalDate } from '@spark-den/kernel';
import type { Context } from '@spark-den/service-kit';
import type { BillingDatabase } from './database.ts';

export type BillingContext = Context<BillingDatabase>;

/** The date on the practice's wall, by which money is posted. */
export async function practiceToday(context: BillingContext): Promise<LocalDate> {
  const { zone } = await context.call(administrationContract).getPractice({});
  return localDateAt(context.now, zone);
}

/** The next of a numbered series of the practice (receipts, statements, claims, batches); gaps where a transaction was undone. */
export async function nextNumber(
  context: BillingContext,
  series: 'receipt' | 'statement' | 'claim' | 'claim-batch',
): Promise<number> {
  const { value } = await context.db
    .insertInto('controlNumber')
    .values({ practiceId: context.practiceId, name: series, value: 1 })
    .onConflict(conflict =>
      conflict
        .columns(['practiceId', 'name'])
        .doUpdateSet(eb => ({ value: eb('controlNumber.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}
