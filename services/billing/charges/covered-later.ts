import type { LocalDate } from '@spark-den/kernel';
import { coveragesOf } from '../claims/content-of-visit.ts';
import type { BillingContext } from '../context.ts';
import { recordsOf } from '../persons/merged-record-repository.ts';
import { visitFacts } from './billing-facts.ts';

/**
 * Notes which self-pay charges of these dates a coverage covers by now. They wait for a person: who paid in full may
 * ask that the insurer is not told (45 CFR 164.522(a)(1)(vi)).
 */
export async function noteCoveredLater(
  context: BillingContext,
  patientId: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate | null },
): Promise<void> {
  let charges = context.db
    .selectFrom('charge')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('patientId', 'in', await recordsOf(context, patientId))
    .where('dateOfService', '>=', from)
    .where('status', '=', 'posted')
    .where('coverageId', 'is', null);
  if (to !== null) charges = charges.where('dateOfService', '<=', to);
  for (const charge of await charges.orderBy('id').forUpdate().execute()) {
    const isCovered = coveragesOf(await visitFacts(context, charge)).length > 0;
    await context.db
      .updateTable('charge')
      .set({ coveredLaterAt: isCovered ? (charge.coveredLaterAt ?? context.now) : null })
      .where('practiceId', '=', context.practiceId)
      .where('id', '=', charge.id)
      .execute();
  }
}
