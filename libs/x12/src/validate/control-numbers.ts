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
    if (this.#width === 0 && control.length <= LONGEST && numberOf(control) >= 0) {
      this.#width = control.length;
      this.#first = this.#last = numberOf(control);
    } else if (this.#numberOf(control) === this.#last + 1) this.#last += 1;
    else if (!this.has(control)) this.#others.add(control);
  }

  /** Only numbers of one width: 0001 and 1 are not the same control number. */
  #numberOf(control: string): number {
    return control.length === this.#width ? numberOf(control) : Number.NaN;
  }
}

/** Digits as a number; NaN for anything else. */
function numberOf(digits: string): number {
  let number = digits === '' ? Number.NaN : 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}
