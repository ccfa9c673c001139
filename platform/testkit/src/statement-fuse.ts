/** Where a sweep kills: counts the statements that are sent, and blows at the chosen one and all after it. */
export class StatementFuse {
  #seen = 0;
  #blowsAt = Number.POSITIVE_INFINITY;
  #statements: string[] = [];

  /** The `n`th statement from now on (from 1) does not reach the database, nor does any later one, until `mend`. */
  blowAt(n: number): void {
    this.#seen = 0;
    this.#statements = [];
    this.#blowsAt = n;
  }

  /** Back to work; what was cut off has been rolled back by the database. */
  mend(): void {
    this.#blowsAt = Number.POSITIVE_INFINITY;
    this.#seen = 0;
    this.#statements = [];
  }

  /** Statements since `blowAt` or `mend`: how far a sweep has to go. */
  get seen(): number {
    return this.#seen;
  }

  get blown(): boolean {
    return this.#seen >= this.#blowsAt;
  }

  /** The statement at which it blew. */
  get lastStatement(): string | undefined {
    return this.#statements.at(-1);
  }

  see(statement: string): void {
    this.#seen += 1;
    if (this.#seen <= this.#blowsAt) this.#statements.push(statement);
    if (this.#seen >= this.#blowsAt) throw new Error('the connection was cut here');
  }
}
