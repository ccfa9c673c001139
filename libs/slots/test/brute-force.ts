/**
 * Slot search as plainly as it can be said, by other means than the engine: every date, every window, every
 * start, every rule in turn. Shares only the kernel's reading of wall clocks.
 */
import {
  addDays,
  DAY_MS,
  localDateAt,
  instant,
  localTimeAt,
  MINUTE_MS,
  toEpochMs,
  toInstant,
  weekday,
} from '@spark-den/kernel';
import type { LocalDate, LocalTime } from '@spark-den/kernel';
import type {
  Asset,
  Claim,
  Provider,
  Slot,
  SlotSearch,
  TemplateRule,
  VisitType,
  WallWindow,
  World,
} from '../src/index.ts';

export function bruteForceSlots(world: World, search: SlotSearch): Slot[] {
  const found = new Map<string, Slot>();
  const first = addDays(utcDate(search.start), -3);
  const days = Math.ceil((search.end - search.start) / DAY_MS) + 6;
  for (const provider of world.providers) {
    if (search.providerIds?.length && !search.providerIds.includes(provider.id)) continue;
    for (let offset = 0; offset < days; offset += 1) {
      for (const window of windowsOf(provider, addDays(first, offset))) {
        for (const slot of slotsIn(world, search, provider, addDays(first, offset), window)) {
          found.set(`${slot.start}|${provider.id}|${slot.siteId}`, slot);
        }
      }
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      a.start - b.start ||
      compare(a.participants[0]!.id, b.participants[0]!.id) ||
      compare(a.siteId, b.siteId),
  );
}

function slotsIn(
  world: World,
  search: SlotSearch,
  provider: Provider,
  date: LocalDate,
  window: WallWindow,
): Slot[] {
  const site = world.sites.find(entry => entry.id === window.siteId)!;
  if (search.siteIds?.length && !search.siteIds.includes(site.id)) return [];
  if (window.visitTypeIds?.length && !window.visitTypeIds.includes(search.visit.id)) return [];
  const [opens, closes] = hoursOf(window, date, site.zone);
  if (isUsedUp(world, provider.id, window, search.visit.id, opens, closes)) return [];
  const minutes = search.visit.providerDurations?.[provider.id] ?? search.visit.durationMinutes;
  const result: Slot[] = [];
  for (let start = opens; start + minutes * MINUTE_MS <= closes; start += search.stepMinutes * MINUTE_MS) {
    const end = start + minutes * MINUTE_MS;
    if (start < search.start || start >= search.end) continue;
    if (!wallClockFits(search, start, end, site.zone)) continue;
    if (search.avoid?.some(entry => haveTimeInCommon(entry, start, end))) continue;
    if (provider.timeOff?.some(entry => haveTimeInCommon(entry, start, end))) continue;
    if (isKept(world, search.visit, provider, start, end)) continue;
    if (isClosed(world, site.id, site.zone, start, end)) continue;
    const from = start - (search.visit.bufferBeforeMinutes ?? 0) * MINUTE_MS;
    const to = end + (search.visit.bufferAfterMinutes ?? 0) * MINUTE_MS;
    if (!providerFree(world, provider, site.id, from, to)) continue;
    const others = othersFor(world, search.visit, provider.id, site.id, start);
    if (!others) continue;
    const assets = assetsFor(world, search.visit, site.id, from, to);
    if (!assets) continue;
    result.push({
      start,
      end,
      siteId: site.id,
      participants: [{ role: 'provider', id: provider.id }, ...others],
      ...assets,
    });
  }
  return result;
}

/** The first choice of further providers, in the order of the visit's wishes, in which each is there and free. */
function othersFor(world: World, visit: VisitType, mainId: string, siteId: string, visitStart: number) {
  type Choice = { role: string; id: string }[];
  const choices = (visit.participants ?? []).reduce<Choice[]>(
    (found, { role, offsetMinutes, durationMinutes, providerIds }) => {
      const start = visitStart + offsetMinutes * MINUTE_MS;
      const end = start + durationMinutes * MINUTE_MS;
      return found.flatMap(choice =>
        providerIds
          .filter(id => id !== mainId && !choice.some(entry => entry.id === id))
          .filter(id => {
            const provider = world.providers.find(entry => entry.id === id);
            return (
              provider !== undefined &&
              isThere(world, visit, provider, siteId, start, end) &&
              providerFree(world, provider, siteId, start, end)
            );
          })
          .map(id => [...choice, { role, id }]),
      );
    },
    [[]],
  );
  return choices[0];
}

function isThere(
  world: World,
  visit: VisitType,
  provider: Provider,
  siteId: string,
  start: number,
  end: number,
): boolean {
  const { zone } = world.sites.find(entry => entry.id === siteId)!;
  if (provider.timeOff?.some(entry => haveTimeInCommon(entry, start, end))) return false;
  if (isClosed(world, siteId, zone, start, end) || isKept(world, visit, provider, start, end)) return false;
  for (let day = -2; day <= 2; day += 1) {
    const date = addDays(utcDate(start), day);
    for (const window of windowsOf(provider, date)) {
      if (window.siteId !== siteId) continue;
      if (window.visitTypeIds?.length && !window.visitTypeIds.includes(visit.id)) continue;
      const [opens, closes] = hoursOf(window, date, zone);
      if (isUsedUp(world, provider.id, window, visit.id, opens, closes)) continue;
      if (opens <= start && end <= closes) return true;
    }
  }
  return false;
}

function hoursOf(hours: Pick<WallWindow, 'start' | 'end'>, date: LocalDate, zone: string): [number, number] {
  const lastDate = hours.end > hours.start ? date : addDays(date, 1);
  return [instantAt(date, hours.start, zone), instantAt(lastDate, hours.end, zone)];
}

const known = new Map<string, number>();

/** What the kernel says, asked once. */
function instantAt(date: LocalDate, time: LocalTime, zone: string): number {
  const key = `${date} ${time} ${zone}`;
  const at = known.get(key) ?? toEpochMs(toInstant(date, time, zone));
  known.set(key, at);
  return at;
}

/** Whether a quota of the window allows no more visits of the type. */
function isUsedUp(
  world: World,
  providerId: string,
  { quotas = [], siteId }: WallWindow,
  typeId: string,
  opens: number,
  closes: number,
): boolean {
  for (const { visitTypeIds, most } of quotas) {
    let count = 0;
    for (const { visit, ...claim } of world.claims) {
      if (!visit || claim.resourceId !== providerId || claim.siteId !== siteId) continue;
      if (claim.start === claim.end || !visitTypeIds.includes(visit.typeId)) continue;
      if (visit.start >= opens && visit.start < closes) count += 1;
    }
    if (visitTypeIds.includes(typeId) && count >= most) return true;
  }
  return false;
}

function haveTimeInCommon(span: { start: number; end: number }, start: number, end: number): boolean {
  return span.start < span.end && span.start < end && start < span.end;
}

function windowsOf(provider: Provider, date: LocalDate): readonly WallWindow[] {
  const override = provider.overrides?.find(entry => entry.date === date);
  if (override) return override.windows;
  const [template] = provider.templates
    .filter(entry => entry.effectiveFrom <= date && (!entry.effectiveTo || date <= entry.effectiveTo))
    .sort((a, b) => compare(b.effectiveFrom, a.effectiveFrom));
  return (template?.rules ?? []).filter(rule => ruleApplies(rule, template!.effectiveFrom, date));
}

/** Whether a block that has not released itself keeps any of the time for other visit types. */
function isKept(world: World, visit: VisitType, provider: Provider, start: number, end: number): boolean {
  return (provider.blocks ?? []).some(block => {
    if (block.visitTypeIds.includes(visit.id)) return false;
    for (let day = -2; day <= 2; day += 1) {
      const date = addDays(utcDate(start), day);
      if (date < block.effectiveFrom || (block.effectiveTo && date > block.effectiveTo)) continue;
      if (!ruleApplies(block.rule, block.effectiveFrom, date)) continue;
      const { zone } = world.sites.find(site => site.id === block.rule.siteId)!;
      const [from, to] = hoursOf(block.rule, date, zone);
      const released =
        block.releaseHours !== null &&
        world.asOf !== undefined &&
        from - world.asOf <= block.releaseHours * 60 * MINUTE_MS;
      if (!released && haveTimeInCommon({ start: from, end: to }, start, end)) return true;
    }
    return false;
  });
}

function ruleApplies(rule: TemplateRule, since: LocalDate, date: LocalDate): boolean {
  if (rule.weekday !== weekday(date)) return false;
  const sundayOf = (day: LocalDate) => Date.parse(addDays(day, -weekday(day)));
  const weeks = (sundayOf(date) - sundayOf(since)) / (7 * DAY_MS);
  if (weeks % (rule.everyWeeks ?? 1) !== 0) return false;
  if (rule.nthOfMonth === undefined || rule.nthOfMonth === null) return true;
  const sameMonth = (day: LocalDate) => day.slice(0, 7) === date.slice(0, 7);
  if (rule.nthOfMonth === -1) return !sameMonth(addDays(date, 7));
  let nth = 1;
  while (sameMonth(addDays(date, -7 * nth))) nth += 1;
  return nth === rule.nthOfMonth;
}

const dates = new Map<number, LocalDate>();

/** The date in UTC, asked of the kernel once. */
function utcDate(at: number): LocalDate {
  const date = dates.get(at) ?? localDateAt(instant(at), 'UTC');
  dates.set(at, date);
  return date;
}

function wallClockFits(search: SlotSearch, start: number, end: number, zone: string): boolean {
  if (!search.weekdays?.length && !search.earliestTime && !search.latestTime) return true;
  const day = localDateAt(instant(start), zone);
  if (search.weekdays?.length && !search.weekdays.includes(weekday(day))) return false;
  if (search.earliestTime && localTimeAt(instant(start), zone) < search.earliestTime) return false;
  if (!search.latestTime) return true;
  return localDateAt(instant(end), zone) === day && localTimeAt(instant(end), zone) <= search.latestTime;
}

function isClosed(world: World, siteId: string, zone: string, start: number, end: number): boolean {
  return world.closures.some(closure => {
    if (closure.siteId !== null && closure.siteId !== siteId) return false;
    const from = instantAt(closure.date, closure.start ?? midnight, zone);
    const to = closure.end
      ? instantAt(closure.date, closure.end, zone)
      : instantAt(addDays(closure.date, 1), midnight, zone);
    return from < to && from < end && start < to;
  });
}

function providerFree(world: World, provider: Provider, siteId: string, from: number, to: number): boolean {
  const mine = world.claims.filter(claim => claim.resourceId === provider.id && claim.start < claim.end);
  const isReached = (claim: Claim) =>
    claim.end <= from
      ? canTravel(world, claim.siteId, siteId, claim.end, from)
      : to <= claim.start && canTravel(world, siteId, claim.siteId, to, claim.start);
  const elsewhere = mine.filter(claim => claim.siteId !== siteId);
  const here = mine.filter(claim => claim.siteId === siteId);
  return elsewhere.every(isReached) && depthOf(here, from, to) < (provider.capacity ?? 1);
}

/** Whether a way begun in some minute from `free` on ends by `due`. */
function canTravel(world: World, fromId: string, toId: string, free: number, due: number): boolean {
  const leg = world.travel?.find(entry => entry.fromSiteId === fromId && entry.toSiteId === toId);
  if (!leg) return true;
  const longest = Math.max(leg.minutes, ...(leg.bands ?? []).map(band => band.minutes)) * MINUTE_MS;
  if (due - free >= longest) return true;
  const { zone } = world.sites.find(site => site.id === fromId)!;
  const bands = (leg.bands ?? []).flatMap(band =>
    [-2, -1, 0, 1, 2].map(day => {
      const [start, end] = hoursOf(band, addDays(utcDate(free), day), zone);
      return { start, end, minutes: band.minutes };
    }),
  );
  for (let leave = free; leave <= due; leave += MINUTE_MS) {
    const band = bands.find(entry => entry.start <= leave && leave < entry.end);
    if (leave + (band?.minutes ?? leg.minutes) * MINUTE_MS <= due) return true;
  }
  return false;
}

/** How many lie over each other at the worst moment, which is the start of the stretch or of one of them. */
function depthOf(claims: readonly { start: number; end: number }[], from: number, to: number): number {
  const moments = [from, ...claims.map(({ start }) => start)].filter(at => from <= at && at < to);
  return Math.max(
    0,
    ...moments.map(at => claims.filter(claim => claim.start <= at && at < claim.end).length),
  );
}

function assetsFor(world: World, visit: VisitType, siteId: string, from: number, to: number) {
  const free = (asset: Asset) => {
    const since = from - (asset.setupMinutes ?? 0) * MINUTE_MS;
    const until = to + (asset.turnoverMinutes ?? 0) * MINUTE_MS;
    const claims = world.claims.filter(claim => claim.resourceId === asset.id);
    if (asset.timeOff?.some(entry => entry.start < entry.end && entry.start < until && since < entry.end))
      return false;
    return depthOf(claims, since, until) < (asset.capacity ?? 1);
  };
  const inPool = (kind: Asset['kind'], pool: string) =>
    world.assets
      .filter(
        asset => asset.kind === kind && asset.siteId === siteId && asset.pools.includes(pool) && free(asset),
      )
      .sort((a, b) => a.pools.length - b.pools.length || compare(a.id, b.id));
  const room = visit.roomPool === null ? null : inPool('room', visit.roomPool)[0];
  if (room === undefined) return null;
  const ways = visit.equipmentPools.reduce<string[][]>(
    (sets, pool) =>
      sets.flatMap(set =>
        inPool('equipment', pool)
          .map(asset => asset.id)
          .filter(id => !set.includes(id))
          .map(id => [...set, id]),
      ),
    [[]],
  );
  const [equipmentIds] = ways;
  return equipmentIds ? { roomId: room?.id ?? null, equipmentIds } : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const midnight = '00:00' as WallWindow['start'];
