import { administrationContract } from '@spark-den/contracts/administration/operations';
import { localDateAt, toEpochMs, type Clock, type LocalDate } from '@spark-den/kernel';
import type { Context } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';

const KEEP_MS = 5 * 60_000;

/** "Today" where the practice is. Its zone hardly ever changes, so it is asked for once in five minutes. */
export class PracticeCalendar {
  readonly #systemClock: Clock;
  readonly #zones = new Map<string, { readonly zone: string; readonly until: number }>();

  constructor(systemClock: Clock) {
    this.#systemClock = systemClock;
  }

  async today(context: Context<PatientsDatabase>): Promise<LocalDate> {
    const known = this.#zones.get(context.practiceId);
    const nowMs = toEpochMs(this.#systemClock.now());
    if (known && known.until > nowMs) return localDateAt(context.now, known.zone);
    const { zone } = await context.call(administrationContract).getPractice({});
    this.#zones.set(context.practiceId, { zone, until: nowMs + KEEP_MS });
    return localDateAt(context.now, zone);
  }
}
