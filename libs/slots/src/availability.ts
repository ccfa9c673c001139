import { DAY_MS } from '@spark-den/kernel';
import { dayNumber, isNthOfMonth, minutesOfTime, weekNumber, weekdayOf } from './calendar.ts';
import { subtract, unionOf, type SpanSet } from './spans.ts';
import type {
  Closure,
  Override,
  Provider,
  Quota,
  Site,
  Span,
  TemplateRule,
  WallWindow,
  World,
} from './types.ts';
import { zoneTable, type DayNumber } from './zone-table.ts';

/** Working time as instants, before time off and closures are taken out. */
export interface WorkingSpan extends Span {
  readonly siteId: string;
  /** `null`: all. */
  readonly visitTypeIds: ReadonlySet<string> | null;
  readonly quotas: readonly Quota[];
}

/** An open piece of a working span. Starts are counted from `anchor`, the start of the whole working span. */
export interface OpenWindow extends Omit<WorkingSpan, 'quotas'> {
  readonly anchor: number;
}

const NO_QUOTAS: readonly Quota[] = [];

/** Everything that is the same for each day of a provider, reckoned once. */
interface Resolver {
  readonly overrides: ReadonlyMap<DayNumber, Override>;
  readonly templates: readonly {
    readonly from: DayNumber;
    readonly to: DayNumber;
    readonly week: number;
    readonly byWeekday: readonly (readonly TemplateRule[])[];
  }[];
}

function resolverOf(provider: Provider): Resolver {
  return {
    overrides: new Map((provider.overrides ?? []).map(entry => [dayNumber(entry.date), entry])),
    templates: provider.templates
      .map(template => ({
        from: dayNumber(template.effectiveFrom),
        to: template.effectiveTo ? dayNumber(template.effectiveTo) : Infinity,
        week: weekNumber(dayNumber(template.effectiveFrom)),
        byWeekday: [0, 1, 2, 3, 4, 5, 6].map(weekday =>
          template.rules.filter(rule => rule.weekday === weekday),
        ),
      }))
      .sort((a, b) => b.from - a.from),
  };
}

/** The wall-clock windows of a day: an override if there is one, else the rules of the newest template. */
function windowsOn(resolver: Resolver, day: DayNumber): readonly WallWindow[] {
  const override = resolver.overrides.get(day);
  if (override) return override.windows;
  const template = resolver.templates.find(entry => entry.from <= day && day <= entry.to);
  if (!template) return [];
  return template.byWeekday[weekdayOf(day)]!.filter(
    rule =>
      (weekNumber(day) - template.week) % (rule.everyWeeks ?? 1) === 0 &&
      (rule.nthOfMonth === undefined || rule.nthOfMonth === null || isNthOfMonth(day, rule.nthOfMonth)),
  );
}

/** A provider's working spans that touch `range`, in order of start. */
export function workingSpans(
  provider: Provider,
  sites: ReadonlyMap<string, Site>,
  range: Span,
): WorkingSpan[] {
  const resolver = resolverOf(provider);
  const result: WorkingSpan[] = [];
  // A day before and after: zones lie up to 14 hours off UTC, and a window may run past midnight.
  const last = Math.floor(range.end / DAY_MS) + 1;
  for (let day = Math.floor(range.start / DAY_MS) - 2; day <= last; day += 1) {
    for (const window of windowsOn(resolver, day)) {
      const site = sites.get(window.siteId);
      if (!site) continue;
      const span = spanOf(window, day, site.zone);
      if (span.start < range.end && range.start < span.end) {
        const types = window.visitTypeIds;
        result.push({
          start: span.start,
          end: span.end,
          siteId: site.id,
          visitTypeIds: types && types.length > 0 ? new Set(types) : null,
          quotas: window.quotas ?? NO_QUOTAS,
        });
      }
    }
  }
  return result.sort((a, b) => a.start - b.start);
}

/** Wall-clock times on a day; where the end is at or before the start it lies on the next day. */
export function spanOf(window: Pick<WallWindow, 'start' | 'end'>, day: DayNumber, zone: string): Span {
  const table = zoneTable(zone);
  const from = minutesOfTime(window.start);
  const to = minutesOfTime(window.end);
  return { start: table.instantOf(day, from), end: table.instantOf(to > from ? day : day + 1, to) };
}

/** When a site is shut. */
export function closedSpans(closures: readonly Closure[], site: Site): SpanSet {
  const table = zoneTable(site.zone);
  return unionOf(
    closures
      .filter(closure => closure.siteId === null || closure.siteId === site.id)
      .map(closure => {
        const day = dayNumber(closure.date);
        return {
          start: table.instantOf(day, closure.start ? minutesOfTime(closure.start) : 0),
          end: closure.end ? table.instantOf(day, minutesOfTime(closure.end)) : table.instantOf(day + 1, 0),
        };
      })
      .sort((a, b) => a.start - b.start),
  );
}

/** Takes time off and closures out of working spans; the pieces keep the anchor of the whole. */
export function openPieces(
  spans: readonly WorkingSpan[],
  timeOff: SpanSet,
  closed: ReadonlyMap<string, SpanSet>,
): OpenWindow[] {
  const result: OpenWindow[] = [];
  for (const span of spans) {
    const shut = closed.get(span.siteId) ?? [];
    for (const piece of subtract(subtract([span], timeOff), shut)) {
      result.push({
        start: piece.start,
        end: piece.end,
        anchor: span.start,
        siteId: span.siteId,
        visitTypeIds: span.visitTypeIds,
      });
    }
  }
  // windows may overlap: a late piece of an early one must not stand before an early piece of a late one
  return result.sort((a, b) => a.start - b.start);
}

/** The open time of every provider of a world that touches `range`; for calendars and previews. */
export function openWindows(world: Omit<World, 'claims' | 'assets'>, range: Span): Map<string, OpenWindow[]> {
  const sites = new Map(world.sites.map(site => [site.id, site]));
  const closed = new Map(world.sites.map(site => [site.id, closedSpans(world.closures, site)]));
  return new Map(
    world.providers.map(provider => [
      provider.id,
      openPieces(workingSpans(provider, sites, range), unionOf(provider.timeOff ?? []), closed),
    ]),
  );
}
