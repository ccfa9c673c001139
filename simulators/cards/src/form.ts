import { CardError } from './objects.ts';

/** Reads the wire's form encoding, where nesting stands in the key: `line_items[0][price_data][unit_amount]`. */
export class Form {
  readonly #values: ReadonlyMap<string, string>;

  constructor(body: string) {
    this.#values = new Map(new URLSearchParams(body));
  }

  text(key: string): string | null {
    return this.#values.get(key) ?? null;
  }

  required(key: string): string {
    const value = this.#values.get(key);
    if (!value) throw invalid(key, `Missing required param: ${key}.`);
    return value;
  }

  /** A whole number of at least `min`. */
  integer(key: string, min: number): number {
    const value = Number(this.required(key));
    if (!Number.isSafeInteger(value) || value < min) throw invalid(key, `Invalid integer: ${key}`);
    return value;
  }

  /** `metadata[claim]=1` as `{ claim: '1' }`. */
  map(name: string): Readonly<Record<string, string>> {
    const entries: [string, string][] = [];
    for (const [key, value] of this.#values) {
      const found = new RegExp(`^${name.replace(/[[\]]/g, '\\$&')}\\[([^\\]]+)\\]$`).exec(key);
      if (found?.[1]) entries.push([found[1], value]);
    }
    return Object.fromEntries(entries);
  }

  has(prefix: string): boolean {
    return [...this.#values.keys()].some(key => key.startsWith(prefix));
  }
}

export function invalid(param: string, message: string): CardError {
  return new CardError(400, 'invalid_request_error', message, { code: 'parameter_invalid', param });
}
