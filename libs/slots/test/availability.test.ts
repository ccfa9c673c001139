import { instant, localDate, localTime, toEpochMs, type LocalDate } from '@spark-den/kernel';
import { compileSchedule, explainWish, findSlots, openWindows, rankAlternatives } from '../src/index.ts';
import type { Provider, Span, TemplateRule, VisitType, World } from '../src/index.ts';

const ZONE = 'America/Chicago';
const at = (text: string) => Date.parse(text);
const week = (from: LocalDate, to: LocalDate): Span => ({
  start: at(`${from}T06:00:00Z`),
  end: at(`${to}T06:00:00Z`),
});
const rule = (
  weekday: number,
  start: string,
  end: string,
  more: Partial<TemplateRule> = {},
): TemplateRule => ({
  weekday,
  start: localTime(start),
  end: localTime(end),
  siteId: 'lakeside',
  ...more,
});
const provider = (id: string, rules: TemplateRule[], more: Partial<Provider> = {}): Provider => ({
  id,
  templates: [{ effectiveFrom: localDate('2026-10-01'), rules }],
  ...more,
});
const world = (providers: Provider[], more: Partial<World> = {}): World => ({
  sites: [
    { id: 'lakeside', zone: ZONE },
    { id: 'hillcrest', zone: ZONE },
  ],
  providers,
  assets: [],
  closures: [],
  claims: [],
  ...more,
});
const visit: VisitType = { id: 'follow-up', durationMinutes: 20, roomPool: null, equipmentPools: [] };
const opens = (given: World, span: Span) =>
  [...openWindows(given, span).values()]
    .flat()
    .map(window => `${instant(window.start)} ${(window.end - window.start) / 60_000}`);

