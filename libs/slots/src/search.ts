import { DAY_MS } from '@spark-den/kernel';
import { complete, type Candidate } from './assign.ts';
import { candidateFinder } from './candidates.ts';
import type { Schedule } from './compile.ts';
import { scoreOf } from './policy.ts';
import type { Slot, SlotPage, SlotSearch } from './types.ts';

/** Where a candidate stands in the list: by score, then time, then provider and site. */
interface Place {
  readonly score: number;
  readonly start: number;
  readonly providerId: string;
  readonly siteId: string;
}

/**
 * Free times for a visit whose start lies in `[search.start, search.end)`, one page of them.
 * A page goes on after the last slot of the one before, whatever was booked in between.
 */
export function findSlots(schedule: Schedule, search: SlotSearch): SlotPage {
  const limit = search.limit ?? Infinity;
  const after = search.after ? parseCursor(search.after) : null;
  return (search.policy ?? 'earliest') === 'earliest' && !search.prefer
    ? earliest(schedule, search, limit, after)
    : scored(schedule, search, limit, after);
}

/** Day by day, so that the first page needs no more than its own days. */
function earliest(schedule: Schedule, search: SlotSearch, limit: number, after: Place | null): SlotPage {
  const candidatesIn = candidateFinder(schedule, search);
  const slots: Slot[] = [];
  let start = Math.max(search.start, after?.start ?? search.start);
  while (start < search.end) {
    const end = Math.min(start + DAY_MS, search.end);
    let previous: Candidate | undefined;
    for (const candidate of byStart(candidatesIn({ start, end }), start)) {
      const repeated = previous !== undefined && isSame(previous, candidate);
      previous = candidate;
      if (repeated || (after && comparePlaces(placeOf(candidate, 0), after) <= 0)) continue;
      const slot = complete(schedule, search.visit, candidate);
      if (!slot) continue;
      if (slots.length === limit) return { slots, next: cursorOf(slots[limit - 1]!, 0) };
      slots.push(slot);
    }
    start = end;
  }
  return { slots, next: null };
}

function scored(schedule: Schedule, search: SlotSearch, limit: number, after: Place | null): SlotPage {
  const score = scoreOf(schedule, search);
  const ranked = candidateFinder(
    schedule,
    search,
  )(search)
    .map(candidate => ({ candidate, place: placeOf(candidate, score(candidate)) }))
    .sort((a, b) => comparePlaces(a.place, b.place));
  const slots: Slot[] = [];
  let last: Place | null = after;
  for (const { candidate, place } of ranked) {
    if (last && comparePlaces(place, last) <= 0) continue;
    const slot = complete(schedule, search.visit, candidate);
    if (!slot) continue;
    if (slots.length === limit) return { slots, next: last && cursorOf(slots[limit - 1]!, last.score) };
    slots.push(slot);
    last = place;
  }
  return { slots, next: null };
}

/** In order of start, then as they came. Numbers sort several times as fast as objects by a comparison. */
function byStart(candidates: readonly Candidate[], from: number): Candidate[] {
  const count = candidates.length;
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    keys[index] = (candidates[index]!.start - from) * count + index;
  }
  keys.sort();
  const sorted: Candidate[] = [];
  for (let index = 0; index < count; index += 1) sorted.push(candidates[keys[index]! % count]!);
  return sorted;
}

/** Windows that overlap offer a start twice. */
function isSame(a: Candidate, b: Candidate): boolean {
  return a.start === b.start && a.provider === b.provider && a.siteId === b.siteId;
}

function placeOf(candidate: Candidate, score: number): Place {
  return { score, start: candidate.start, providerId: candidate.provider.id, siteId: candidate.siteId };
}

function comparePlaces(a: Place, b: Place): number {
  if (a.score !== b.score) return a.score - b.score;
  if (a.start !== b.start) return a.start - b.start;
  if (a.providerId !== b.providerId) return a.providerId < b.providerId ? -1 : 1;
  return a.siteId === b.siteId ? 0 : a.siteId < b.siteId ? -1 : 1;
}

function cursorOf(slot: Slot, score: number): string {
  return JSON.stringify([score, slot.start, slot.participants[0]!.id, slot.siteId]);
}

/** Whether a text can be the `next` of a page; one that came from outside is asked first. */
export function isCursor(text: string): boolean {
  try {
    parseCursor(text);
    return true;
  } catch {
    return false;
  }
}

/** @throws SyntaxError or RangeError for a text that `findSlots` did not make */
function parseCursor(cursor: string): Place {
  const parsed: unknown = JSON.parse(cursor);
  if (Array.isArray(parsed)) {
    const [score, start, providerId, siteId] = parsed as unknown[];
    if (
      typeof score === 'number' &&
      typeof start === 'number' &&
      typeof providerId === 'string' &&
      typeof siteId === 'string'
    ) {
      return { score, start, providerId, siteId };
    }
  }
  throw new RangeError('not a cursor of a slot search');
}
