/** Says what happens, and that it still happens: never silent for more than 3 s. */
export class Progress {
  readonly #out: NodeJS.WritableStream;
  readonly #startedAt = performance.now();
  #current = '';
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(out: NodeJS.WritableStream) {
    this.#out = out;
    this.#heartbeat = this.#beat();
  }

  say(line: string): void {
    this.#current = line;
    this.#out.write(`${this.#seconds()}  ${line}\n`);
    this.#heartbeat?.refresh();
  }

  done(): void {
    clearInterval(this.#heartbeat);
    // a timer that is refreshed beats again
    this.#heartbeat = undefined;
  }

  #beat(): NodeJS.Timeout {
    return setInterval(() => this.#out.write(`${this.#seconds()}  … ${this.#current}\n`), 2_500);
  }

  #seconds(): string {
    return `${((performance.now() - this.#startedAt) / 1000).toFixed(1).padStart(6)} s`;
  }
}
