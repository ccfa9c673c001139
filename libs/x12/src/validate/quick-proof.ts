import type { ElementRule } from '../guides/rules.ts';
import type { Delimiters } from '../segments/delimiters.ts';
import { isDate } from './dates.ts';

const BLANK = 0x20;
const MINUS = 0x2d;
const POINT = 0x2e;
const DELETE = 0x7f;

/**
 * Proves in one look at its characters that an element keeps its rule, without making a single string but for codes.
 * `false` only means that somebody has to look closer and say what is wrong, if anything is.
 */
export class QuickProof {
  #delimiters: Delimiters | undefined;
  #component = 0;
  #repetition = 0;

  separateBy(delimiters: Delimiters): void {
    if (delimiters === this.#delimiters) return;
    this.#delimiters = delimiters;
    this.#component = delimiters.component.charCodeAt(0);
    this.#repetition = delimiters.repetition.charCodeAt(0);
  }

  satisfies(text: string, rule: ElementRule): boolean {
    return rule.components.length > 0
      ? this.#isComposite(text, rule)
      : this.#isSimple(text, 0, text.length, rule);
  }

  #isComposite(text: string, rule: ElementRule): boolean {
    const { components, lastRequired } = rule;
    let start = 0;
    for (let at = 0; at < components.length; at += 1) {
      const part = components[at] as ElementRule;
      const end = this.#endOfPart(text, start);
      if (end === start) {
        if (part.usage === 'R') return false;
      } else if (part.usage === 'N' || !this.#isSimple(text, start, end, part)) return false;
      if (end === text.length) return at + 1 >= lastRequired;
      start = end + 1;
    }
    return false;
  }

  #endOfPart(text: string, start: number): number {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== this.#component) end += 1;
    return end;
  }

  #isSimple(text: string, start: number, end: number, rule: ElementRule): boolean {
    const length = end - start;
    // a date in the format that another element names
    if (length < rule.min || length > rule.max || rule.dataElement === '1251') return false;
    switch (rule.type) {
      case 'N':
        if (!isDigits(text, start, end)) return false;
        break;
      case 'R':
        if (!isDecimal(text, start, end)) return false;
        break;
      case 'DT':
        if (start > 0 || end < text.length || !isDate(text)) return false;
        break;
      case 'TM':
        return false;
      default:
        if (!this.#isPlainText(text, start, end)) return false;
    }
    return rule.codes === undefined || rule.codes.has(length === text.length ? text : text.slice(start, end));
  }

  /** Printable ASCII without a separator, and not only blanks. */
  #isPlainText(text: string, start: number, end: number): boolean {
    let filled = false;
    for (let at = start; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code < BLANK || code >= DELETE || code === this.#component || code === this.#repetition)
        return false;
      if (code !== BLANK) filled = true;
    }
    return filled;
  }
}

function isDigits(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isDigit(text.charCodeAt(at))) return false;
  return end > start;
}

function isDecimal(text: string, start: number, end: number): boolean {
  let at = text.charCodeAt(start) === MINUS ? start + 1 : start;
  let digits = 0;
  let points = 0;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) digits += 1;
    else if (code === POINT) points += 1;
    else return false;
  }
  return digits > 0 && points <= 1;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
