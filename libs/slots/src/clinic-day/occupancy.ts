import type { DayOption } from './options.ts';
import type { ClinicDay, Step } from './types.ts';

/** Rooms or pieces of equipment of one kind at one site, and who is in them. */
interface Pool {
  readonly capacity: number;
  readonly used: Uint8Array;
  readonly inside: Spot[];
}

/** An option with what it needs at hand. */
export interface Spot extends DayOption {
  /** Steps in which the provider is busy at the site, elsewhere, or on the way. */
  readonly busy: Uint8Array;
  readonly pools: readonly Pool[];
}

/** A plan in the making that keeps every hard rule. */
export class Occupancy {
  /** For each request its options, as good as they were given. */
  readonly spots: readonly (readonly Spot[])[];
  /** The option granted to each request. */
  readonly placed: (Spot | null)[];
  readonly #day: ClinicDay;
  readonly #byProvider: Spot[][];
  /** By provider and site. */
  readonly #busy: Map<string, Uint8Array>[];
  readonly #pools = new Map<string, Pool>();

  constructor(day: ClinicDay, options: readonly (readonly DayOption[])[]) {
    this.#day = day;
    this.placed = day.requests.map(() => null);
    this.#byProvider = day.providers.map(() => []);
    const sites = [...new Set(options.flat().map(({ site }) => site))];
    this.#busy = day.providers.map(() => new Map(sites.map(site => [site, new Uint8Array(day.slots)])));
    this.spots = options.map(list => list.map(option => this.#spotOf(option)));
  }

  /** Whether nobody has to leave for it. */
  isFree(spot: Spot): boolean {
    const { start, end, busy, pools } = spot;
    for (let step = start; step < end; step += 1) if (busy[step]! > 0) return false;
    for (let index = 0; index < pools.length; index += 1) {
      const { used, capacity } = pools[index]!;
      for (let step = start; step < end; step += 1) if (used[step]! >= capacity) return false;
    }
    return true;
  }

  /** Whose visits have to go for a spot, whose own request must not be placed. */
  inTheWay({ start, end, site, provider, pools }: Spot): Spot[] {
    const leaving = this.#byProvider[provider]!.filter(other => {
      const gap = other.site === site ? 0 : this.#day.travelSlots;
      return other.start < end + gap && start < other.end + gap;
    });
    for (const pool of pools) {
      for (let step = start; step < end; step += 1) {
        if (pool.used[step]! < pool.capacity) continue;
        const least = leastWorthAt(pool, step, leaving);
        if (least) leaving.push(least);
      }
    }
    return leaving;
  }

  place(spot: Spot): void {
    this.placed[spot.request] = spot;
    this.#byProvider[spot.provider]!.push(spot);
    for (const pool of spot.pools) pool.inside.push(spot);
    this.#count(spot, 1);
  }

  remove(spot: Spot): void {
    this.placed[spot.request] = null;
    takeOut(this.#byProvider[spot.provider]!, spot);
    for (const pool of spot.pools) takeOut(pool.inside, spot);
    this.#count(spot, -1);
  }

  /** Makes the plan this one. */
  become(plan: readonly (Spot | null)[]): void {
    this.placed.forEach((spot, request) => {
      if (spot && spot !== plan[request]) this.remove(spot);
    });
    plan.forEach((spot, request) => {
      if (spot && spot !== this.placed[request]) this.place(spot);
    });
  }

  #count({ start, end, site, provider, pools }: Spot, change: 1 | -1): void {
    for (const [where, busy] of this.#busy[provider]!) {
      const gap = where === site ? 0 : this.#day.travelSlots;
      const last = Math.min(this.#day.slots, end + gap);
      for (let step = Math.max(0, start - gap); step < last; step += 1) busy[step]! += change;
    }
    for (const { used } of pools) for (let step = start; step < end; step += 1) used[step]! += change;
  }

  #spotOf(option: DayOption): Spot {
    const { request, provider, site, start, end, worth } = option;
    const { room, equip } = this.#day.requests[request]!;
    const pools = [
      ...(room === null ? [] : [this.#pool(this.#day.rooms, site, 'room', room)]),
      ...(equip === null ? [] : [this.#pool(this.#day.equip, site, 'equipment', equip)]),
    ];
    const busy = this.#busy[provider]!.get(site)!;
    // written out: objects of one shape are read faster, and this is read millions of times
    return { request, provider, site, start, end, worth, busy, pools };
  }

  #pool(stock: ClinicDay['rooms'], site: string, what: string, kind: string): Pool {
    const key = `${site} ${what} ${kind}`;
    let pool = this.#pools.get(key);
    if (!pool) {
      pool = { capacity: stock[site]?.[kind] ?? 0, used: new Uint8Array(this.#day.slots), inside: [] };
      this.#pools.set(key, pool);
    }
    return pool;
  }
}

/** Of those in the pool at a step, the one worth least; none when enough of them leave anyway. */
function leastWorthAt(pool: Pool, step: Step, leaving: readonly Spot[]): Spot | null {
  let staying = 0;
  let least: Spot | null = null;
  for (const spot of pool.inside) {
    if (step < spot.start || step >= spot.end || leaving.includes(spot)) continue;
    staying += 1;
    if (!least || spot.worth < least.worth) least = spot;
  }
  return staying >= pool.capacity ? least : null;
}

function takeOut(list: Spot[], spot: Spot): void {
  const last = list.pop()!;
  if (last !== spot) list[list.indexOf(spot)] = last;
}
