import {
  addDays,
  DAY_MS,
  localDate,
  MINUTE_MS,
  toEpochMs,
  toInstant,
  type LocalDate,
  type LocalTime,
} from '@spark-den/kernel';
import fc from 'fast-check';
import type {
  Claim,
  Provider,
  Quota,
  SlotSearch,
  Span,
  TemplateRule,
  VisitType,
  World,
} from '../src/index.ts';

/** Zones with an hour of daylight saving, with half an hour, without, and with an odd offset; both nights of each. */
export const NIGHTS = [
  { zone: 'America/New_York', dates: ['2026-03-08', '2026-11-01'] },
  { zone: 'America/Chicago', dates: ['2027-03-14', '2027-11-07'] },
  { zone: 'Australia/Lord_Howe', dates: ['2026-04-05', '2026-10-04'] },
  { zone: 'Asia/Kathmandu', dates: ['2026-03-08', '2026-11-01'] },
] as const;

const SITES = ['site-a', 'site-b'];
const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as LocalTime;

/** They overlap from one to half past one, and lie over the hours in which clocks change. */
const rushHours = { start: time(60), end: time(210), minutes: 75 };
const nightHours = { start: time(22 * 60), end: time(90), minutes: 10 };

const wallWindow = fc
  .record({
    start: fc.integer({ min: 0, max: 95 }).map(n => n * 15),
    length: fc.integer({ min: 1, max: 40 }).map(n => n * 15),
    siteId: fc.constantFrom(...SITES),
    only: fc.constantFrom<string[] | undefined>(undefined, undefined, [], ['visit'], ['another']),
    quotas: fc.constantFrom<Quota[] | undefined>(
      undefined,
      undefined,
      undefined,
      [{ visitTypeIds: ['visit'], most: 1 }],
      [{ visitTypeIds: ['visit', 'another'], most: 2 }],
      [{ visitTypeIds: ['another'], most: 0 }],
    ),
  })
  .map(({ start, length, siteId, only, quotas }) => ({
    quotas,
    start: time(start),
    end: time((start + length) % 1440),
    siteId,
    visitTypeIds: only,
  }));

/** Most windows lie over the hours in which clocks change. */
const nightWindow = wallWindow.chain(window =>
  fc.boolean().map(night => (night ? { ...window, start: time(30), end: time(300) } : window)),
);

const rule: fc.Arbitrary<TemplateRule> = fc
  .record({
    window: nightWindow,
    weekday: fc.integer({ min: 0, max: 6 }),
    everyWeeks: fc.constantFrom(1, 1, 1, 2, 3),
    nthOfMonth: fc.constantFrom(null, null, null, 1, 2, -1),
  })
  .map(({ window, ...rest }) => ({ ...window, ...rest }));

const spanNear = (base: number): fc.Arbitrary<Span> =>
  fc
    .record({ from: fc.integer({ min: -72, max: 240 }), length: fc.integer({ min: 0, max: 24 }) })
    .map(({ from, length }) => ({
      start: base + from * 15 * MINUTE_MS,
      end: base + (from + length) * 15 * MINUTE_MS,
    }));

const provider = (id: string, date: LocalDate, base: number): fc.Arbitrary<Provider> =>
  fc.record({
    id: fc.constant(id),
    templates: fc
      .array(fc.record({ back: fc.integer({ min: 0, max: 40 }), rules: fc.array(rule, { maxLength: 10 }) }), {
        maxLength: 2,
      })
      .map(list =>
        [...new Map(list.map(entry => [entry.back, entry])).values()].map(entry => ({
          effectiveFrom: addDays(date, 1 - entry.back),
          effectiveTo: entry.back > 20 ? addDays(date, 1) : null,
          rules: entry.rules,
        })),
      ),
    overrides: fc
      .array(
        fc.record({
          ahead: fc.integer({ min: -1, max: 2 }),
          windows: fc.array(nightWindow, { maxLength: 3 }),
        }),
        {
          maxLength: 2,
        },
      )
      .map(list =>
        [...new Map(list.map(entry => [entry.ahead, entry])).values()].map(entry => ({
          date: addDays(date, entry.ahead),
          windows: entry.windows,
        })),
      ),
    timeOff: fc.array(spanNear(base), { maxLength: 2 }),
    blocks: fc.array(
      fc.record({
        effectiveFrom: fc.integer({ min: 0, max: 20 }).map(back => addDays(date, -back)),
        effectiveTo: fc.constantFrom(null, null, date),
        rule,
        visitTypeIds: fc.constantFrom<string[]>(['visit'], ['another'], ['another', 'third']),
        releaseHours: fc.constantFrom(null, 0, 12, 24),
      }),
      { maxLength: 2 },
    ),
    capacity: fc.constantFrom(1, 1, 1, 2),
  });

