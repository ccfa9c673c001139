import { cents, type Cents, type LocalDate } from '@spark-den/kernel';
import { component } from '../segments/segment.ts';
import { parseAmount } from '../validate/amount.ts';
import { NO_DATE, toDate, type Reading } from './reading.ts';
import type { PlacedSegment } from './tree.ts';

/** One composite of an HI. */
export interface HealthCode {
  readonly code: string;
  readonly date: LocalDate;
  readonly until?: LocalDate;
  /** Zero where there is none. */
  readonly amount: Cents;
  readonly presentOnAdmission?: string;
}

/** Qualifiers that the model of an institutional claim has fields for. */
const MODELLED: ReadonlySet<string> = new Set('ABK ABJ APR ABN DR ABF BBR BBQ BI BH BE BG'.split(' '));

/** Codes of the HI segments by qualifier; segments that hold something else besides are left unread. */
export function codesOf(
  segments: readonly PlacedSegment[],
  reading: Reading,
): ReadonlyMap<string, readonly HealthCode[]> {
  const codes = new Map<string, HealthCode[]>();
  for (const at of segments) {
    const filled = at.segment.elements.flatMap((text, index) => (index > 0 && text !== '' ? [index] : []));
    if (!filled.every(index => MODELLED.has(component(at.segment, index, 1)))) continue;
    for (const index of filled) {
      const qualifier = reading.part(at, index, 1);
      codes.set(qualifier, [...(codes.get(qualifier) ?? []), codeAt(at, index, reading)]);
    }
  }
  return codes;
}

function codeAt(at: PlacedSegment, index: number, reading: Reading): HealthCode {
  const [from = '', until] = reading.part(at, index, 4).split('-');
  return {
    code: reading.part(at, index, 2),
    date: toDate(from) ?? NO_DATE,
    until: until === undefined ? undefined : toDate(until),
    amount: parseAmount(reading.part(at, index, 5)) ?? cents(0),
    presentOnAdmission: reading.part(at, index, 9) || undefined,
  };
}
