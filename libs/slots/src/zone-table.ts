import { DAY_MS, MINUTE_MS, zoneOffsetMinutes } from '@spark-den/kernel';

/** Days since 1970-01-01 of a date, or of the wall clock. */
export type DayNumber = number;

const SAMPLE_MS = 7 * DAY_MS;

/** No zone changes its offset twice within this time; what a table knows grows in such steps. */
interface Change {
  readonly from: number;
  readonly offsetMs: number;
}

/**
 * Offsets of one zone as a sorted list of changes, so that thousands of wall-clock times turn into instants
 * without asking `Intl` for each. Gaps and overlaps follow the kernel's `resolveLocal`.
 */
export class ZoneTable {
  readonly #zone: string;
  #changes: Change[] = [];
  #from = 0;
  #to = 0;

  constructor(zone: string) {
    this.#zone = zone;
  }

  /** Milliseconds east of UTC at an instant. */
  offsetAt(at: number): number {
    this.#cover(at);
    let low = 0;
    let high = this.#changes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#changes[middle]!.from <= at) low = middle;
      else high = middle - 1;
    }
    return this.#changes[low]!.offsetMs;
  }

  /** The instant at which the wall clock shows `minutes` after midnight of `day`. */
  instantOf(day: DayNumber, minutes: number): number {
    const wall = day * DAY_MS + minutes * MINUTE_MS;
    const before = this.offsetAt(wall - DAY_MS);
    const after = this.offsetAt(wall + DAY_MS);
    if (before === after) return wall - before;
    const early = wall - Math.max(before, after);
    const late = wall - Math.min(before, after);
    if (early + this.offsetAt(early) === wall) return early;
    if (late + this.offsetAt(late) === wall) return late;
    return wall - before;
  }

  dayOf(at: number): DayNumber {
    return Math.floor((at + this.offsetAt(at)) / DAY_MS);
  }

  /** Minutes that the wall clock shows after midnight. */
  minutesOf(at: number): number {
    const wall = at + this.offsetAt(at);
    return Math.floor((wall - Math.floor(wall / DAY_MS) * DAY_MS) / MINUTE_MS);
  }

  #cover(at: number): void {
    if (this.#changes.length === 0) {
      this.#from = this.#to = Math.floor(at / SAMPLE_MS) * SAMPLE_MS;
      this.#changes.push({ from: -Infinity, offsetMs: this.#ask(this.#from) });
    }
    while (at >= this.#to) {
      this.#changes.push(...this.#changesBetween(this.#to, this.#to + SAMPLE_MS));
      this.#to += SAMPLE_MS;
    }
    while (at < this.#from) {
      const start = this.#from - SAMPLE_MS;
      const found = this.#changesBetween(start, this.#from);
      const [oldest, ...newer] = this.#changes;
      if (found.length > 0) {
        const first = { from: -Infinity, offsetMs: this.#ask(start) };
        this.#changes = [first, ...found, ...newer];
      } else if (oldest) {
        this.#changes[0] = { from: -Infinity, offsetMs: oldest.offsetMs };
      }
      this.#from = start;
    }
  }

  #changesBetween(from: number, to: number): Change[] {
    const atStart = this.#ask(from);
    const atEnd = this.#ask(to);
    if (atStart === atEnd) return [];
    let low = from;
    let high = to;
    while (high - low > MINUTE_MS) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
      if (this.#ask(middle) === atStart) low = middle;
      else high = middle;
    }
    return [{ from: high, offsetMs: atEnd }];
  }

  #ask(at: number): number {
    return zoneOffsetMinutes(at, this.#zone) * MINUTE_MS;
  }
}

const tables = new Map<string, ZoneTable>();

export function zoneTable(zone: string): ZoneTable {
  let table = tables.get(zone);
  if (!table) {
    table = new ZoneTable(zone);
    tables.set(zone, table);
  }
  return table;
}
