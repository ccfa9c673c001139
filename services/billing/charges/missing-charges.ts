import { administrationContract } from '@spark-den/contracts/administration/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { HOUR_MS, plusMs, type LocalDate } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import type { BillingContext } from '../context.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { countDay, keptVisits, showVisit } from './visit-repository.ts';

/** Kept visits that end neither in a posted charge nor in a reason, oldest first. */
export async function listMissingCharges(
  context: BillingContext,
  input: {
    readonly locationId?: string | undefined;
    readonly overdueOnly: boolean;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
) {
  const limitHours = await missingChargeHours(context);
  const after = decodeCursor(input.cursor, 2);
  const rows = await keptVisits(context, {
    openOnly: true,
    locationId: input.locationId,
    limit: input.limit + 1,
    ...(input.overdueOnly ? { keptBefore: plusMs(context.now, -limitHours * HOUR_MS) } : {}),
    ...(after ? { after: [String(after[0]), String(after[1])] as const } : {}),
  });
  for (const row of rows) context.audit({ patientId: row.patientId });
  return pageOf(
    rows,
    input.limit,
    row => [row.keptAt, row.appointmentId],
    row => showVisit(row, context.now, limitHours),
  );
}

export async function recordNoCharge(
  context: BillingContext,
  input: { readonly appointmentId: string; readonly reason: string; readonly note?: string | undefined },
) {
  const [visit] = await keptVisits(context, { appointmentId: input.appointmentId });
  if (!visit) throw fail(billingContract, 'billing.visit_not_found', { appointmentId: input.appointmentId });
  if (visit.chargeStatus === 'posted') throw fail(billingContract, 'billing.visit_has_charge');
  await context.db
    .updateTable('visit')
    .set({ noChargeReason: input.reason, noChargeNote: input.note ?? null, noChargeBy: context.principal.id })
    .where('practiceId', '=', context.practiceId)
    .where('appointmentId', '=', input.appointmentId)
    .execute();
  context.audit({ patientId: visit.patientId, entityType: 'visit', entityId: input.appointmentId });
  return showVisit(
    { ...visit, noChargeReason: input.reason },
    context.now,
    await missingChargeHours(context),
  );
}

export async function getChargeReconciliation(
  context: BillingContext,
  { date, locationId }: { readonly date: LocalDate; readonly locationId?: string | undefined },
) {
  return { date, ...(await countDay(context, date, locationId)) };
}

async function missingChargeHours(context: BillingContext): Promise<number> {
  return (await context.call(administrationContract).getPractice({})).policies.missingChargeHours;
}
