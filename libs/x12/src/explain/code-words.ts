/** Sets whose codes an explanation names. */
export type WordSet = 'carc' | 'rarc' | 'claim-status-category' | 'claim-status' | 'service-type';

/** What codes are called; the `codes` of `@spark-den/codes` fits. */
export interface CodeWords {
  lookup(set: WordSet, code: string): { readonly label: string | undefined };
}

/** Says codes in words, with the code behind them; codes alone where nobody knows the words. */
export class Speaker {
  readonly #words: CodeWords | undefined;

  constructor(words: CodeWords | undefined) {
    this.#words = words;
  }

  /** What the code is called, where somebody knows. */
  label(set: WordSet, code: string): string | undefined {
    const label = this.#words?.lookup(set, code).label;
    return label && lowered(label);
  }

  /** @param shown the code as people write it, such as `CO-45` */
  say(set: WordSet, code: string, shown = code): string {
    return called(this.label(set, code), shown);
  }
}

/** `deductible (PR-1)`. */
export function called(label: string | undefined, code: string): string {
  return label === undefined || label === '' ? code : `${label} (${code})`;
}

/** As it stands within a sentence: `Deductible` in small letters, `NPI` as it is. */
function lowered(label: string): string {
  return /^[A-Z](?![A-Z0-9.])/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
