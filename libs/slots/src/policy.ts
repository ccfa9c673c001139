import { MINUTE_MS } from '@spark-den/kernel';
import { occupiedBy, type Candidate } from './assign.ts';
import { wallClockFilter } from './candidates.ts';
import type { Schedule } from './compile.ts';
import { firstEndingAfter } from './spans.ts';
import type { SlotPreferences, SlotSearch } from './types.ts';
import { zoneTable } from './zone-table.ts';

/** More than any policy's score. */
const UNMET = 1_000_000;

/** How good a candidate is, by preferences met and then by the policy: lower comes first. */
export function scoreOf(schedule: Schedule, search: SlotSearch): (candidate: Candidate) => number {
  const byPolicy = policyScore(schedule, search);
  if (!search.prefer) return byPolicy;
  const unmet = unmetPreferences(schedule, search.prefer);
  return candidate => unmet(candidate) * UNMET + byPolicy(candidate);
}

function policyScore(schedule: Schedule, search: SlotSearch): (candidate: Candidate) => number {
  if (search.policy === 'spread') return loadOfDay(schedule);
  return search.policy === 'best-fit' ? uselessGap(schedule, search) : () => 0;
}

/** How many of provider, site and time are not what the patient would rather have. */
function unmetPreferences(schedule: Schedule, prefer: SlotPreferences): (candidate: Candidate) => number {
  const fits = wallClockFilter(prefer);
  const lacks = (wanted: readonly string[] | undefined, id: string) =>
    wanted && wanted.length > 0 && !wanted.includes(id) ? 1 : 0;
  return ({ provider, siteId, start, end }) => {
    const table = zoneTable(schedule.sites.get(siteId)!.zone);
    const time = fits && !fits(start, end, table) ? 1 : 0;
    return lacks(prefer.providerIds, provider.id) + lacks(prefer.siteIds, siteId) + time;
  };
}

/** Minutes before and after the visit that would be too short for another one like it. */
function uselessGap(schedule: Schedule, search: SlotSearch): (candidate: Candidate) => number {
  return ({ provider, siteId, start, end }) => {
    const window = schedule
      .openFor(provider, search.visit.id)
      .find(entry => entry.siteId === siteId && entry.start <= start && end <= entry.end);
    if (!window) return 0;
    const occupied = occupiedBy(search.visit, start, end);
    const blocked = schedule.blockedAt(provider, siteId);
    const index = firstEndingAfter(blocked, occupied.start);
    const before = occupied.start - Math.max(blocked[index - 1]?.end ?? -Infinity, window.start);
    const after = Math.min(blocked[index]?.start ?? Infinity, window.end) - occupied.end;
    const useless = (gap: number) => (gap > 0 && gap < end - start ? gap / MINUTE_MS : 0);
    return useless(before) + useless(after);
  };
}

/** Share of the provider's open time of that day that is taken, in percent. */
function loadOfDay(schedule: Schedule): (candidate: Candidate) => number {
  const known = new Map<string, number>();
  return ({ provider, siteId, start }) => {
    const table = zoneTable(schedule.sites.get(siteId)!.zone);
    const day = table.dayOf(start);
    const key = `${provider.id}|${day}`;
    let load = known.get(key);
    if (load === undefined) {
      const span = { start: table.instantOf(day, 0), end: table.instantOf(day + 1, 0) };
      const inDay = (entry: { start: number; end: number }) =>
        Math.max(0, Math.min(entry.end, span.end) - Math.max(entry.start, span.start));
      const open = provider.open.reduce((sum, entry) => sum + inDay(entry), 0);
      const taken = provider.claims.reduce((sum, entry) => sum + inDay(entry), 0);
      load = open === 0 ? 100 : Math.round((100 * taken) / open);
      known.set(key, load);
    }
    return load;
  };
}
