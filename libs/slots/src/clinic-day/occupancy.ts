import type { DayOption } from './options.ts';
import type { ClinicDay, Step } from './types.ts';

/** Rooms or pieces of equipment of one kind at one site, and who is in them. */
interface Pool {
  readonly capacity: number;
  readonly used: Uint8Array;
  readonly inside: DayOption[];
}

/** A plan in the making that keeps every hard rule. */
export class Occupancy {
  /** The option granted to each request. */
  readonly placed: (DayOption | null)[];
  readonly #travel: Step;
  readonly #byProvider: DayOption[][];
  readonly #pools = new Map<string, Pool>();
  /** Pools that each request needs, by site. */
  readonly #needs: Readonly<Record<string, readonly Pool[]>>[];

  constructor(day: ClinicDay) {
    this.placed = day.requests.map(() => null);
    this.#travel = day.travelSlots;
    this.#byProvider = day.providers.map(() => []);
    this.#needs = day.requests.map(({ sites, room, equip }) =>
      Object.fromEntries(
        sites.map(site => [
          site,
          [
            ...(room === null ? [] : [this.#pool(day, day.rooms, site, `room ${room}`, room)]),
            ...(equip === null ? [] : [this.#pool(day, day.equip, site, `equipment ${equip}`, equip)]),
          ],
        ]),
      ),
    );
  }

  /** Whether nobody has to leave for `option`. */
  isFree(option: DayOption): boolean {
    const { start, end, site } = option;
    for (const other of this.#byProvider[option.provider]!) {
      const gap = other.site === site ? 0 : this.#travel;
      if (other.start < end + gap && start < other.end + gap) return false;
    }
    for (const pool of this.#needs[option.request]![site]!) {
      for (let step = start; step < end; step += 1) if (pool.used[step]! >= pool.capacity) return false;
    }
    return true;
  }

  /** Whose visits have to go for `option`, whose own request must not be placed. */
  inTheWay(option: DayOption): DayOption[] {
    const { start, end, site } = option;
    const leaving = this.#byProvider[option.provider]!.filter(other => {
      const gap = other.site === site ? 0 : this.#travel;
      return other.start < end + gap && start < other.end + gap;
    });
    for (const pool of this.#needs[option.request]![site]!) {
      for (let step = start; step < end; step += 1) {
        if (pool.used[step]! < pool.capacity) continue;
        const least = leastWorthAt(pool, step, leaving);
        if (least) leaving.push(least);
      }
    }
    return leaving;
  }

  place(option: DayOption): void {
    this.placed[option.request] = option;
    this.#byProvider[option.provider]!.push(option);
    for (const pool of this.#needs[option.request]![option.site]!) {
      pool.inside.push(option);
      for (let step = option.start; step < option.end; step += 1) pool.used[step]! += 1;
    }
  }

  remove(option: DayOption): void {
    this.placed[option.request] = null;
    takeOut(this.#byProvider[option.provider]!, option);
    for (const pool of this.#needs[option.request]![option.site]!) {
      takeOut(pool.inside, option);
      for (let step = option.start; step < option.end; step += 1) pool.used[step]! -= 1;
    }
  }

  /** Makes the plan this one. */
  become(plan: readonly (DayOption | null)[]): void {
    this.placed.forEach((option, request) => {
      if (option && option !== plan[request]) this.remove(option);
    });
    plan.forEach((option, request) => {
      if (option && option !== this.placed[request]) this.place(option);
    });
  }

  #pool(day: ClinicDay, stock: ClinicDay['rooms'], site: string, name: string, kind: string): Pool {
    const key = `${site} ${name}`;
    let pool = this.#pools.get(key);
    if (!pool) {
      pool = { capacity: stock[site]?.[kind] ?? 0, used: new Uint8Array(day.slots), inside: [] };
      this.#pools.set(key, pool);
    }
    return pool;
  }
}

/** Of those in the pool at a step, the one worth least; none when enough of them leave anyway. */
function leastWorthAt(pool: Pool, step: Step, leaving: readonly DayOption[]): DayOption | null {
  let staying = 0;
  let least: DayOption | null = null;
  for (const option of pool.inside) {
    if (step < option.start || step >= option.end || leaving.includes(option)) continue;
    staying += 1;
    if (!least || option.worth < least.worth) least = option;
  }
  return staying >= pool.capacity ? least : null;
}

function takeOut(list: DayOption[], option: DayOption): void {
  const last = list.pop()!;
  if (last !== option) list[list.indexOf(option)] = last;
}