const visit: fc.Arbitrary<VisitType> = fc.record({
  id: fc.constant('visit'),
  durationMinutes: fc.constantFrom(10, 20, 30, 45, 60),
  providerDurations: fc.constantFrom<Record<string, number>>({}, { p1: 25 }),
  bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 15),
  bufferAfterMinutes: fc.constantFrom(0, 0, 10),
  roomPool: fc.constantFrom(null, 'exam', 'exam', 'procedure'),
  equipmentPools: fc.constantFrom<string[]>([], [], ['ultrasound'], ['ultrasound', 'cart']),
  participants: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc.record({
          role: fc.constantFrom('second', 'reader'),
          offsetMinutes: fc.constantFrom(0, 5, 15),
          durationMinutes: fc.constantFrom(5, 20),
          providerIds: fc.constantFrom(['p2'], ['p1', 'p2'], ['p2', 'p3'], ['p3']),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    },
  ),
});

/** A small world around a night on which clocks change, and a search in it. */
export const cases: fc.Arbitrary<{ world: World; search: SlotSearch }> = fc
  .record({
    night: fc.constantFrom(...NIGHTS),
    which: fc.constantFrom(0, 1),
    otherZone: fc.constantFrom(...NIGHTS),
  })
  .chain(({ night, which, otherZone }) => {
    const date = localDate(night.dates[which as 0 | 1]);
    const base = toEpochMs(toInstant(date, '00:00' as LocalTime, night.zone));
    const claim = fc
      .record({
        resourceId: fc.constantFrom('p1', 'p2', 'p3', 'r1', 'r2', 'r3', 'e1', 'e2'),
        siteId: fc.constantFrom(...SITES),
        span: spanNear(base),
        typeId: fc.constantFrom('visit', 'another', null),
      })
      .map<Claim>(({ span, typeId, ...rest }) => ({
        ...rest,
        ...span,
        ...(typeId === null ? {} : { visit: { typeId, start: span.start } }),
      }));
    const world: fc.Arbitrary<World> = fc.record({
      sites: fc.constant([
        { id: 'site-a', zone: night.zone },
        { id: 'site-b', zone: otherZone.zone },
      ]),
      providers: fc.tuple(...['p1', 'p2', 'p3'].map(id => provider(id, date, base))),
      assets: fc
        .record({
          off: fc.array(spanNear(base), { maxLength: 1 }),
          setupMinutes: fc.constantFrom(0, 15),
          turnoverMinutes: fc.constantFrom(0, 10),
        })
        .map(({ off, ...ready }) => [
          { id: 'r1', kind: 'room' as const, siteId: 'site-a', pools: ['exam'], ...ready },
          { id: 'r2', kind: 'room' as const, siteId: 'site-a', pools: ['exam', 'procedure'], timeOff: off },
          { id: 'r3', kind: 'room' as const, siteId: 'site-b', pools: ['exam'], capacity: 2 },
          { id: 'e1', kind: 'equipment' as const, siteId: 'site-a', pools: ['ultrasound', 'cart'] },
          { id: 'e2', kind: 'equipment' as const, siteId: 'site-a', pools: ['ultrasound'], capacity: 2 },
        ]),
      closures: fc.array(
        fc
          .record({
            siteId: fc.constantFrom(null, ...SITES),
            ahead: fc.integer({ min: -1, max: 2 }),
            part: fc.constantFrom(
              null,
              { start: time(120), end: time(150) },
              { start: time(600), end: time(720) },
            ),
          })
          .map(({ siteId, ahead, part }) => ({ siteId, date: addDays(date, ahead), ...part })),
        { maxLength: 2 },
      ),
      claims: fc.array(claim, { maxLength: 14 }),
      asOf: fc.constantFrom(undefined, base - DAY_MS, base - DAY_MS / 2, base),
      travel: fc.constantFrom(
        [],
        [
          { fromSiteId: 'site-a', toSiteId: 'site-b', minutes: 30 },
          { fromSiteId: 'site-b', toSiteId: 'site-a', minutes: 45 },
        ],
        [
          { fromSiteId: 'site-a', toSiteId: 'site-b', minutes: 30, bands: [rushHours, nightHours] },
          { fromSiteId: 'site-b', toSiteId: 'site-a', minutes: 45, bands: [nightHours] },
        ],
      ),
    });
    const search: fc.Arbitrary<SlotSearch> = fc
      .record({
        visit,
        before: fc.integer({ min: 0, max: 20 }),
        hours: fc.integer({ min: 1, max: 60 }),
        stepMinutes: fc.constantFrom(5, 10, 15, 30),
        providerIds: fc.constantFrom(undefined, ['p1'], ['p2', 'p1']),
        siteIds: fc.constantFrom(undefined, undefined, ['site-a']),
        weekdays: fc.constantFrom(undefined, undefined, [0], [0, 1, 6]),
        earliestTime: fc.constantFrom(undefined, undefined, time(90)),
        latestTime: fc.constantFrom(undefined, undefined, time(240), time(1020)),
        avoid: fc.array(spanNear(base), { maxLength: 1 }),
      })
      .map(({ before, hours, ...rest }) => ({
        ...rest,
        start: base - before * 60 * MINUTE_MS,
        end: Math.min(base + hours * 60 * MINUTE_MS, base + 3 * DAY_MS),
      }));
    return fc.record({ world, search });
  });
