import { MINUTE_MS } from '@spark-den/kernel';
import { chooseEquipment, complete, durationMs, isAssetFree, occupiedBy } from './assign.ts';
import type { Schedule } from './compile.ts';
import { participantReasons, providerReasons } from './explain-provider.ts';
import { assetReason, reason } from './reasons.ts';
import { overlaps } from './spans.ts';
import type { Explanation, SlotReason, Span, Wish } from './types.ts';

/** Whether a wish can be met; if not, everything that is in the way. */
export function explainWish(schedule: Schedule, wish: Wish): Explanation {
  const { visit, siteId, start } = wish;
  const provider = schedule.provider(wish.providerId);
  const length = wish.durationMinutes ? wish.durationMinutes * MINUTE_MS : durationMs(visit, wish.providerId);
  const span = { start, end: start + length };
  if (!provider) return { slot: null, reasons: [reason('provider-not-working', wish.providerId)] };
  const occupied = occupiedBy(visit, span.start, span.end);
  const candidate = { provider, siteId, ...span };
  const reasons = [
    ...providerReasons(schedule, { provider, visitTypeId: visit.id, siteId, span, occupied }),
    ...participantReasons(schedule, visit, candidate),
    ...roomReasons(schedule, wish, occupied),
    ...equipmentReasons(schedule, wish, occupied),
    ...(wish.avoid ?? [])
      .filter(entry => overlaps(entry, span))
      .map(entry => reason('patient-busy', null, entry)),
  ];
  return reasons.length > 0
    ? { slot: null, reasons }
    : { slot: complete(schedule, visit, candidate, wish.roomId), reasons };
}

function roomReasons(schedule: Schedule, wish: Wish, occupied: Span): SlotReason[] {
  if (wish.visit.roomPool === null) return [];
  const rooms = schedule
    .pool('room', wish.visit.roomPool, wish.siteId)
    .filter(entry => wish.roomId === undefined || entry.asset.id === wish.roomId);
  if (rooms.length === 0) return [reason('no-room-of-pool', wish.roomId ?? null)];
  if (rooms.some(room => isAssetFree(room, occupied))) return [];
  return rooms.map(room => assetReason('room-busy', room, occupied));
}

function equipmentReasons(schedule: Schedule, wish: Wish, occupied: Span): SlotReason[] {
  const { equipmentPools } = wish.visit;
  if (chooseEquipment(schedule, equipmentPools, wish.siteId, occupied, [])) return [];
  const reasons = equipmentPools.flatMap(pool => {
    const pieces = schedule.pool('equipment', pool, wish.siteId);
    if (pieces.length === 0) return [reason('no-equipment-of-pool', null)];
    return pieces
      .filter(piece => !isAssetFree(piece, occupied))
      .map(piece => assetReason('equipment-busy', piece, occupied));
  });
  // all are free, but two pools have no more than one piece between them
  return reasons.length > 0 ? reasons : [reason('no-equipment-of-pool', null)];
}
