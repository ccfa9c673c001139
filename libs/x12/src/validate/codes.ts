import type { LocalDate } from '@spark-den/kernel';
import { eachSegment, type TransactionSegments } from '../held-transaction.ts';
import { element, type Segment } from '../segments/segment.ts';
import { usesOf, type CodeUse } from './code-uses.ts';
import type { Collector } from './collector.ts';
import type { CodeAnswer, CodeLookup } from './finding.ts';
import { checkPlaces } from './places.ts';
import { serviceDates } from './service-dates.ts';

type Doubt = 'unlisted' | 'early';
type Fault = Exclude<CodeAnswer, 'valid' | Doubt | undefined>;

const FAULTS: Readonly<Record<Fault, string>> = {
  unknown: 'is not in the set',
  'not-in-force': 'was not in force that day',
  'not-billable': 'is no billable code',
};
const DOUBTS: Readonly<Record<Doubt, string>> = {
  unlisted: 'is not in the list that was asked; it may be newer',
  early: 'begins with the next fiscal year, unless it was brought forward',
};

/** NPI check digits, states and countries, and codes of outside sets as of the date of service, if there is a look-up. */
export class CodeCheck {
  readonly #lookup: CodeLookup | undefined;
  readonly #collector: Collector;
  /** What a file is told once. */
  readonly #told = new Set<string>();

  constructor(lookup: CodeLookup | undefined, collector: Collector) {
    this.#lookup = lookup;
    this.#collector = collector;
  }

  check(transaction: TransactionSegments): void {
    const lookup = this.#lookup;
    const dateAt = lookup && serviceDates(transaction);
    eachSegment(transaction, (segment, position) => {
      checkNpi(segment, position, this.#collector);
      checkPlaces(segment, position, this.#collector);
      if (!lookup || !dateAt) return;
      for (const use of usesOf(segment)) this.#ask(lookup, use, dateAt(position), segment, position);
    });
  }

  #ask(
    lookup: CodeLookup,
    use: CodeUse,
    on: LocalDate | undefined,
    segment: Segment,
    position: number,
  ): void {
    const answer = lookup.check(use.set, use.code, on);
    if (on !== undefined && this.#isNews('beyond-table', () => lookup.isBeyondTable?.(use.set, use.code, on)))
      this.#collector.add(segment, position, {
        code: 'codes.beyond-table',
        level: 'codes',
        severity: 'warning',
        message: `${on} is outside the newest table of ${use.set}, which was asked all the same; so it may be elsewhere in this file.`,
        element: use.element,
        component: use.component,
        value: use.code,
        expected: 'a table of that day',
      });
    if (answer === undefined || answer === 'valid') return;
    if (answer === 'unlisted' || answer === 'early') {
      if (this.#isNews(`${answer} ${use.set} ${use.code}`))
        this.#say(use, DOUBTS[answer], segment, position, true);
    } else this.#say(use, FAULTS[answer], segment, position, false);
  }

  #say(use: CodeUse, says: string, segment: Segment, position: number, isDoubt: boolean): void {
    this.#collector.add(segment, position, {
      code: `codes.${use.set}`,
      level: 'codes',
      ...(isDoubt ? { severity: 'warning' } : { ack: { ik3: '8', ik4: 'I6' } }),
      message: `${use.code} ${says} (${use.set}).`,
      element: use.element,
      component: use.component,
      value: use.code,
      expected: `a code of ${use.set}`,
    });
  }

  #isNews(what: string, isSo: () => boolean | undefined = () => true): boolean {
    if (this.#told.has(what) || isSo() !== true) return false;
    this.#told.add(what);
    return true;
  }
}

function checkNpi(segment: Segment, position: number, collector: Collector): void {
  const at =
    segment.id === 'NM1' && element(segment, 8) === 'XX'
      ? 9
      : segment.id === 'N1' && element(segment, 3) === 'XX'
        ? 4
        : 0;
  if (at === 0 || isNpi(element(segment, at))) return;
  collector.add(segment, position, {
    code: 'codes.npi',
    level: 'codes',
    message: 'The NPI has a wrong check digit.',
    element: at,
    value: element(segment, at),
    expected: 'ten digits with a right check digit',
    ack: { ik3: '8', ik4: 'I12' },
  });
}

/** Luhn over 80840 and the ten digits. */
export function isNpi(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  let sum = 24;
  for (let index = 0; index < 10; index += 1) {
    const digit = Number(text[index]);
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
