import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import {
  DAY_MS,
  instant,
  plusMs,
  toEpochMs,
  type AppError,
  type Instant,
  type Zone,
} from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import {
  compileSchedule,
  explainWish,
  rankAlternatives,
  type Schedule,
  type Slot,
  type SlotReason,
  type Wish,
} from '@spark-den/slots';
import type { Selectable } from 'kysely';
import type { SchedulingContext } from '../context.ts';
import type { AppointmentTypeTable, ResourceTable } from '../database.ts';
import { alternativeView, reasonView } from '../slots/views.ts';
import { loadClaims, loadRows, type Range, type ScheduleRows } from '../slots/world-repository.ts';
import { toVisitType, toWorld } from '../slots/world.ts';
import { WALK_IN_MS } from '../visits/visit.ts';
import { claimsOf, type Placement, type WantedClaim } from './claim.ts';
import { insertClaims, isFull, lockResources, releaseExpired, type ClaimOwner } from './claim-repository.ts';
import { placementFailure } from './failures.ts';

export interface PlaceRequest {
  readonly appointmentTypeId: string;
  readonly providerId: string;
  readonly locationId: string;
  readonly start: Instant;
  readonly durationMinutes?: number;
  readonly roomId?: string;
  readonly participants?: Placement['participants'];
  readonly exceptionReason?: string;
}

export interface PlacedVisit {
  readonly start: Instant;
  readonly end: Instant;
  readonly zone: Zone;
  readonly roomId: string | null;
  readonly equipmentIds: readonly string[];
  readonly slot: Slot;
  readonly zones: ReadonlyMap<string, Zone>;
}

/** Alternatives are looked for this far ahead of a wish that failed. */
const HORIZON_MS = 14 * DAY_MS;
const ATTEMPTS = 4;

/**
 * Finds room and equipment for a visit and takes all of its time, or fails with the reasons and with what
 * could be instead. The exclusion constraint has the last word; when it refuses, the choice is made anew
 * from what is free by then.
 */
export async function placeVisit(
  context: SchedulingContext,
  request: PlaceRequest,
  owner: ClaimOwner,
): Promise<PlacedVisit> {
  const { db, now } = context;
  if (toEpochMs(request.start) < toEpochMs(now) - WALK_IN_MS) {
    throw fail(schedulingContract, 'scheduling.in_the_past');
  }
  const asException = request.exceptionReason !== undefined;
  if (asException && !mayOverbook(context)) throw fail(schedulingContract, 'scheduling.override_forbidden');
  const range = { start: plusMs(request.start, -DAY_MS), end: plusMs(request.start, DAY_MS) };
  const rows = await loadRows(db, range);
  const wished = wishedRows(rows, request);
  await lockResources(db, providersOf(request));
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const schedule = await scheduleOf(context, rows, range);
    const { slot: free, reasons } = explainWish(schedule, wished.wish);
    if (!free && !asException) throw await refusal(context, wished.wish, reasons);
    const slot = free ?? exceptionalSlot(schedule, wished.wish);
    const placement = placementOf(rows, wished.type, slot, request);
    const wanted = claimsOf(placement);
    await releaseExpired(db, wanted, now);
    const sharing = await sharedResources(context, rows, wanted, asException);
    if (
      sharing &&
      (await insertClaims(context, wanted, { locationId: request.locationId, owner, sharing }))
    ) {
      return {
        start: placement.start,
        end: placement.end,
        zone: wished.zone,
        roomId: slot.roomId,
        equipmentIds: slot.equipmentIds,
        slot,
        zones: new Map(rows.locations.map(({ id, zone }) => [id, zone])),
      };
    }
  }
  throw placementFailure([], []);
}

function providersOf(request: PlaceRequest): string[] {
  return [request.providerId, ...(request.participants ?? []).map(part => part.providerId)];
}

function mayOverbook({ principal }: SchedulingContext): boolean {
  return principal.kind === 'service' || principal.permissions.has('scheduling.appointment.overbook');
}

interface Wished {
  readonly type: Selectable<AppointmentTypeTable>;
  readonly zone: Zone;
  readonly wish: Wish;
}

function wishedRows(rows: ScheduleRows, request: PlaceRequest): Wished {
  const type = rows.appointmentTypes.find(entry => entry.id === request.appointmentTypeId);
  if (!type?.active) throw fail(schedulingContract, 'scheduling.appointment_type_not_found');
  const place = rows.locations.find(entry => entry.id === request.locationId);
  if (!place) throw fail(schedulingContract, 'scheduling.location_not_found');
  const known = (id: string, kind: ResourceTable['kind']) =>
    rows.resources.some(entry => entry.id === id && entry.kind === kind && entry.active);
  if (!providersOf(request).every(id => known(id, 'provider'))) {
    throw fail(schedulingContract, 'scheduling.provider_not_found');
  }
  if (request.roomId !== undefined && !known(request.roomId, 'room')) {
    throw fail(schedulingContract, 'scheduling.resource_not_found');
  }
  return { type, zone: place.zone, wish: wishOf(type, request) };
}

