import { DAY_MS, MINUTE_MS } from '@spark-den/kernel';
import type { Schedule } from './compile.ts';
import { findSlots } from './search.ts';
import { overlaps } from './spans.ts';
import type { Alternative, AlternativeKind, Slot, Span, Wish } from './types.ts';
import { zoneTable } from './zone-table.ts';

/** What a change costs the patient, in minutes of a later appointment. */
const OTHER_PROVIDER = 90;
const OTHER_SITE = 120;

export interface AlternativeOptions {
  /** Nothing before this time (now, as a rule). */
  readonly from: number;
  readonly days?: number;
  readonly limit?: number;
  readonly stepMinutes?: number;
}

/**
 * What could be instead of a wish that does not fit: nearest in time first, another provider or place
 * counted as a delay. No two alternatives of one provider overlap, so that the list shows real choices.
 */
export function rankAlternatives(schedule: Schedule, wish: Wish, options: AlternativeOptions): Alternative[] {
  const { limit = 5, days = 14, stepMinutes = 10 } = options;
  const range: Span = {
    start: Math.max(options.from, wish.start - DAY_MS),
    end: wish.start + days * DAY_MS,
  };
  const ranked = findSlots(schedule, {
    ...range,
    visit: wish.visit,
    avoid: wish.avoid,
    stepMinutes,
  })
    .slots.filter(slot => slot.start !== wish.start || providerOf(slot) !== wish.providerId)
    .map(slot => ({ slot, cost: costOf(slot, wish) }))
    .sort(
      (a, b) =>
        a.cost - b.cost || a.slot.start - b.slot.start || (providerOf(a.slot) < providerOf(b.slot) ? -1 : 1),
    );
  return choose(
    schedule,
    wish,
    ranked.map(({ slot }) => slot),
    limit,
  );
}

/** The cheapest first, but no kind more than twice while another kind has something to offer. */
function choose(schedule: Schedule, wish: Wish, ranked: readonly Slot[], limit: number): Alternative[] {
  const chosen: Alternative[] = [];
  const isNew = (slot: Slot) =>
    !chosen.some(({ slot: other }) => providerOf(other) === providerOf(slot) && overlaps(other, slot));
  for (const perKind of [2, limit]) {
    for (const slot of ranked) {
      if (chosen.length === limit) break;
      const why = kindOf(schedule, slot, wish);
      if (chosen.filter(other => other.why === why).length < perKind && isNew(slot)) {
        chosen.push({ slot, why, shiftMinutes: Math.round((slot.start - wish.start) / MINUTE_MS) });
      }
    }
  }
  return chosen.sort((a, b) => costOf(a.slot, wish) - costOf(b.slot, wish));
}

function costOf(slot: Slot, wish: Wish): number {
  return (
    Math.abs(slot.start - wish.start) / MINUTE_MS +
    (providerOf(slot) === wish.providerId ? 0 : OTHER_PROVIDER) +
    (slot.siteId === wish.siteId ? 0 : OTHER_SITE)
  );
}

function kindOf(schedule: Schedule, slot: Slot, wish: Wish): AlternativeKind {
  if (providerOf(slot) !== wish.providerId) {
    return slot.start === wish.start ? 'other-provider-same-time' : 'other-provider-nearest';
  }
  const table = zoneTable(schedule.sites.get(wish.siteId)?.zone ?? 'UTC');
  return table.dayOf(slot.start) === table.dayOf(wish.start)
    ? 'same-provider-nearest'
    : 'same-provider-next-day';
}

function providerOf(slot: Slot): string {
  return slot.participants[0]!.id;
}
