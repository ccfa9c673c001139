import { bestPattern, type SessionPattern } from './pattern.ts';
import type { Session } from './cost.ts';

/** A number of bookings for a session, with the pattern that suits it best. */
export interface OverbookingLevel extends SessionPattern {
  readonly bookings: number;
  /** Bookings beyond one per slot; zero or less is no overbooking. */
  readonly extra: number;
  /** Expected minutes that a patient who comes waits. */
  readonly waitPerPatient: number;
}

export interface OverbookingAdvice {
  /** Where the expected cost is least. */
  readonly best: OverbookingLevel;
  /** Every level that was weighed, from the fewest bookings to the cap. */
  readonly levels: readonly OverbookingLevel[];
}

/**
 * How many to book into a session, by expected cost of waiting, idle time and overtime. One no-show rate
 * holds for the whole session: a rate per patient would put those predicted not to come into the same slot,
 * and make the same groups of people wait.
 *
 * @param cap most bookings beyond one per slot
 */
export function overbookingLevels(session: Omit<Session, 'patients'>, cap: number): OverbookingAdvice {
  const levels: OverbookingLevel[] = [];
  const fewest = Math.max(1, Math.floor(session.slots * (1 - session.noShow)));
  for (let bookings = fewest; bookings <= session.slots + cap; bookings += 1) {
    const pattern = bestPattern({ ...session, patients: bookings });
    const coming = bookings * (1 - session.noShow);
    levels.push({
      ...pattern,
      bookings,
      extra: bookings - session.slots,
      waitPerPatient: coming > 0 ? pattern.waiting / coming : 0,
    });
  }
  const [first, ...others] = levels;
  if (!first) throw new RangeError('a session has at least one slot');
  return { best: others.reduce((least, level) => (level.cost < least.cost ? level : least), first), levels };
}
