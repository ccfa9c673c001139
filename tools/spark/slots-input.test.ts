import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { slotsCommand } from './slots.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const example = (name: string) =>
  readFileSync(new URL(`../../libs/slots/examples/${name}.json`, import.meta.url), 'utf8');

/** The example of a verb with one value replaced, by its path; `undefined` takes it out. */
function changed(verb: string, at: string, value: Json | undefined): Json {
  const root = JSON.parse(example(verb)) as Record<string, unknown>;
  const keys = at.split('.');
  const last = keys.pop()!;
  let inner: Record<string, unknown> = root;
  for (const key of keys) inner = inner[key] as Record<string, unknown>;
  if (value === undefined) delete inner[last];
  else inner[last] = value;
  return root as Json;
}

/** Verb, path, value, and what the error says: where it is, and what is wrong there. */
const WRONG: readonly (readonly [string, string, Json | undefined, string, string])[] = [
  ['search', 'world.sites.0.zone', 'Mars/Base', 'world.sites[0].zone', 'such as America/Chicago'],
  ['search', 'world.sites.0.zone', 5, 'world.sites[0].zone', 'expected string'],
  ['search', 'world.providers.0.id', '', 'world.providers[0].id', 'is empty'],
  ['search', 'world.providers.0.overrides.0.date', '2026-02-30', 'overrides[0].date', 'not a date such as'],
  [
    'search',
    'world.providers.0.templates.0.effectiveTo',
    '2025-01-01',
    'templates[0]',
    'ends before it starts',
  ],
  [
    'search',
    'world.providers.0.templates.0.rules.0.end',
    '24:00',
    'rules[0].end',
    'not a time of day such as',
  ],
  ['search', 'world.providers.0.templates.0.rules.0.weekday', 7, 'rules[0].weekday', '<=6'],
  ['search', 'world.providers.0.templates.0.rules.1.siteId', 'x', 'rules[1].siteId', 'there are "lakeside"'],
  ['search', 'world.assets.0.siteId', 'x', 'world.assets[0].siteId', 'no site "x"'],
  ['search', 'world.assets.0.id', 'osei', 'world.assets[0].id', "a provider's id"],
  ['search', 'world.closures.0.siteId', 'x', 'world.closures[0].siteId', 'no site "x"'],
  [
    'search',
    'world.closures.0',
    { siteId: null, date: '2026-11-26', start: '12:00', end: '10:00' },
    'world.closures[0]',
    'ends before it starts',
  ],
  ['search', 'world.claims.0.resourceId', 'x', 'world.claims[0].resourceId', 'are "osei", "exam-1"'],
  ['search', 'world.claims.0.start', 1_763_312_400, 'world.claims[0].start', 'milliseconds since 1970'],
  [
    'search',
    'world.travel',
    [{ fromSiteId: 'x', toSiteId: 'lakeside', minutes: 1 }],
    'travel[0].fromSiteId',
    'no site',
  ],
  ['search', 'search.start', '2026-11-16T00:00:00', 'search.start', 'not an instant such as'],
  ['search', 'search.start', '2026-02-30T00:00:00Z', 'search.start', 'not an instant such as'],
  [
    'search',
    'search.visit.roomPool',
    'proc',
    'search.visit.roomPool',
    'no pool of rooms "proc"; there are "exam"',
  ],
  ['search', 'search.visit.equipmentPools', ['us'], 'equipmentPools[0]', 'there is none at all'],
  ['search', 'search.visit.providerDurations', { x: 5 }, 'providerDurations.x', 'no provider "x"'],
  ['search', 'search.prefer', { siteIds: ['x'] }, 'search.prefer.siteIds[0]', 'no site "x"'],
  ['search', 'search.earliestTime', '25:00', 'search.earliestTime', 'not a time of day'],
  ['search', 'search.after', 'hello', 'search.after', 'not the `next` of a page'],
  [
    'clinic-day',
    'requests.0.providers',
    ['x'],
    'requests[0].providers[0]',
    'no provider "x"; there are "osei", "reyes"',
  ],
  ['clinic-day', 'requests.0.preferred', 3, 'requests[0].preferred', 'no provider 3'],
  ['clinic-day', 'requests.1.sites.1', 'x', 'requests[1].sites[1]', '"lakeside", "hillcrest"'],
  [
    'clinic-day',
    'requests.0.room',
    'Exam',
    'requests[0].room',
    'no kind of room "Exam"; there are "exam", "proc"',
  ],
  [
    'clinic-day',
    'requests.0.equip',
    'x-ray',
    'requests[0].equip',
    'no kind of equipment "x-ray"; there are "us"',
  ],
  ['clinic-day', 'requests.0.win', [9, 2], 'requests[0].win', 'exchange the two'],
  ['clinic-day', 'requests.0.dur', 40, 'requests[0].dur', 'longer than the day: 40 steps of 16'],
  ['clinic-day', 'requests.0.w', 'high', 'requests[0].w', 'expected number'],
  ['clinic-day', 'requests.0.id', null, 'requests[0].id', 'neither a text nor a whole number'],
  ['clinic-day', 'requests.1.id', 'a', 'requests[1].id', 'the id "a" stands twice'],
  ['clinic-day', 'providers.1.id', 'osei', 'providers[1].id', 'the id "osei" stands twice'],
  ['clinic-day', 'providers.0.start', 20, 'providers[0]', 'exchange start and end'],
  ['clinic-day', 'current.0.request', 'x', 'current[0].request', 'no request "x"'],
  ['clinic-day', 'current.0.site', 'x', 'current[0].site', 'no site'],
  ['clinic-day', 'slots', undefined, 'slots', 'is missing'],
  ['clinic-day', 'rooms', [], 'rooms', 'expected record'],
  ['clinic-day', 'rooms.lakeside.exam', 0.5, 'rooms.lakeside.exam', 'expected int'],
  ['waitlist', 'waitlist.1.id', 'ada', 'waitlist[1].id', 'stands twice'],
  ['waitlist', 'waitlist.0.base', 1.5, 'waitlist[0].base', '<=1'],
  ['waitlist', 'waitlist.0.joined', undefined, 'waitlist[0].joined', 'is missing'],
  ['waitlist', 'openings.0.noticeH', null, 'openings[0].noticeH', 'expected number'],
  ['waitlist', 'fit', 'Inside', 'fit', '"inside"|"overlap"'],
];