describe('availability', () => {
  const sunday = localDate('2026-11-01');

  it('SCH-07 a wall-clock template keeps its hours on the wall through the change of clocks', () => {
    const given = world([provider('osei', [rule(5, '08:00', '12:00'), rule(1, '08:00', '12:00')])]);
    expect(opens(given, week(localDate('2026-10-30'), localDate('2026-11-03')))).toEqual([
      '2026-10-30T13:00:00.000Z 240',
      '2026-11-02T14:00:00.000Z 240',
    ]);
  });

  it('SCH-07 the night with 25 hours has a window of 25 hours', () => {
    const given = world([provider('osei', [rule(0, '00:00', '00:00')])]);
    expect(opens(given, week(sunday, localDate('2026-11-02')))).toEqual(['2026-11-01T05:00:00.000Z 1500']);
  });

  it('NAV-08 override beats template, time off and closure beat both', () => {
    const rules = [1, 2, 3, 4].map(day => rule(day, '08:00', '12:00'));
    const given = world(
      [
        provider('osei', rules, {
          overrides: [
            { date: localDate('2026-11-03'), windows: [rule(2, '13:00', '15:00')] },
            { date: localDate('2026-11-04'), windows: [] },
          ],
          timeOff: [{ start: at('2026-11-02T15:00:00Z'), end: at('2026-11-02T16:00:00Z') }],
        }),
      ],
      { closures: [{ siteId: null, date: localDate('2026-11-05'), start: localTime('10:00'), end: null }] },
    );
    expect(opens(given, week(sunday, localDate('2026-11-06')))).toEqual([
      '2026-11-02T14:00:00.000Z 60',
      '2026-11-02T16:00:00.000Z 120',
      '2026-11-03T19:00:00.000Z 120',
      '2026-11-05T14:00:00.000Z 120',
    ]);
  });

  it('SCH-07 knows every second week, the nth and the last weekday of a month, and template versions', () => {
    const given = world([
      provider('osei', [
        rule(1, '08:00', '09:00', { everyWeeks: 2 }),
        rule(2, '08:00', '09:00', { nthOfMonth: 2 }),
        rule(3, '08:00', '09:00', { nthOfMonth: -1 }),
      ]),
    ]);
    const days = opens(given, week(sunday, localDate('2026-12-01'))).map(text => text.slice(0, 10));
    expect(days).toEqual(['2026-11-09', '2026-11-10', '2026-11-23', '2026-11-25']);
    const [osei] = given.providers;
    const replaced = world([
      {
        ...osei!,
        templates: [
          ...osei!.templates,
          { effectiveFrom: localDate('2026-11-16'), rules: [rule(4, '08:00', '09:00')] },
        ],
      },
    ]);
    const after = opens(replaced, week(sunday, localDate('2026-12-01'))).map(text => text.slice(0, 10));
    expect(after).toEqual(['2026-11-09', '2026-11-10', '2026-11-19', '2026-11-26']);
  });

  it('SCH-02 a visit with two providers is offered only where both are free, each for an own stretch', () => {
    const given = world(
      [provider('osei', [rule(1, '08:00', '10:00')]), provider('reyes', [rule(1, '08:00', '10:00')])],
      {
        claims: [
          {
            resourceId: 'reyes',
            siteId: 'lakeside',
            start: at('2026-11-02T14:00:00Z'),
            end: at('2026-11-02T15:30:00Z'),
          },
        ],
      },
    );
    const joint = {
      ...visit,
      durationMinutes: 40,
      participants: [{ role: 'second', offsetMinutes: 20, durationMinutes: 20, providerIds: ['reyes'] }],
    };
    const range = week(localDate('2026-11-02'), localDate('2026-11-03'));
    const { slots } = findSlots(compileSchedule(given, range), {
      ...range,
      visit: joint,
      providerIds: ['osei'],
      stepMinutes: 10,
    });
    expect(slots.map(slot => instant(slot.start))).toEqual([
      '2026-11-02T15:10:00.000Z',
      '2026-11-02T15:20:00.000Z',
    ]);
    expect(slots[0]!.participants).toEqual([
      { role: 'provider', id: 'osei' },
      { role: 'second', id: 'reyes' },
    ]);
  });

  it('SCH-06 says why not and offers the nearest time first', () => {
    const busy = { start: at('2026-11-02T14:00:00Z'), end: at('2026-11-02T15:00:00Z') };
    const given = world(
      [provider('osei', [rule(1, '08:00', '12:00')]), provider('reyes', [rule(1, '08:00', '12:00')])],
      { claims: [{ resourceId: 'osei', siteId: 'lakeside', ref: 'visit-1', ...busy }] },
    );
    const range = week(localDate('2026-11-01'), localDate('2026-11-20'));
    const schedule = compileSchedule(given, range);
    const wish = { visit, providerId: 'osei', siteId: 'lakeside', start: at('2026-11-02T14:20:00Z') };
    expect(explainWish(schedule, wish).reasons).toEqual([
      { code: 'provider-busy', resourceId: 'osei', span: busy, ref: 'visit-1' },
    ]);
    expect(explainWish(schedule, { ...wish, siteId: 'hillcrest' }).reasons.map(entry => entry.code)).toEqual([
      'wrong-location',
      'provider-busy',
    ]);
    const [first, second] = rankAlternatives(schedule, wish, { from: range.start });
    expect(first).toMatchObject({ why: 'same-provider-nearest', shiftMinutes: 40 });
    expect(second).toMatchObject({ why: 'same-provider-nearest', shiftMinutes: 60 });
    const others = rankAlternatives(schedule, wish, { from: range.start, limit: 8 });
    expect(others).toContainEqual(
      expect.objectContaining({ why: 'other-provider-same-time', shiftMinutes: 0 }),
    );
  });

  it('SCH-08 (narrow: the engine) a block is kept for its visit types until it releases itself', () => {
    const block = {
      effectiveFrom: localDate('2026-10-01'),
      rule: rule(1, '09:00', '11:00'),
      visitTypeIds: ['procedure'],
      releaseHours: 48,
    };
    const given = world([provider('osei', [rule(1, '08:00', '12:00')], { blocks: [block] })]);
    const range = week(localDate('2026-11-02'), localDate('2026-11-03'));
    const startsFor = (id: string, asOf?: string) => {
      const schedule = compileSchedule({ ...given, asOf: asOf ? at(asOf) : undefined }, range);
      const search = { ...range, visit: { ...visit, id, durationMinutes: 60 }, stepMinutes: 60 };
      return findSlots(schedule, search).slots.map(slot => instant(slot.start).slice(11, 16));
    };
    expect(startsFor('follow-up')).toEqual(['14:00', '17:00']);
    expect(startsFor('procedure')).toEqual(['14:00', '15:00', '16:00', '17:00']);
    expect(startsFor('follow-up', '2026-10-31T14:59:00Z')).toEqual(['14:00', '17:00']);
    expect(startsFor('follow-up', '2026-10-31T15:00:00Z')).toEqual(['14:00', '15:00', '16:00', '17:00']);
    const wish = { visit, providerId: 'osei', siteId: 'lakeside', start: at('2026-11-02T15:20:00Z') };
    expect(explainWish(compileSchedule(given, range), wish).reasons).toEqual([
      {
        code: 'type-not-offered',
        resourceId: 'osei',
        span: { start: at('2026-11-02T15:00:00Z'), end: at('2026-11-02T17:00:00Z') },
        ref: null,
      },
    ]);
  });

  it('overlapping windows that a closure cuts are all searched', () => {
    const given = world(
      [provider('osei', [rule(1, '02:00', '12:00', { siteId: 'hillcrest' }), rule(1, '03:00', '03:20')])],
      {
        closures: [
          {
            siteId: 'hillcrest',
            date: localDate('2026-11-02'),
            start: localTime('02:00'),
            end: localTime('11:40'),
          },
        ],
      },
    );
    const range = { start: at('2026-11-02T00:00:00Z'), end: at('2026-11-02T17:00:00Z') };
    const { slots } = findSlots(compileSchedule(given, range), { ...range, visit, stepMinutes: 20 });
    expect(slots.map(slot => slot.siteId)).toEqual(['lakeside']);
  });

  it('SCH-03 a room is offered only with its turnover before what is booked there next', () => {
    const room = {
      id: 'r1',
      kind: 'room' as const,
      siteId: 'lakeside',
      pools: ['procedure'],
      turnoverMinutes: 10,
    };
    const next = { start: at('2026-11-02T15:00:00Z'), end: at('2026-11-02T18:00:00Z') };
    const given = world([provider('osei', [rule(1, '08:00', '12:00')])], {
      assets: [room],
      claims: [{ resourceId: 'r1', siteId: 'lakeside', ...next }],
    });
    const range = week(localDate('2026-11-02'), localDate('2026-11-03'));
    const inRoom = { ...visit, roomPool: 'procedure' };
    const { slots } = findSlots(compileSchedule(given, range), { ...range, visit: inRoom, stepMinutes: 10 });
    expect(slots.map(slot => instant(slot.start))).toEqual([
      '2026-11-02T14:00:00.000Z',
      '2026-11-02T14:10:00.000Z',
      '2026-11-02T14:20:00.000Z',
      '2026-11-02T14:30:00.000Z',
    ]);
  });

  it('travel between sites keeps a provider from being at both', () => {
    const given = world([provider('osei', [rule(1, '08:00', '12:00')])], {
      claims: [
        {
          resourceId: 'osei',
          siteId: 'hillcrest',
          start: toEpochMs(instant('2026-11-02T13:00:00Z')),
          end: at('2026-11-02T14:00:00Z'),
        },
      ],
      travel: [{ fromSiteId: 'hillcrest', toSiteId: 'lakeside', minutes: 25 }],
    });
    const range = week(localDate('2026-11-02'), localDate('2026-11-03'));
    const schedule = compileSchedule(given, range);
    const [first] = findSlots(schedule, { ...range, visit, stepMinutes: 10, limit: 1 }).slots;
    expect(instant(first!.start)).toBe('2026-11-02T14:30:00.000Z');
    const wish = { visit, providerId: 'osei', siteId: 'lakeside', start: at('2026-11-02T14:20:00Z') };
    expect(explainWish(schedule, wish).reasons[0]).toMatchObject({ code: 'travel-between-sites' });
  });
});
