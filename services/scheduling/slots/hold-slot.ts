import type { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { plusMs } from '@spark-den/kernel';
import type { Handler } from '@spark-den/service-kit';
import { placeVisit } from '../appointments/place-visit.ts';
import type { SchedulingDatabase } from '../database.ts';
import { deleteHold, insertHold } from './hold-repository.ts';
import { slotView } from './views.ts';

type HoldSlot = Handler<typeof schedulingContract.operations.holdSlot, SchedulingDatabase>;
type ReleaseHold = Handler<typeof schedulingContract.operations.releaseHold, SchedulingDatabase>;

/** A hold takes its time as a booking does, until it is used, given back or expired. */
export const holdSlot: HoldSlot = async (context, { seconds, ...wish }) => {
  const holdId = context.newId();
  const expiresAt = plusMs(context.now, seconds * 1_000);
  const placed = await placeVisit(context, wish, { appointmentId: null, holdId, expiresAt });
  await insertHold(context.db, {
    id: holdId,
    practiceId: context.practiceId,
    heldBy: context.principal.id,
    appointmentTypeId: wish.appointmentTypeId,
    providerId: wish.providerId,
    locationId: wish.locationId,
    roomId: placed.roomId,
    equipmentIds: JSON.stringify(placed.equipmentIds),
    startAt: placed.start,
    endAt: placed.end,
    expiresAt,
  });
  const slot = slotView(placed.slot, placed.zones);
  return { holdId, slot, appointmentTypeId: wish.appointmentTypeId, expiresAt };
};

export const releaseHold: ReleaseHold = async (context, { holdId }) => ({
  released: await deleteHold(context.db, holdId, context.principal.id),
});
