const RETRY_MS = 1_000;

/** Runs `step` when woken and at least every `everyMs`, one at a time, until stopped; a failure is reported, then tried again. */
export class Loop {
  readonly #step: () => Promise<boolean>;
  readonly #everyMs: number;
  readonly #onError: (error: unknown) => void;
  readonly #gatherMs: number;
  #gathering: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #woken = false;
  #failed = false;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param step returns whether there may be more to do at once
   * @param gatherMs waits so long after a wake, so that one step does the work of several
   */
  constructor(
    step: () => Promise<boolean>,
    everyMs: number,
    onError: (error: unknown) => void,
    gatherMs = 0,
  ) {
    this.#step = step;
    this.#everyMs = everyMs;
    this.#onError = onError;
    this.#gatherMs = gatherMs;
  }

  wake(): void {
    if (this.#stopped) return;
    this.#woken = true;
    if (this.#running) return;
    if (this.#gatherMs === 0) this.#start();
    else this.#gathering ??= setTimeout(() => this.#start(), this.#gatherMs);
  }

  #start(): void {
    this.#gathering = undefined;
    if (this.#stopped) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#woken) this.wake();
      else this.#sleep();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#gathering);
    await this.#running;
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    for (let more = true; more && !this.#stopped;) {
      this.#woken = false;
      this.#failed = false;
      try {
        more = await this.#step();
      } catch (error) {
        if (!this.#stopped) this.#onError(error);
        this.#failed = true;
        this.#woken = false;
        return;
      }
    }
  }

  #sleep(): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.wake(),
      this.#failed ? Math.min(RETRY_MS, this.#everyMs) : this.#everyMs,
    );
    this.#timer.unref();
  }
}
