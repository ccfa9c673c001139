import { cents, type Cents, type LocalDate } from '@spark-den/kernel';
import { component, components, element, elementOffset } from '../segments/segment.ts';
import { parseAmount } from '../validate/amount.ts';
import { isDate } from '../validate/dates.ts';
import type {
  Address,
  Adjustment,
  Contact,
  ParseProblem,
  Party,
  Procedure,
  QualifiedAmount,
  QualifiedDate,
  QualifiedNumber,
  QualifiedQuantity,
  Reference,
  Source,
} from './common.ts';
import { contactNumbers } from './contact-numbers.ts';
import type { LoopNode, PlacedSegment } from './tree.ts';

type At = PlacedSegment | undefined;

/** Reads elements into the types of the models, and remembers what could not be read. */
export class Reading {
  readonly problems: ParseProblem[] = [];

  text(at: At, index: number): string {
    const text = at?.segment.elements[index];
    if (!at || !text) return '';
    at.taken |= 1 << index;
    return text;
  }

  /** Counts these elements as read: the model says them in another way. */
  take(at: At, ...indexes: readonly number[]): void {
    if (at) for (const index of indexes) at.taken |= 1 << index;
  }

  /** Counts an element as unread: the model cannot say all that it holds. */
  leave(at: PlacedSegment, ...indexes: readonly number[]): void {
    at.taken |= 1;
    for (const index of indexes) at.taken &= ~(1 << index);
  }

  /** Counts an element as read where it holds what is always written there. */
  constant(at: At, index: number, value: string): void {
    if (at && element(at.segment, index) === value) at.taken |= 1 << index;
  }

  optional(at: At, index: number): string | undefined {
    return this.text(at, index) || undefined;
  }

  part(at: At, index: number, part: number): string {
    if (!at?.segment.elements[index]) return '';
    at.taken |= 1 << index;
    return component(at.segment, index, part);
  }

  /** An amount; zero and a problem where there is none. */
  amount(at: PlacedSegment, index: number): Cents {
    const value = parseAmount(this.text(at, index));
    if (value === undefined) this.#problem(at, index, 'an amount');
    return value ?? cents(0);
  }

  optionalAmount(at: At, index: number): Cents | undefined {
    return at && this.text(at, index) !== '' ? this.amount(at, index) : undefined;
  }

  count(at: At, index: number): number | undefined {
    const text = this.text(at, index);
    if (!at || text === '') return undefined;
    if (/^\d+$/.test(text)) return Number(text);
    this.#problem(at, index, 'a whole number');
    return undefined;
  }

  /** CCYYMMDD as a date; 0001-01-01 and a problem where it is none. */
  date(at: PlacedSegment, index: number): LocalDate {
    const date = toDate(this.text(at, index));
    if (date === undefined) this.#problem(at, index, 'a date CCYYMMDD');
    return date ?? NO_DATE;
  }

  optionalDate(at: At, index: number): LocalDate | undefined {
    return at && this.text(at, index) !== '' ? this.date(at, index) : undefined;
  }

  /** DTP or DTM. */
  qualifiedDate(at: PlacedSegment): QualifiedDate {
    const qualifier = this.text(at, 1);
    if (at.segment.id === 'DTM') return { qualifier, date: this.date(at, 2) };
    const format = this.text(at, 2);
    const text = this.text(at, 3);
    const [from = '', to] = format === 'RD8' ? text.split('-') : [text.slice(0, 8)];
    const date = toDate(from);
    const until = to === undefined ? undefined : toDate(to);
    if (date === undefined || (to !== undefined && until === undefined))
      this.#problem(at, 3, 'a date or period');
    const exact =
      format === 'RD8' ? to !== undefined : format === 'DT' || (format === 'D8' && text.length === 8);
    if (!exact) this.leave(at, 2, 3);
    return {
      qualifier,
      date: date ?? NO_DATE,
      until,
      time: format === 'DT' ? text.slice(8) : undefined,
    };
  }

  party(at: PlacedSegment): Party {
    const kind = this.text(at, 2);
    if (kind !== '1' && kind !== '2') this.leave(at, 2);
    return {
      kind: kind === '2' ? ('organization' as const) : ('person' as const),
      name: this.text(at, 3),
      firstName: this.optional(at, 4),
      middleName: this.optional(at, 5),
      prefix: this.optional(at, 6),
      suffix: this.optional(at, 7),
      idQualifier: this.optional(at, 8),
      id: this.optional(at, 9),
    };
  }

  optionalParty(node: LoopNode, role: string): Party | undefined {
    const at = node.first('NM1', role);
    return at && this.party(at);
  }

