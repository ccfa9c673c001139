import type { LocalDate } from '@spark-den/kernel';
import type { Outside } from '../outside.ts';
import type { Desk, Staff } from '../staff.ts';
import type { SimulatedSystem } from '../system.ts';

/** Who takes part in the day, and when it is. */
export interface Scene {
  readonly system: SimulatedSystem;
  readonly staff: Staff;
  readonly outside: Outside;
  readonly frontDesk: Desk;
  readonly nurse: Desk;
  readonly biller: Desk;
  readonly manager: Desk;
  readonly date: LocalDate;
  /** Sets the clock to minutes from midnight, this day or later. */
  clock(minutes: number, daysLater?: number): Promise<void>;
}

/** Figures of a step, by name; amounts end in `Cents`. */
export type Figures = Readonly<Record<string, number | string | boolean>>;

/** Ends the day with what was expected and what came instead. */
export function expectThat(isTrue: boolean, what: string, figures: Figures = {}): void {
  if (!isTrue) throw new Error(`the day went wrong: ${what} ${JSON.stringify(figures)}`);
}
