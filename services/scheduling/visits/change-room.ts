import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { MINUTE_MS, plusMs } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import type { AppointmentRow } from '../appointments/appointment-repository.ts';
import { insertClaims, releaseClaims, releaseExpired } from '../appointments/claim-repository.ts';
import type { SchedulingContext } from '../context.ts';
import { resourceById } from '../schedule/schedule-repository.ts';

const SHORTEST_STAY_MS = 5 * MINUTE_MS;

/** The patient is put into another room than the booked one: it is taken from now to the visit's end. */
export async function changeRoom(
  context: SchedulingContext,
  row: AppointmentRow,
  roomId: string,
): Promise<void> {
  const { db, now } = context;
  const room = await resourceById(db, roomId);
  if (room?.kind !== 'room' || room.locationId !== row.locationId || !room.active) {
    throw fail(schedulingContract, 'scheduling.resource_not_found', { resourceId: roomId });
  }
  const shortest = plusMs(now, SHORTEST_STAY_MS);
  const endAt = row.endAt > shortest ? row.endAt : shortest;
  const claim = {
    resourceId: roomId,
    kind: 'room' as const,
    startAt: now,
    endAt,
    from: now,
    to: plusMs(endAt, room.turnoverMinutes * MINUTE_MS),
  };
  await releaseClaims(db, row.id, 'room');
  await releaseExpired(db, [claim], now);
  const owner = { appointmentId: row.id, holdId: null, expiresAt: null };
  const sharing = new Set(room.capacity > 1 ? [roomId] : []);
  if (!(await insertClaims(context, [claim], { locationId: row.locationId, owner, sharing }))) {
    throw fail(schedulingContract, 'scheduling.slot_taken', { resourceId: roomId });
  }
}