function wishOf(type: Wished['type'], request: PlaceRequest): Wish {
  const participants = (request.participants ?? []).map(part => ({
    role: 'participant',
    offsetMinutes: part.offsetMinutes,
    durationMinutes: part.durationMinutes,
    providerIds: [part.providerId],
  }));
  return {
    visit: toVisitType(type, participants, request.durationMinutes),
    providerId: request.providerId,
    siteId: request.locationId,
    start: toEpochMs(request.start),
    roomId: request.roomId,
  };
}

async function scheduleOf(context: SchedulingContext, rows: ScheduleRows, range: Range): Promise<Schedule> {
  const claims = await loadClaims(context.db, range, context.now);
  return compileSchedule(toWorld(rows, claims), {
    start: toEpochMs(range.start),
    end: toEpochMs(range.end),
  });
}

/** Everything in the way of a wish, and what could be instead; only then is more read than the days around it. */
async function refusal(
  context: SchedulingContext,
  wish: Wish,
  reasons: readonly SlotReason[],
): Promise<AppError> {
  const range = { start: instant(wish.start - DAY_MS), end: instant(wish.start + HORIZON_MS) };
  const rows = await loadRows(context.db, range);
  const schedule = await scheduleOf(context, rows, range);
  const zones = new Map(rows.locations.map(({ id, zone }) => [id, zone]));
  const alternatives = rankAlternatives(schedule, wish, { from: toEpochMs(context.now) });
  return placementFailure(
    reasons.map(reasonView),
    alternatives.map(alternative => alternativeView(alternative, zones)),
  );
}

/** An exception overrides the provider's hours and bookings; a room is given where one is free. */
function exceptionalSlot(schedule: Schedule, wish: Wish): Slot {
  const duration = wish.visit.providerDurations?.[wish.providerId] ?? wish.visit.durationMinutes;
  const end = wish.start + duration * 60_000;
  const rooms = wish.visit.roomPool === null ? [] : schedule.pool('room', wish.visit.roomPool, wish.siteId);
  const room = rooms.find(
    ({ asset, blocked }) =>
      (wish.roomId === undefined || asset.id === wish.roomId) &&
      !blocked.some(span => span.start < end && wish.start < span.end),
  );
  return {
    start: wish.start,
    end,
    siteId: wish.siteId,
    participants: [
      { role: 'provider', id: wish.providerId },
      ...(wish.visit.participants ?? []).map(part => ({ role: part.role, id: part.providerIds[0]! })),
    ],
    roomId: room?.asset.id ?? null,
    equipmentIds: [],
  };
}

function placementOf(
  rows: ScheduleRows,
  type: Selectable<AppointmentTypeTable>,
  slot: Slot,
  request: PlaceRequest,
): Placement {
  const asset = (id: string) => ({
    id,
    turnoverMinutes: rows.resources.find(entry => entry.id === id)?.turnoverMinutes ?? 0,
  });
  return {
    providerId: request.providerId,
    start: instant(slot.start),
    end: instant(slot.end),
    room: slot.roomId === null ? null : asset(slot.roomId),
    equipment: slot.equipmentIds.map(asset),
    participants: request.participants ?? [],
    bufferBeforeMinutes: type.bufferBeforeMinutes,
    bufferAfterMinutes: type.bufferAfterMinutes,
  };
}

/**
 * Resources that this visit uses beside others: seats of a capacity above one, counted under lock, and the
 * busy providers of a booked exception. `undefined` when the last seat has gone.
 */
async function sharedResources(
  { db, now }: SchedulingContext,
  rows: ScheduleRows,
  wanted: readonly WantedClaim[],
  asException: boolean,
): Promise<ReadonlySet<string> | undefined> {
  const capacityOf = (id: string) => rows.resources.find(entry => entry.id === id)?.capacity ?? 1;
  const seats = wanted.filter(claim => capacityOf(claim.resourceId) > 1);
  await lockResources(
    db,
    seats.map(claim => claim.resourceId),
  );
  const sharing = new Set<string>();
  for (const claim of seats) {
    const full = await isFull(db, claim, capacityOf(claim.resourceId), now);
    if (full && !(asException && claim.kind === 'provider')) return undefined;
    sharing.add(claim.resourceId);
  }
  if (asException) {
    for (const claim of wanted.filter(entry => entry.kind === 'provider')) {
      if (await isFull(db, claim, 1, now)) sharing.add(claim.resourceId);
    }
  }
  return sharing;
}
