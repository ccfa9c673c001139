const RETRY_MS = 1_000;

/** Runs `step` when woken and at least every `everyMs`, one at a time, until stopped; a failure is reported, then tried again. */
export class Loop {
  readonly #step: () => Promise<boolean>;
  readonly #everyMs: number;
  readonly #onError: (error: unknown) => void;
  #running: Promise<void> | undefined;
  #woken = false;
  #failed = false;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;

  /** @param step returns whether there may be more to do at once */
  constructor(step: () => Promise<boolean>, everyMs: number, onError: (error: unknown) => void) {
    this.#step = step;
    this.#everyMs = everyMs;
    this.#onError = onError;
  }

  wake(): void {
    if (this.#stopped) return;
    this.#woken = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#woken) this.wake();
      else this.#sleep();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#woken && !this.#stopped) {
      this.#woken = false;
      this.#failed = false;
      try {
        if (await this.#step()) this.#woken = true;
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
