import { DAY_MS, localDate, localTime, MINUTE_MS } from '@spark-den/kernel';
import type { Claim, Provider, SlotSearch, World } from '@spark-den/slots';
import { seeded } from '../../services/patients/test-population.ts';

const START = Date.parse('2026-10-12T04:00:00Z');
const VISIT = { id: 'visit', durationMinutes: 30, roomPool: null, equipmentPools: [] };

/** The case of the benchmarks' README: Mondays to Fridays 08–12 and 13–17 in New York, bookings by a seed. */
export function benchWorld(providers: number, days: number, bookings: number, rooms: number): World {
  const draw = seeded(7);
  const ids = Array.from({ length: providers }, (_, index) => `p${String(index).padStart(2, '0')}`);
  const rules = [1, 2, 3, 4, 5].flatMap(weekday => [
    { weekday, start: localTime('08:00'), end: localTime('12:00'), siteId: 'main' },
    { weekday, start: localTime('13:00'), end: localTime('17:00'), siteId: 'main' },
  ]);
  const claims: Claim[] = [];
  for (const [index, id] of ids.entries()) {
    for (let day = 0; day < days; day += 1) {
      for (let booking = 0; booking < bookings; booking += 1) {
        const start = START + day * DAY_MS + (8 * 60 + Math.floor(draw() * 36) * 15) * MINUTE_MS;
        const time = { siteId: 'main', start, end: start + 30 * MINUTE_MS };
        claims.push({ resourceId: id, ...time });
        if (rooms > 0) claims.push({ resourceId: `r${(index + booking) % rooms}`, ...time });
      }
    }
  }
  claims.sort((a, b) => a.start - b.start);
  return {
    sites: [{ id: 'main', zone: 'America/New_York' }],
    providers: ids.map((id): Provider => ({
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

export function benchSearch(days: number, more: Partial<SlotSearch> = {}): SlotSearch {
  return { start: START, end: START + days * DAY_MS, visit: VISIT, stepMinutes: 15, ...more };
}

export const IN_A_ROOM = { ...VISIT, roomPool: 'exam' };