  /** N3 and N4 of a loop. */
  address(node: LoopNode): Address | undefined {
    const street = node.first('N3');
    const city = node.first('N4');
    if (!street && !city) return undefined;
    return {
      lines: [this.text(street, 1), this.text(street, 2)].filter(line => line !== ''),
      city: this.text(city, 1),
      state: this.optional(city, 2),
      postalCode: this.optional(city, 3),
      country: this.optional(city, 4),
    };
  }

  /** PER: the numbers that have a field, and those that have none, in the order in which they stand. */
  contact(at: PlacedSegment, code = 'IC'): Contact {
    this.constant(at, 1, code);
    const numbers: QualifiedNumber[] = [];
    for (let index = 3; index <= 7; index += 2) {
      const qualifier = this.text(at, index);
      const value = this.text(at, index + 1);
      if (value !== '') numbers.push({ qualifier, value });
    }
    return { name: this.optional(at, 2), ...contactNumbers(numbers) };
  }

  reference(at: PlacedSegment): Reference {
    return {
      qualifier: this.text(at, 1),
      value: this.text(at, 2),
      description: this.optional(at, 3),
    };
  }

  references(node: LoopNode, ...except: readonly string[]): readonly Reference[] {
    const references: Reference[] = [];
    for (let at = node.head; at; at = at.next) {
      const { segment } = at;
      if (segment.id === 'REF' && !except.includes(element(segment, 1))) references.push(this.reference(at));
    }
    return references;
  }

  amounts(node: LoopNode): readonly QualifiedAmount[] {
    return node.all('AMT').map(at => ({ qualifier: this.text(at, 1), amount: this.amount(at, 2) }));
  }

  /** A running number that is written anew: what else stands there is kept. */
  number(at: At, number: number): void {
    this.take(at, 0);
    this.constant(at, 1, String(number));
  }

  /** A quantity in its shortest form, as text: units may be fractions. */
  quantity(at: At, index: number): string {
    return shortest(this.text(at, index));
  }

  optionalQuantity(at: At, index: number): string | undefined {
    return this.quantity(at, index) || undefined;
  }

  quantities(node: LoopNode): readonly QualifiedQuantity[] {
    return node.all('QTY').map(at => ({ qualifier: this.text(at, 1), quantity: this.quantity(at, 2) }));
  }

  /** All triplets of all CAS of a loop. */
  adjustments(node: LoopNode): readonly Adjustment[] {
    const adjustments: Adjustment[] = [];
    for (const at of node.all('CAS')) {
      for (let index = 2; index <= 17; index += 3) {
        const reason = this.text(at, index);
        if (reason === '') continue;
        adjustments.push({
          group: this.text(at, 1) as Adjustment['group'],
          reason,
          amount: this.amount(at, index + 1),
          quantity: this.optionalQuantity(at, index + 2),
        });
      }
    }
    return adjustments;
  }

  procedure(at: PlacedSegment, index: number): Procedure {
    const [qualifier = '', code = '', ...rest] = components(at.segment, index);
    this.take(at, index);
    return {
      qualifier,
      code,
      modifiers: rest.slice(0, 4).filter(modifier => modifier !== ''),
      description: rest[4] || undefined,
      endOfRange: rest[5] || undefined,
    };
  }

  /** First and last day of a DTP, where there is one. */
  period(at: At): { readonly serviceFrom?: LocalDate; readonly serviceTo?: LocalDate } {
    const dates = at && this.qualifiedDate(at);
    return { serviceFrom: dates?.date, serviceTo: dates?.until };
  }

  source(at: PlacedSegment): Source {
    const { segment, position } = at;
    return { position, offset: segment.offset, text: segment.text };
  }

  #problem(at: PlacedSegment, index: number, expected: string): void {
    this.problems.push({
      segment: at.segment.id,
      element: index,
      position: at.position,
      offset: elementOffset(at.segment, index),
      value: this.text(at, index),
      expected,
    });
    // the model holds a stand-in, so that what the file says must be kept
    this.leave(at, index);
  }
}

/** Stands for a date that could not be read; it is not written. */
export const NO_DATE = '0001-01-01' as LocalDate;

/** A list, or nothing where it is empty. */
export function some<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** CCYYMMDD, where it exists. */
export function toDate(text: string): LocalDate | undefined {
  if (text.length !== 8 || !isDate(text)) return undefined;
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` as LocalDate;
}

/** A quantity in its shortest form: no useless zeros. */
export function shortest(quantity: string): string {
  if (quantity.length === 1 && quantity !== '.') return quantity;
  if (!/^-?\d*\.?\d+$/.test(quantity)) return quantity;
  const [whole = '', fraction = ''] = quantity.split('.');
  const digits = whole.replace(/^(-?)0+(?=\d)/, '$1');
  const rest = fraction.replace(/0+$/, '');
  return rest === '' ? digits || '0' : `${digits}.${rest}`;
}
