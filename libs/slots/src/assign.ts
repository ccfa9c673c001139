import { MINUTE_MS } from '@spark-den/kernel';
import type { CompiledAsset, CompiledProvider, Schedule } from './compile.ts';
import { contains, firstOverlap } from './spans.ts';
import type { Participant, Slot, Span, VisitType } from './types.ts';

/** A provider, a site and a time that suit the provider; the rest of the visit is still to be found. */
export interface Candidate {
  readonly provider: CompiledProvider;
  readonly siteId: string;
  readonly start: number;
  readonly end: number;
}

const NOTHING: readonly string[] = [];

/** The time that a visit takes from its resources: itself and its buffers. */
export function occupiedBy(visit: VisitType, start: number, end: number): Span {
  return {
    start: start - (visit.bufferBeforeMinutes ?? 0) * MINUTE_MS,
    end: end + (visit.bufferAfterMinutes ?? 0) * MINUTE_MS,
  };
}

export function durationMs(visit: VisitType, providerId: string): number {
  return (visit.providerDurations?.[providerId] ?? visit.durationMinutes) * MINUTE_MS;
}

/** The time that a visit takes from an asset: that from its other resources, set-up and turnover. */
export function assetTime({ asset }: CompiledAsset, { start, end }: Span): Span {
  return {
    start: start - (asset.setupMinutes ?? 0) * MINUTE_MS,
    end: end + (asset.turnoverMinutes ?? 0) * MINUTE_MS,
  };
}

export function isAssetFree(entry: CompiledAsset, occupied: Span): boolean {
  const { start, end } = assetTime(entry, occupied);
  return firstOverlap(entry.blocked, start, end) === undefined;
}

/** Finds room, equipment and further participants for a candidate; `null` when something is missing. */
export function complete(
  schedule: Schedule,
  visit: VisitType,
  candidate: Candidate,
  roomId?: string,
): Slot | null {
  const { start, end, siteId, provider } = candidate;
  if (needsNothingElse(visit)) {
    return { start, end, siteId, participants: provider.alone, roomId: null, equipmentIds: NOTHING };
  }
  const occupied = occupiedBy(visit, start, end);
  const others = chooseParticipants(schedule, visit.participants ?? [], visit.id, candidate, [provider.id]);
  if (!others) return null;
  let room: CompiledAsset | undefined;
  if (visit.roomPool !== null) {
    room = schedule
      .pool('room', visit.roomPool, siteId)
      .find(entry => (roomId === undefined || entry.asset.id === roomId) && isAssetFree(entry, occupied));
    if (!room) return null;
  }
  const equipment = chooseEquipment(schedule, visit.equipmentPools, siteId, occupied, []);
  if (!equipment) return null;
  return {
    start,
    end,
    siteId,
    participants: [{ role: 'provider', id: provider.id }, ...others],
    roomId: room?.asset.id ?? null,
    equipmentIds: equipment,
  };
}

function needsNothingElse(visit: VisitType): boolean {
  return visit.roomPool === null && visit.equipmentPools.length === 0 && !visit.participants?.length;
}

/** One free piece of each pool, none twice; tries further when an early choice blocks a later pool. */
export function chooseEquipment(
  schedule: Schedule,
  pools: readonly string[],
  siteId: string,
  occupied: Span,
  taken: readonly string[],
): string[] | null {
  const [pool, ...rest] = pools;
  if (pool === undefined) return [...taken];
  for (const entry of schedule.pool('equipment', pool, siteId)) {
    if (taken.includes(entry.asset.id) || !isAssetFree(entry, occupied)) continue;
    const chosen = chooseEquipment(schedule, rest, siteId, occupied, [...taken, entry.asset.id]);
    if (chosen) return chosen;
  }
  return null;
}

/** One free provider for each part, none twice; tries further when an early choice is needed later. */
export function chooseParticipants(
  schedule: Schedule,
  wanted: readonly Participant[],
  visitTypeId: string,
  visit: Candidate,
  taken: readonly string[],
): { role: string; id: string }[] | null {
  const [participant, ...rest] = wanted;
  if (!participant) return [];
  const span = partOf(participant, visit.start);
  for (const id of participant.providerIds) {
    const provider = schedule.provider(id);
    if (!provider || taken.includes(id)) continue;
    if (!isFreeAt(schedule, provider, visitTypeId, visit.siteId, span)) continue;
    const others = chooseParticipants(schedule, rest, visitTypeId, visit, [...taken, id]);
    if (others) return [{ role: participant.role, id }, ...others];
  }
  return null;
}

/** The stretch of a participant in a visit that starts at `start`. */
export function partOf({ offsetMinutes, durationMinutes }: Participant, start: number): Span {
  const from = start + offsetMinutes * MINUTE_MS;
  return { start: from, end: from + durationMinutes * MINUTE_MS };
}

/** Whether a provider works at a site for a visit type during a stretch, and is free. */
export function isFreeAt(
  schedule: Schedule,
  provider: CompiledProvider,
  visitTypeId: string,
  siteId: string,
  span: Span,
): boolean {
  const works = schedule
    .openFor(provider, visitTypeId)
    .some(
      window =>
        window.siteId === siteId &&
        (window.visitTypeIds === null || window.visitTypeIds.has(visitTypeId)) &&
        contains(window, span),
    );
  return works && !firstOverlap(schedule.blockedAt(provider, siteId), span.start, span.end);
}
