import type { ResourceKind } from '@spark-den/contracts/scheduling/types';
import { instant, MINUTE_MS, plusMs, type Instant } from '@spark-den/kernel';

/** Time of one resource that a visit takes. */
export interface WantedClaim {
  readonly resourceId: string;
  readonly kind: ResourceKind;
  /** The part in the visit. */
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** The same with buffers: what nobody else may use. */
  readonly from: Instant;
  readonly to: Instant;
}

export interface Placement {
  readonly providerId: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly room: { readonly id: string; readonly turnoverMinutes: number } | null;
  readonly equipment: readonly { readonly id: string; readonly turnoverMinutes: number }[];
  readonly participants: readonly {
    readonly providerId: string;
    readonly offsetMinutes: number;
    readonly durationMinutes: number;
  }[];
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
}

/**
 * Every claim of a visit, in order of resource id: two bookings that want the same resources take them in
 * the same order, so one waits for the other and neither deadlocks.
 */
export function claimsOf(placement: Placement): WantedClaim[] {
  const { start, end } = placement;
  const from = plusMs(start, -placement.bufferBeforeMinutes * MINUTE_MS);
  const to = plusMs(end, placement.bufferAfterMinutes * MINUTE_MS);
  const asset = (
    kind: 'room' | 'equipment',
    { id, turnoverMinutes }: { id: string; turnoverMinutes: number },
  ) => ({
    resourceId: id,
    kind,
    startAt: start,
    endAt: end,
    from,
    to: plusMs(to, turnoverMinutes * MINUTE_MS),
  });
  const claims: WantedClaim[] = [
    { resourceId: placement.providerId, kind: 'provider', startAt: start, endAt: end, from, to },
    ...placement.participants.map(part => participantClaim(part, start)),
    ...(placement.room ? [asset('room', placement.room)] : []),
    ...placement.equipment.map(piece => asset('equipment', piece)),
  ];
  return claims.sort((a, b) => (a.resourceId < b.resourceId ? -1 : 1));
}

function participantClaim(part: Placement['participants'][number], start: Instant): WantedClaim {
  const from = plusMs(start, part.offsetMinutes * MINUTE_MS);
  const to = plusMs(from, part.durationMinutes * MINUTE_MS);
  return { resourceId: part.providerId, kind: 'provider', startAt: from, endAt: to, from, to };
}

export function atMinutes(start: Instant, minutes: number): Instant {
  return instant(Date.parse(start) + minutes * MINUTE_MS);
}
