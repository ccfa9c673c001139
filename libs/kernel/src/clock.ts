import { instant, type Instant } from './time.ts';

/** The only source of "now". Handlers get one in their context; pure rules get `now` as an argument. */
export interface Clock {
  now(): Instant;
}

/** A clock that stands still until told otherwise. */
export class FixedClock implements Clock {
  #now: Instant;

  constructor(now: string) {
    this.#now = instant(now);
  }

  now(): Instant {
    return this.#now;
  }

  set(now: string): void {
    this.#now = instant(now);
  }
}
