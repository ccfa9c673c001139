import { numbersOf } from './contact-numbers.ts';
import { NO_DATE, shortest } from './reading.ts';
import { centsToDecimal, type Cents, type LocalDate } from '@spark-den/kernel';
import type { SegmentDraft } from '../segments/writer.ts';
import type {
  Address,
  Adjustment,
  Contact,
  Party,
  Procedure,
  QualifiedAmount,
  QualifiedDate,
  QualifiedQuantity,
  Reference,
} from './common.ts';

/** CCYYMMDD; nothing for the stand-in of a date that could not be read. */
export function ymd(date: LocalDate): string {
  return date === NO_DATE ? '' : date.replaceAll('-', '');
}

export function decimal(amount: Cents): string {
  return centsToDecimal(amount);
}

export function nameSegment(role: string, party: Party): SegmentDraft {
  const person = party.kind === 'person';
  return [
    'NM1',
    role,
    person ? '1' : '2',
    party.name,
    party.firstName,
    party.middleName,
    party.prefix,
    party.suffix,
    party.idQualifier,
    party.id,
  ];
}

/** NM1, or nothing for a party that stands for a missing one. */
export function nameSegments(role: string, party: Party): SegmentDraft[] {
  const { name, firstName, id } = party;
  return name === '' && firstName === undefined && id === undefined ? [] : [nameSegment(role, party)];
}

export function addressSegments(address: Address | undefined): SegmentDraft[] {
  if (!address) return [];
  const { lines, city, state, postalCode, country } = address;
  const place = [city, state, postalCode, country].some(text => text !== undefined && text !== '');
  return [
    ...(lines.length > 0 ? [['N3', lines[0], lines[1]] as const] : []),
    ...(place ? [['N4', city, state, postalCode, country] as const] : []),
  ];
}

export function contactSegment(code: string, contact: Contact): SegmentDraft {
  const numbers = numbersOf(contact).slice(0, 3);
  return ['PER', code, contact.name, ...numbers.flatMap(({ qualifier, value }) => [qualifier, value])];
}

export function referenceSegment(reference: Reference): SegmentDraft {
  return ['REF', reference.qualifier, reference.value, reference.description];
}

export function dtp(date: QualifiedDate): SegmentDraft {
  if (date.until !== undefined) return ['DTP', date.qualifier, 'RD8', `${ymd(date.date)}-${ymd(date.until)}`];
  if (date.time !== undefined) return ['DTP', date.qualifier, 'DT', `${ymd(date.date)}${date.time}`];
  return ['DTP', date.qualifier, 'D8', ymd(date.date)];
}

export function dtm(date: QualifiedDate): SegmentDraft {
  return ['DTM', date.qualifier, ymd(date.date)];
}

export function amountSegment({ qualifier, amount }: QualifiedAmount): SegmentDraft {
  return ['AMT', qualifier, decimal(amount)];
}

export function quantitySegment({ qualifier, quantity }: QualifiedQuantity): SegmentDraft {
  return ['QTY', qualifier, shortest(quantity)];
}

/** CAS: up to six adjustments of a group in a segment; groups in the order in which they come. */
export function adjustmentSegments(adjustments: readonly Adjustment[]): SegmentDraft[] {
  const runs: Adjustment[][] = [];
  for (const adjustment of adjustments) {
    const run = runs.at(-1);
    if (run?.[0]?.group === adjustment.group && run.length < 6) run.push(adjustment);
    else runs.push([adjustment]);
  }
  return runs.map(run => [
    'CAS',
    run[0]?.group,
    ...run.flatMap(({ reason, amount, quantity }) => [
      reason,
      decimal(amount),
      quantity && shortest(quantity),
    ]),
  ]);
}

export function procedureElement(procedure: Procedure): readonly (string | undefined)[] {
  const { qualifier, code, modifiers, description, endOfRange } = procedure;
  return [qualifier, code, modifiers[0], modifiers[1], modifiers[2], modifiers[3], description, endOfRange];
}

/** A segment, or nothing where its value is missing. */
export function when<T>(value: T | undefined, make: (value: T) => SegmentDraft): SegmentDraft[] {
  return value === undefined ? [] : [make(value)];
}

/** Numbers HL segments from 1 and knows the parent of each. */
export class Hierarchy {
  #last = 0;

  open(
    parent: string | undefined,
    level: string,
    hasChildren: boolean | undefined,
  ): { id: string; segment: SegmentDraft } {
    this.#last += 1;
    const id = String(this.#last);
    return {
      id,
      segment: ['HL', id, parent, level, hasChildren === undefined ? undefined : hasChildren ? '1' : '0'],
    };
  }
}
