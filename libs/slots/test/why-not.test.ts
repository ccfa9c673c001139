import { localDate, localTime } from '@spark-den/kernel';
import { compileSchedule, explainWish, type Provider, type World } from '../src/index.ts';

const at = (time: string) => Date.parse(`2026-11-02T${time}:00-06:00`);
const range = { start: at('00:00'), end: at('23:00') };
const working = (id: string, start = '08:00'): Provider => ({
  id,
  templates: [
    {
      effectiveFrom: localDate('2026-01-01'),
      rules: [{ weekday: 1, start: localTime(start), end: localTime('12:00'), siteId: 'lakeside' }],
    },
  ],
});
const world = (more: Partial<World> = {}): World => ({
  sites: [{ id: 'lakeside', zone: 'America/Chicago' }],
  providers: [working('osei'), working('reyes', '10:00'), working('haddad')],
  assets: [],
  closures: [],
  claims: [
    { resourceId: 'haddad', siteId: 'lakeside', start: at('09:00'), end: at('09:45'), ref: 'visit-7' },
  ],
  ...more,
});
const part = (role: string, providerIds: string[]) => ({
  role,
  providerIds,
  offsetMinutes: 0,
  durationMinutes: 30,
});
const why = (given: World, participants: ReturnType<typeof part>[], equipmentPools: string[] = []) =>
  explainWish(compileSchedule(given, range), {
    visit: { id: 'echo', durationMinutes: 60, roomPool: null, equipmentPools, participants },
    providerId: 'osei',
    siteId: 'lakeside',
    start: at('09:00'),
  });

describe('why not, for a visit of several providers', () => {
  it('SCH-02 SCH-06 (narrow: the engine) names each who might take a part and what keeps them from it', () => {
    const { slot, reasons } = why(world(), [part('reader', ['reyes', 'haddad', 'nobody', 'osei'])]);
    expect(slot).toBeNull();
    expect(reasons).toEqual([
      { code: 'provider-not-working', resourceId: 'reyes', span: null, ref: null },
      {
        code: 'provider-busy',
        resourceId: 'haddad',
        span: { start: at('09:00'), end: at('09:45') },
        ref: 'visit-7',
      },
      { code: 'provider-not-working', resourceId: 'nobody', span: null, ref: null },
      {
        code: 'provider-busy',
        resourceId: 'osei',
        span: { start: at('09:00'), end: at('10:00') },
        ref: null,
      },
    ]);
  });

  it('SCH-02 (narrow: the engine) names who would be needed for two parts at once', () => {
    const free = world({ claims: [] });
    expect(why(free, [part('reader', ['haddad'])])).toMatchObject({ reasons: [] });
    const { reasons } = why(free, [part('reader', ['haddad']), part('second', ['haddad'])]);
    expect(reasons.map(({ code, resourceId }) => [code, resourceId])).toEqual([
      ['provider-busy', 'haddad'],
      ['provider-busy', 'haddad'],
    ]);
  });

  it('SCH-04 a piece that stands for two pools is not taken twice, and that is said', () => {
    const cart = { id: 'e1', kind: 'equipment' as const, siteId: 'lakeside', pools: ['ultrasound', 'cart'] };
    const given = world({ assets: [cart] });
    expect(why(given, [], ['cart'])).toMatchObject({ slot: { equipmentIds: ['e1'] } });
    expect(why(given, [], ['cart', 'ultrasound']).reasons.map(({ code }) => code)).toEqual([
      'no-equipment-of-pool',
    ]);
  });
});