describe('files that spark slots is given', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spark-slots-input-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (verb: string, text: string, ...options: string[]) => {
    const file = path.join(folder, `${verb}.json`);
    writeFileSync(file, text);
    let [out, err] = ['', ''];
    const code = await slotsCommand([verb, file, '--json', ...options], {
      stdout: { write: written => (out += written) },
      stderr: { write: written => (err += written) },
    });
    return { code, out, err };
  };

  it.each(WRONG)('%s with %s as %j: says where and what', async (verb, at, value, where, what) => {
    const { code, out, err } = await run(verb, JSON.stringify(changed(verb, at, value)));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const places = err.split('\n').filter(line => line.includes('→ at'));
    expect(places.some(line => line.endsWith(where))).toBe(true);
    expect(err).toContain(what);
  });

  it('reads a file with a byte order mark, and says that one in UTF-16 is no JSON', async () => {
    await expect(run('waitlist', `\uFEFF${example('waitlist')}`)).resolves.toMatchObject({ code: 0 });
    await expect(run('waitlist', '\u0000{}')).resolves.toMatchObject({ code: 1 });
  });

  it('refuses a clinic day too large to plan, and limits that no timer can keep', async () => {
    const day = JSON.parse(example('clinic-day')) as { requests: object[]; providers: { id: string }[] };
    const providers = Array.from({ length: 300 }, (_, id) => ({ ...day.providers[0], id: `p${id}` }));
    const requests = Array.from({ length: 500 }, (_, id) => ({
      ...day.requests[1],
      id,
      preferred: null,
      providers: providers.map(({ id: name }) => name),
    }));
    const { code, err } = await run(
      'clinic-day',
      JSON.stringify({ ...day, providers, requests, current: [] }),
    );
    expect(code).toBe(1);
    expect(err).toContain('plan groups of providers by themselves');
    await expect(run('clinic-day', example('clinic-day'), '--limit', '9000000s')).resolves.toMatchObject({
      code: 2,
    });
  });
});
