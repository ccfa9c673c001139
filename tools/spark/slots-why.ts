import { DAY_MS, instant, toEpochMs } from '@spark-den/kernel';
import {
  compileSchedule,
  explainWish,
  findSlots,
  minuteInstant,
  rankAlternatives,
  type Schedule,
  type Slot,
  type SlotReason,
  type SlotSearch,
  type World,
} from '@spark-den/slots';
import { z } from 'zod';
import { Misuse } from './arguments.ts';

/** A slot as the command line prints it. */
export function slotView(slot: Slot) {
  return {
    start: minuteInstant(slot.start),
    end: minuteInstant(slot.end),
    site: slot.siteId,
    participants: slot.participants,
    room: slot.roomId,
    equipment: slot.equipmentIds,
  };
}

/**
 * Why a search does or does not offer a time: for each provider and site that it admits, everything that is in the way, and
 * what could be instead.
 *
 * @throws Misuse where `text` is no instant
 */
export function whyAt(world: World, search: SlotSearch, text: string) {
  const start = instantOf(text);
  const range = {
    start: Math.min(search.start, start - DAY_MS),
    end: Math.max(search.end, start + 2 * DAY_MS),
  };
  const schedule = compileSchedule(world, range);
  const inRange = search.start <= start && start < search.end;
  const offered = inRange
    ? findSlots(schedule, { ...search, start, end: start + 1, limit: undefined, after: null }).slots
    : [];
  const wishes = placesOf(world, search, schedule).map(({ providerId, siteId }) => {
    const wish = { visit: search.visit, providerId, siteId, start, avoid: search.avoid };
    const { slot, reasons } = explainWish(schedule, wish);
    const isOffered = offered.some(
      ({ participants, ...other }) => participants[0]?.id === providerId && other.siteId === siteId,
    );
    return {
      provider: providerId,
      site: siteId,
      offered: isOffered,
      reasons: slot && !isOffered ? [NOT_ASKED_FOR] : reasons.map(reasonView),
    };
  });
  const [first] = wishes;
  const alternatives =
    first && !wishes.some(wish => wish.offered)
      ? rankAlternatives(
          schedule,
          { visit: search.visit, providerId: first.provider, siteId: first.site, start, avoid: search.avoid },
          { from: search.start, stepMinutes: search.stepMinutes },
        ).map(({ slot, why, shiftMinutes }) => ({ ...slotView(slot), why, shiftMinutes }))
      : [];
  return { start: minuteInstant(start), offered: wishes.some(wish => wish.offered), wishes, alternatives };
}

/** Free, but off the search's grid, or outside its range, weekdays or hours. */
const NOT_ASKED_FOR = { code: 'not-asked-for', resource: null, start: null, end: null, ref: null } as const;

function reasonView({ code, resourceId, span, ref }: SlotReason) {
  return {
    code,
    resource: resourceId,
    start: span && minuteInstant(span.start),
    end: span && minuteInstant(span.end),
    ref,
  };
}

/** Providers that the search admits, each at the sites where they work at all, or else at the first. */
function placesOf(world: World, { providerIds = [], siteIds = [] }: SlotSearch, schedule: Schedule) {
  const isWanted = (wanted: readonly string[], id: string) => wanted.length === 0 || wanted.includes(id);
  const sites = world.sites.map(({ id }) => id).filter(id => isWanted(siteIds, id));
  return schedule.providers
    .filter(({ id }) => isWanted(providerIds, id))
    .flatMap(({ id, working }) => {
      const theirs = sites.filter(siteId => working.some(span => span.siteId === siteId));
      return (theirs.length > 0 ? theirs : sites.slice(0, 1)).map(siteId => ({ providerId: id, siteId }));
    });
}

function instantOf(text: string): number {
  const parsed = z.iso.datetime({ offset: true }).safeParse(text);
  if (!parsed.success) throw new Misuse('--at wants a time such as 2026-11-16T17:20:00Z');
  return toEpochMs(instant(parsed.data));
}
