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
import type { LocalDate } from '@spark-den/kernel';
import type {
  Asset,
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
  const first = addDays(localDateAt(instant(search.start), 'UTC'), -3);
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
  const opens = toEpochMs(toInstant(date, window.start, site.zone));
  const closes = toEpochMs(
    toInstant(window.end > window.start ? date : addDays(date, 1), window.end, site.zone),
  );
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
    const date = addDays(localDateAt(instant(start), 'UTC'), day);
    for (const window of windowsOf(provider, date)) {
      if (window.siteId !== siteId) continue;
      if (window.visitTypeIds?.length && !window.visitTypeIds.includes(visit.id)) continue;
      const opens = toEpochMs(toInstant(date, window.start, zone));
      const closes = toEpochMs(
        toInstant(window.end > window.start ? date : addDays(date, 1), window.end, zone),
      );
      if (opens <= start && end <= closes) return true;
    }
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
      const date = addDays(localDateAt(instant(start), 'UTC'), day);
      if (date < block.effectiveFrom || (block.effectiveTo && date > block.effectiveTo)) continue;
      if (!ruleApplies(block.rule, block.effectiveFrom, date)) continue;
      const { zone } = world.sites.find(site => site.id === block.rule.siteId)!;
      const from = toEpochMs(toInstant(date, block.rule.start, zone));
      const lastDate = block.rule.end > block.rule.start ? date : addDays(date, 1);
      const to = toEpochMs(toInstant(lastDate, block.rule.end, zone));
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

function wallClockFits(search: SlotSearch, start: number, end: number, zone: string): boolean {
  const day = localDateAt(instant(start), zone);
  if (search.weekdays?.length && !search.weekdays.includes(weekday(day))) return false;
  if (search.earliestTime && localTimeAt(instant(start), zone) < search.earliestTime) return false;
  if (!search.latestTime) return true;
  return localDateAt(instant(end), zone) === day && localTimeAt(instant(end), zone) <= search.latestTime;
}

function isClosed(world: World, siteId: string, zone: string, start: number, end: number): boolean {
  return world.closures.some(closure => {
    if (closure.siteId !== null && closure.siteId !== siteId) return false;
    const from = toEpochMs(toInstant(closure.date, closure.start ?? midnight, zone));
    const to = closure.end
      ? toEpochMs(toInstant(closure.date, closure.end, zone))
      : toEpochMs(toInstant(addDays(closure.date, 1), midnight, zone));
    return from < to && from < end && start < to;
  });
}

function providerFree(world: World, provider: Provider, siteId: string, from: number, to: number): boolean {
  const travel = (a: string, b: string) =>
    (world.travel?.find(leg => leg.fromSiteId === a && leg.toSiteId === b)?.minutes ?? 0) * MINUTE_MS;
  const mine = world.claims.filter(claim => claim.resourceId === provider.id && claim.start < claim.end);
  const onTheWay = mine.some(
    claim =>
      claim.siteId !== siteId &&
      claim.start - travel(siteId, claim.siteId) < to &&
      from < claim.end + travel(claim.siteId, siteId),
  );
  const here = mine.filter(claim => claim.siteId === siteId);
  return !onTheWay && depthOf(here, from, to) < (provider.capacity ?? 1);
}

/** How many lie over each other at the worst minute. */
function depthOf(claims: readonly { start: number; end: number }[], from: number, to: number): number {
  let worst = 0;
  for (let at = from; at < to; at += MINUTE_MS) {
    worst = Math.max(worst, claims.filter(claim => claim.start <= at && at < claim.end).length);
  }
  return worst;
}

function assetsFor(world: World, visit: VisitType, siteId: string, from: number, to: number) {
  const free = (asset: Asset) => {
    const until = to + (asset.turnoverMinutes ?? 0) * MINUTE_MS;
    const claims = world.claims.filter(claim => claim.resourceId === asset.id);
    if (asset.timeOff?.some(entry => entry.start < entry.end && entry.start < until && from < entry.end))
      return false;
    return depthOf(claims, from, until) < (asset.capacity ?? 1);
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
