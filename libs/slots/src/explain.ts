import { MINUTE_MS } from '@spark-den/kernel';
import { chooseEquipment, complete, durationMs, isAssetFree, occupiedBy } from './assign.ts';
import type { OpenWindow } from './availability.ts';
import type { CompiledAsset, CompiledProvider, Schedule } from './compile.ts';
import { contains, overlaps } from './spans.ts';
import type { Claim, Explanation, SlotReason, SlotReasonCode, Span, Wish } from './types.ts';

/** Whether a wish can be met; if not, everything that is in the way. */
export function explainWish(schedule: Schedule, wish: Wish): Explanation {
  const provider = schedule.provider(wish.providerId);
  const end =
    wish.start +
    (wish.durationMinutes ? wish.durationMinutes * MINUTE_MS : durationMs(wish.visit, wish.providerId));
  const span = { start: wish.start, end };
  if (!provider) return { slot: null, reasons: [reason('provider-not-working', wish.providerId)] };
  const occupied = occupiedBy(wish.visit, span.start, span.end);
  const reasons = [
    ...workingReasons(schedule, provider, wish, span),
    ...busyReasons(schedule, provider, wish.siteId, occupied),
    ...roomReasons(schedule, wish, occupied),
    ...equipmentReasons(schedule, wish, occupied),
    ...(wish.avoid ?? [])
      .filter(entry => overlaps(entry, span))
      .map(entry => reason('patient-busy', null, entry)),
  ];
  if (reasons.length > 0) return { slot: null, reasons };
  const slot = complete(schedule, wish.visit, { provider, siteId: wish.siteId, ...span }, wish.roomId);
  return slot ? { slot, reasons: [] } : { slot: null, reasons: [reason('provider-busy', null)] };
}

function workingReasons(
  schedule: Schedule,
  provider: CompiledProvider,
  wish: Wish,
  span: Span,
): SlotReason[] {
  const allows = (types: ReadonlySet<string> | null) => types === null || types.has(wish.visit.id);
  const isHere = (window: OpenWindow) => window.siteId === wish.siteId && contains(window, span);
  if (
    schedule.openFor(provider, wish.visit.id).some(window => isHere(window) && allows(window.visitTypeIds))
  ) {
    return [];
  }
  const open = provider.open.filter(isHere);
  if (open.some(window => allows(window.visitTypeIds))) {
    return provider.blocks
      .filter(block => overlaps(block, span) && !allows(block.visitTypeIds))
      .map(block => reason('type-not-offered', provider.id, block));
  }
  if (open.length > 0) return [reason('type-not-offered', provider.id)];
  const worksHere = provider.working.some(entry => entry.siteId === wish.siteId && contains(entry, span));
  if (worksHere) {
    const away = provider.timeOff.filter(entry => overlaps(entry, span));
    const shut = (schedule.closed.get(wish.siteId) ?? []).filter(entry => overlaps(entry, span));
    return [
      ...away.map(entry => reason('provider-time-off', provider.id, entry)),
      ...shut.map(entry => reason('location-closed', null, entry)),
    ];
  }
  const elsewhere = provider.working.find(entry => entry.siteId !== wish.siteId && overlaps(entry, span));
  return [
    elsewhere
      ? reason('wrong-location', provider.id, elsewhere)
      : reason('provider-not-working', provider.id),
  ];
}

function busyReasons(
  schedule: Schedule,
  provider: CompiledProvider,
  siteId: string,
  occupied: Span,
): SlotReason[] {
  if (!schedule.blockedAt(provider, siteId).some(entry => overlaps(entry, occupied))) return [];
  return provider.claims.flatMap(claim => {
    if (overlaps(claim, occupied)) return [claimReason('provider-busy', claim)];
    const onTheWay = claim.siteId !== siteId && overlaps(schedule.withTravel(claim, siteId), occupied);
    return onTheWay ? [claimReason('travel-between-sites', claim)] : [];
  });
}

function roomReasons(schedule: Schedule, wish: Wish, occupied: Span): SlotReason[] {
  if (wish.visit.roomPool === null) return [];
  const rooms = schedule
    .pool('room', wish.visit.roomPool, wish.siteId)
    .filter(entry => wish.roomId === undefined || entry.asset.id === wish.roomId);
  if (rooms.length === 0) return [reason('no-room-of-pool', wish.roomId ?? null)];
  if (rooms.some(room => isAssetFree(room, occupied.start, occupied.end))) return [];
  return rooms.map(room => assetReason('room-busy', room, occupied));
}

function equipmentReasons(schedule: Schedule, wish: Wish, occupied: Span): SlotReason[] {
  if (chooseEquipment(schedule, wish.visit.equipmentPools, wish.siteId, occupied, [])) return [];
  return wish.visit.equipmentPools.flatMap(pool => {
    const pieces = schedule.pool('equipment', pool, wish.siteId);
    if (pieces.length === 0) return [reason('no-equipment-of-pool', null)];
    const busy = pieces.filter(piece => !isAssetFree(piece, occupied.start, occupied.end));
    return busy.length < pieces.length && wish.visit.equipmentPools.length === 1
      ? []
      : busy.map(piece => assetReason('equipment-busy', piece, occupied));
  });
}

function assetReason(code: SlotReasonCode, { asset, claims }: CompiledAsset, occupied: Span): SlotReason {
  const needed = { start: occupied.start, end: occupied.end + (asset.turnoverMinutes ?? 0) * MINUTE_MS };
  const claim = claims.find(entry => overlaps(entry, needed));
  if (claim) return claimReason(code, claim);
  return reason(code, asset.id, asset.timeOff?.find(entry => overlaps(entry, needed)) ?? null);
}

function claimReason(code: SlotReasonCode, claim: Claim): SlotReason {
  return {
    code,
    resourceId: claim.resourceId,
    span: { start: claim.start, end: claim.end },
    ref: claim.ref ?? null,
  };
}

function reason(code: SlotReasonCode, resourceId: string | null, span: Span | null = null): SlotReason {
  return { code, resourceId, span: span && { start: span.start, end: span.end }, ref: null };
}
