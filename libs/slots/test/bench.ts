/**
 * Slot search in process, beside the figures of the benchmarks' README: 20 providers × 30 days × 10 bookings.
 * Run with `node --import tsx libs/slots/test/bench.ts`.
 */
import { localDate, localTime, MINUTE_MS, DAY_MS } from '@spark-den/kernel';
import {
  compileSchedule,
  findSlots,
  minuteInstant,
  type Claim,
  type Provider,
  type SlotSearch,
  type World,
} from '../src/index.ts';

function lottery(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function makeWorld(providers: number, days: number, bookings: number, rooms: number): World {
  const draw = lottery(7);
  const from = Date.parse('2026-10-12T00:00:00Z');
  const ids = Array.from({ length: providers }, (_, index) => `p${String(index).padStart(2, '0')}`);
  const rules = [1, 2, 3, 4, 5].flatMap(weekday => [
    { weekday, start: localTime('08:00'), end: localTime('12:00'), siteId: 'main' },
    { weekday, start: localTime('13:00'), end: localTime('17:00'), siteId: 'main' },
  ]);
  const claims: Claim[] = [];
  for (const [index, id] of ids.entries()) {
    for (let day = 0; day < days; day += 1) {
      for (let n = 0; n < bookings; n += 1) {
        const start = from + day * DAY_MS + (12 * 60 + Math.floor(draw() * 36) * 15) * MINUTE_MS;
        claims.push({ resourceId: id, siteId: 'main', start, end: start + 30 * MINUTE_MS });
        if (rooms > 0) {
          const roomId = `r${String((index + n) % rooms)}`;
          claims.push({ resourceId: roomId, siteId: 'main', start, end: start + 30 * MINUTE_MS });
        }
      }
    }
  }
  claims.sort((a, b) => a.start - b.start);
  return {
    sites: [{ id: 'main', zone: 'America/New_York' }],
    providers: ids.map<Provider>(id => ({
      id,
      templates: [{ effectiveFrom: localDate('2026-01-05'), rules }],
    })),
    assets: Array.from({ length: rooms }, (_, index) => ({
      id: `r${index}`,
      kind: 'room' as const,
      siteId: 'main',
      pools: ['exam'],
    })),
    closures: [],
    claims,
  };
}

function measure(label: string, world: World, search: SlotSearch): void {
  const times: number[] = [];
  let count = 0;
  for (let round = 0; round < 60; round += 1) {
    const before = performance.now();
    const { slots } = findSlots(compileSchedule(world, search), search);
    const texts = slots.map(slot => [minuteInstant(slot.start), minuteInstant(slot.end)]);
    times.push(performance.now() - before);
    count = texts.length;
  }
  times.sort((a, b) => a - b);
  const shown = (rank: number) => `${Math.round((times[rank] ?? 0) * 100) / 100} ms`;
  process.stdout.write(`${label}: ${count} slots, median ${shown(30)}, p95 ${shown(57)}, best ${shown(0)}\n`);
}

const start = Date.parse('2026-10-12T04:00:00Z');
const visit = { id: 'visit', durationMinutes: 30, roomPool: null, equipmentPools: [] };
const search = (days: number): SlotSearch => ({ start, end: start + days * DAY_MS, visit, stepMinutes: 15 });

measure('20 providers × 30 days × 10 bookings', makeWorld(20, 30, 10, 0), search(30));
const large = makeWorld(20, 60, 17, 20);
const withRooms = { ...search(30), visit: { ...visit, roomPool: 'exam' } };
measure('20 providers × 60 days, 20,400 bookings with rooms, first ten', large, { ...withRooms, limit: 10 });
measure('the same, a whole month', large, withRooms);
