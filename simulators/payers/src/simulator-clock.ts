import { instant, type Clock, type Instant } from '@spark-den/kernel';

/** The system's time until someone sets another; then it stands still until set again. */
export class SimulatorClock implements Clock {
  readonly #system: () => number;
  #set: Instant | undefined;

  // eslint-disable-next-line no-restricted-syntax -- the outside world has a clock of its own
  constructor(system: () => number = Date.now) {
    this.#system = system;
  }

  now(): Instant {
    return this.#set ?? instant(this.#system());
  }

  set(now: string | null): void {
    this.#set = now === null ? undefined : instant(now);
  }
}
