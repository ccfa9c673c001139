import { MINUTE_MS } from '@spark-den/kernel';
import { durationMs, occupiedBy, type Candidate } from './assign.ts';
import type { OpenWindow } from './availability.ts';
import { minutesOfTime, weekdayOf } from './calendar.ts';
import type { CompiledProvider, Schedule } from './compile.ts';
import { firstEndingAfter, firstOverlap, unionOf, type SpanSet } from './spans.ts';
import type { SlotSearch, Span } from './types.ts';
import { zoneTable, type ZoneTable } from './zone-table.ts';

/** Lists the starts in `part` that suit each wanted provider's own time, by provider, then by site. */
export function candidateFinder(schedule: Schedule, search: SlotSearch): (part: Span) => Candidate[] {
  const providers = wantedProviders(schedule, search);
  const fits = wallClockFilter(search);
  const avoid = unionOf([...(search.avoid ?? [])].sort((a, b) => a.start - b.start));
  const siteIds = search.siteIds && search.siteIds.length > 0 ? new Set(search.siteIds) : null;
  return part => {
    const found: Candidate[] = [];
    for (const provider of providers) {
      const open = schedule.openFor(provider, search.visit.id);
      const first = firstWindow(open, part.start);
      for (const siteId of provider.siteIds) {
        if (siteIds && !siteIds.has(siteId)) continue;
        for (let index = first; index < open.length; index += 1) {
          const window = open[index]!;
          if (window.start >= part.end) break;
          if (window.end <= part.start || window.siteId !== siteId) continue;
          if (window.visitTypeIds && !window.visitTypeIds.has(search.visit.id)) continue;
          startsIn(schedule, search, provider, window, part, { fits, avoid }, found);
        }
      }
    }
    return found;
  };
}

interface Filters {
  readonly fits: ((start: number, end: number, table: ZoneTable) => boolean) | null;
  readonly avoid: SpanSet;
}

function startsIn(
  schedule: Schedule,
  search: SlotSearch,
  provider: CompiledProvider,
  window: OpenWindow,
  part: Span,
  { fits, avoid }: Filters,
  found: Candidate[],
): void {
  const { siteId } = window;
  const duration = durationMs(search.visit, provider.id);
  const step = search.stepMinutes * MINUTE_MS;
  const buffered = occupiedBy(search.visit, 0, duration);
  const blocked = schedule.blockedAt(provider, siteId);
  const table = zoneTable(schedule.sites.get(siteId)!.zone);
  const last = Math.min(window.end - duration, part.end - 1);
  let start = onGrid(Math.max(window.start, part.start), window.anchor, step);
  let index = firstEndingAfter(blocked, start + buffered.start);
  while (start <= last) {
    while (index < blocked.length && blocked[index]!.end <= start + buffered.start) index += 1;
    const obstacle = blocked[index];
    if (obstacle && obstacle.start < start + buffered.end) {
      start = onGrid(obstacle.end - buffered.start, window.anchor, step);
      continue;
    }
    const end = start + duration;
    if ((!fits || fits(start, end, table)) && (avoid.length === 0 || !firstOverlap(avoid, start, end))) {
      found.push({ provider, siteId, start, end });
    }
    start += step;
  }
}

/** The first start at or after a time. */
function onGrid(at: number, anchor: number, step: number): number {
  return anchor + Math.ceil((at - anchor) / step) * step;
}

function wantedProviders(schedule: Schedule, search: SlotSearch): readonly CompiledProvider[] {
  if (!search.providerIds || search.providerIds.length === 0) return schedule.providers;
  const wanted = new Set(search.providerIds);
  return schedule.providers.filter(provider => wanted.has(provider.id));
}

/** Windows are in order of start and may overlap; none that began two days before can still be open. */
function firstWindow(open: readonly OpenWindow[], from: number): number {
  const since = from - 2 * 24 * 60 * MINUTE_MS;
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (open[middle]!.start < since) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a visit lies within weekdays and hours at its site; `null` when nothing is asked. */
export function wallClockFilter({
  weekdays,
  earliestTime,
  latestTime,
}: Pick<SlotSearch, 'weekdays' | 'earliestTime' | 'latestTime'>): Filters['fits'] {
  if (!weekdays?.length && !earliestTime && !latestTime) return null;
  const earliest = earliestTime ? minutesOfTime(earliestTime) : 0;
  const latest = latestTime ? minutesOfTime(latestTime) : Infinity;
  return (start, end, table) => {
    const day = table.dayOf(start);
    if (weekdays && weekdays.length > 0 && !weekdays.includes(weekdayOf(day))) return false;
    if (table.minutesOf(start) < earliest) return false;
    if (latest === Infinity) return true;
    return table.dayOf(end) === day && table.minutesOf(end) <= latest;
  };
}
