/** Longer numbers would not be exact. */
const LONGEST = 15;

/** Control numbers met so far. Those that count up, as nearly all do, take no memory however many they are. */
export class ControlNumbers {
  #width = 0;
  #first = 0;
  #last = -1;
  readonly #others = new Set<string>();

  has(control: string): boolean {
    const number = this.#numberOf(control);
    return (number >= this.#first && number <= this.#last) || this.#others.has(control);
  }

  add(control: string): void {
    if (this.#width === 0 && control.length <= LONGEST && /^\d+$/.test(control)) {
      this.#width = control.length;
      this.#first = this.#last = Number(control);
    } else if (this.#numberOf(control) === this.#last + 1) this.#last += 1;
    else if (!this.has(control)) this.#others.add(control);
  }

  /** Only numbers of one width: 0001 and 1 are not the same control number. */
  #numberOf(control: string): number {
    return control.length === this.#width && /^\d+$/.test(control) ? Number(control) : Number.NaN;
  }
}
