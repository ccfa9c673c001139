import { MINUTE_MS } from '@spark-den/kernel';
import { spanOf } from './availability.ts';
import type { EpochMs, Site, Span, Travel } from './types.ts';
import { zoneTable } from './zone-table.ts';

/** A way from one site to another, with the zone in which its bands are read. */
interface Leg extends Travel {
  readonly zone: string;
  readonly longestMs: number;
}

/** How long the way between two sites takes, by the hour at which it begins. */
export class TravelTimes {
  readonly #legs: ReadonlyMap<string, Leg>;

  constructor(travel: readonly Travel[], sites: ReadonlyMap<string, Site>) {
    this.#legs = new Map(
      travel.map(leg => [
        keyOf(leg.fromSiteId, leg.toSiteId),
        {
          ...leg,
          zone: sites.get(leg.fromSiteId)?.zone ?? 'UTC',
          longestMs: Math.max(leg.minutes, ...(leg.bands ?? []).map(band => band.minutes)) * MINUTE_MS,
        },
      ]),
    );
  }

  /** Milliseconds of the way for somebody who leaves at `leave`. */
  takes(fromSiteId: string, toSiteId: string, leave: EpochMs): number {
    const leg = this.#legs.get(keyOf(fromSiteId, toSiteId));
    return leg ? lengthAt(leg, leave) : 0;
  }

  /** When somebody who can leave from `free` on is there: to wait for a slow band to end may be quicker. */
  arrival(fromSiteId: string, toSiteId: string, free: EpochMs): EpochMs {
    const leg = this.#legs.get(keyOf(fromSiteId, toSiteId));
    if (!leg) return free;
    const leaves = [free, ...edges(leg, { start: free, end: free + leg.longestMs })];
    return Math.min(...leaves.map(leave => leave + lengthAt(leg, leave)));
  }

  /** The last time at which somebody who is due at `due` must be free to leave. */
  departure(fromSiteId: string, toSiteId: string, due: EpochMs): EpochMs {
    const leg = this.#legs.get(keyOf(fromSiteId, toSiteId));
    if (!leg) return due;
    const lengths = [leg.minutes, ...(leg.bands ?? []).map(band => band.minutes)];
    const leaves = [
      ...lengths.map(minutes => due - minutes * MINUTE_MS),
      // a quick band that ends before a slow one begins has to be caught before its end
      ...edges(leg, { start: due - leg.longestMs, end: due }).map(edge => edge - 1),
    ];
    return Math.max(...leaves.filter(leave => leave + lengthAt(leg, leave) <= due));
  }
}

function lengthAt(leg: Leg, leave: EpochMs): number {
  const band = bandsNear(leg, { start: leave, end: leave }).find(
    ({ start, end }) => start <= leave && leave < end,
  );
  return (band?.minutes ?? leg.minutes) * MINUTE_MS;
}

/** Where a band begins or ends within a stretch, its end included. */
function edges(leg: Leg, within: Span): EpochMs[] {
  return bandsNear(leg, within)
    .flatMap(band => [band.start, band.end])
    .filter(edge => within.start < edge && edge <= within.end);
}

/** The bands of a stretch's days and of the day before, in the order of the list. */
function bandsNear({ bands = [], zone }: Leg, { start, end }: Span): (Span & { minutes: number })[] {
  if (bands.length === 0) return [];
  const table = zoneTable(zone);
  const first = table.dayOf(start) - 1;
  const days = Array.from({ length: table.dayOf(end) - first + 1 }, (_, index) => first + index);
  return bands.flatMap(band => days.map(day => ({ ...spanOf(band, day, zone), minutes: band.minutes })));
}

function keyOf(fromSiteId: string, toSiteId: string): string {
  return `${fromSiteId}>${toSiteId}`;
}
