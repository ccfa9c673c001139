import { localDate, localTime } from '@spark-den/kernel';
import {
  blockUse,
  compileSchedule,
  explainWish,
  findSlots,
  minuteInstant,
  type Claim,
  type Provider,
  type World,
} from '../src/index.ts';

const at = (time: string, day = '02') => Date.parse(`2026-11-${day}T${time}:00-06:00`);
const range = { start: at('00:00'), end: at('23:00') };
const hours = (start: string, end: string) => ({
  weekday: 1,
  start: localTime(start),
  end: localTime(end),
  siteId: 'lakeside',
});
const since = localDate('2026-01-01');
const visitOf = (typeId: string, start: number, minutes: number, bookedAt?: number): Claim => ({
  resourceId: 'osei',
  siteId: 'lakeside',
  start,
  end: start + minutes * 60_000,
  visit: { typeId, start, bookedAt },
});
const world = (osei: Partial<Provider>, claims: Claim[]): World => ({
  sites: [{ id: 'lakeside', zone: 'America/Chicago' }],
  providers: [{ id: 'osei', templates: [], ...osei }],
  assets: [],
  closures: [],
  claims,
});
const visit = (id: string) => ({ id, durationMinutes: 60, roomPool: null, equipmentPools: [] });

describe('quotas of a template', () => {
  const quotas = [{ visitTypeIds: ['new', 'physical'], most: 2 }];
  const rules = [{ ...hours('08:00', '12:00'), quotas }, hours('13:00', '15:00')];
  const template = { templates: [{ effectiveFrom: since, rules }] };
  const one = visitOf('new', at('08:00'), 60);
  const two = visitOf('physical', at('09:00'), 60);
  const startsFor = (id: string, claims: Claim[]) => {
    const search = { ...range, visit: visit(id), stepMinutes: 60 };
    return findSlots(compileSchedule(world(template, claims), range), search).slots.map(({ start }) =>
      minuteInstant(start).slice(11, 16),
    );
  };

  it('SCH-07 (narrow: the engine) a window takes no more visits of its types than its quota', () => {
    expect(startsFor('new', [one])).toEqual(['15:00', '16:00', '17:00', '19:00', '20:00']);
    expect(startsFor('new', [one, two])).toEqual(['19:00', '20:00']);
    expect(startsFor('follow-up', [one, two])).toEqual(['16:00', '17:00', '19:00', '20:00']);
    // a visit of another window or type does not count
    const later = visitOf('new', at('13:00'), 60);
    const other = visitOf('follow-up', at('09:00'), 60);
    expect(startsFor('new', [one, later, other])).toEqual(['16:00', '17:00', '20:00']);
  });

  it('SCH-07 SCH-06 (narrow: the engine) says that the quota is reached, and of which window', () => {
    const schedule = compileSchedule(world(template, [one, two]), range);
    const wish = { providerId: 'osei', siteId: 'lakeside', start: at('10:00') };
    expect(explainWish(schedule, { ...wish, visit: visit('new') }).reasons).toEqual([
      {
        code: 'quota-reached',
        resourceId: 'osei',
        span: { start: at('08:00'), end: at('12:00') },
        ref: null,
      },
    ]);
    expect(explainWish(schedule, { ...wish, visit: visit('follow-up') }).reasons).toEqual([]);
  });
});

describe('the use of blocks', () => {
  const block = {
    effectiveFrom: since,
    rule: hours('08:00', '12:00'),
    visitTypeIds: ['procedure'],
    releaseHours: 24,
  };
  const released = at('08:00', '01');

  it('SCH-08 (narrow: the engine) is what its visit types had taken when it released itself', () => {
    const claims = [
      visitOf('procedure', at('08:00'), 60, released - 1),
      visitOf('procedure', at('09:00'), 60, released + 1),
      visitOf('follow-up', at('10:00'), 60, released - 1),
      visitOf('procedure', at('11:30'), 60, released),
    ];
    const timeOff = [{ start: at('10:00'), end: at('10:45') }];
    const given = world({ blocks: [block], timeOff }, claims);
    expect(blockUse(given, range, at('00:00'))).toEqual([
      {
        providerId: 'osei',
        siteId: 'lakeside',
        visitTypeIds: ['procedure'],
        start: at('08:00'),
        end: at('12:00'),
        measuredAt: released,
        isFinal: true,
        openMinutes: 195,
        usedMinutes: 90,
        share: 90 / 195,
      },
    ]);
  });

  it('SCH-08 (narrow: the engine) is not final before the release, and counts until the start where there is none', () => {
    const claims = [visitOf('procedure', at('08:00'), 120, released + 1)];
    const kept = { ...block, releaseHours: null };
    const [open] = blockUse(world({ blocks: [block] }, claims), range, released - 1);
    expect(open).toMatchObject({ isFinal: false, usedMinutes: 0 });
    const [never] = blockUse(world({ blocks: [kept] }, claims), range, at('08:00'));
    expect(never).toMatchObject({ isFinal: true, measuredAt: at('08:00'), share: 0.5 });
    const away = world({ blocks: [block], timeOff: [range] }, claims);
    expect(blockUse(away, range, at('08:00'))).toEqual([]);
  });
});

describe('what begins after the last start that is asked about', () => {
  const day = { templates: [{ effectiveFrom: since, rules: [hours('08:00', '17:00')] }] };
  const startsUntil = (end: string, asked: World, further: object = {}) => {
    const search = {
      start: at('09:00'),
      end: at(end),
      visit: { ...visit('new'), ...further },
      stepMinutes: 30,
    };
    return findSlots(compileSchedule(asked, search), { ...search, providerIds: ['osei'] }).slots.map(
      ({ start }) => minuteInstant(start).slice(11, 16),
    );
  };

  it('SCH-07 (narrow: the engine) a block keeps out a visit that would run into it', () => {
    const rule = hours('10:00', '11:00');
    const blocks = [{ effectiveFrom: since, rule, visitTypeIds: ['procedure'], releaseHours: null }];
    expect(startsUntil('09:45', world(day, []))).toEqual(['15:00', '15:30']);
    expect(startsUntil('09:45', world({ ...day, blocks }, []))).toEqual(['15:00']);
  });

  it('SCH-03 (narrow: the engine) somebody who comes later to a visit is found', () => {
    const late = { effectiveFrom: since, rules: [hours('10:00', '11:00')] };
    const both = world(day, []);
    const asked = { ...both, providers: [...both.providers, { id: 'reyes', templates: [late] }] };
    const reader = { role: 'reader', offsetMinutes: 30, durationMinutes: 30, providerIds: ['reyes'] };
    expect(startsUntil('09:45', asked, { participants: [reader] })).toEqual(['15:30']);
  });
});
