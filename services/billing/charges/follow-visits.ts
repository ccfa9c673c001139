import type { PayloadOf } from '@spark-den/contracts/operation';
import { AppointmentStatusChanged } from '@spark-den/contracts/scheduling/events';
import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import { on, type Subscription } from '@spark-den/service-kit';
import type { BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';

/** From the moment the patient is with the provider, the visit is kept and must end in charges or a reason. */
const KEPT: ReadonlySet<AppointmentStatus> = new Set(['with-provider', 'ready-checkout', 'checked-out']);

async function followVisit(
  context: BillingContext,
  visit: PayloadOf<typeof AppointmentStatusChanged>,
): Promise<void> {
  const keptAt = KEPT.has(visit.to) ? visit.at : null;
  await context.db
    .insertInto('visit')
    .values({
      appointmentId: visit.appointmentId,
      practiceId: context.practiceId,
      patientId: visit.patientId,
      providerId: visit.providerId,
      locationId: visit.locationId,
      dateOfService: visit.date,
      keptAt,
      noChargeReason: null,
      noChargeNote: null,
      noChargeBy: null,
    })
    .onConflict(conflict =>
      conflict.columns(['practiceId', 'appointmentId']).doUpdateSet(eb => ({
        patientId: visit.patientId,
        providerId: visit.providerId,
        locationId: visit.locationId,
        dateOfService: visit.date,
        // The first step that kept it counts; a step that is undone takes it back.
        keptAt: keptAt === null ? null : eb.fn.coalesce('visit.keptAt', 'excluded.keptAt'),
      })),
    )
    .execute();
}

export const visitSubscriptions: readonly Subscription<BillingDatabase>[] = [
  on<typeof AppointmentStatusChanged, BillingDatabase>(
    AppointmentStatusChanged,
    'billing.follow-visits',
    (context, event) => followVisit(context, event.payload),
  ),
];
