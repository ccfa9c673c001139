import { isLocalDate, type LocalDate } from '@spark-den/kernel';
import { eachSegment, type TransactionSegments } from '../held-transaction.ts';
import { element, type Segment } from '../segments/segment.ts';

/** Segments from a position on whose codes are judged by one date of service. */
interface Stretch {
  readonly from: number;
  /** The claim that a line belongs to. */
  readonly claim: Stretch | undefined;
  date: LocalDate | undefined;
}

/** Asked position by position, tells the date of service there: the line's own, else the claim's, else none. */
export function serviceDates(transaction: TransactionSegments): (position: number) => LocalDate | undefined {
  const stretches = stretchesOf(transaction);
  let at = 0;
  return position => {
    while (position >= (stretches[at + 1]?.from ?? Number.POSITIVE_INFINITY)) at += 1;
    const stretch = stretches[at];
    return stretch?.date ?? stretch?.claim?.date;
  };
}

function stretchesOf(transaction: TransactionSegments): readonly Stretch[] {
  let current: Stretch = { from: 1, claim: undefined, date: undefined };
  const stretches = [current];
  eachSegment(transaction, (segment, position) => {
    const isLine = LINES.has(segment.id);
    if (isLine || CLAIMS.has(segment.id)) {
      current = { from: position, claim: isLine ? (current.claim ?? current) : undefined, date: undefined };
      stretches.push(current);
    }
    const date = dateOf(segment);
    if (date === undefined) return;
    current.date ??= date;
    // diagnoses stand before the lines and are judged by the first of them
    if (current.claim) current.claim.date ??= date;
  });
  return stretches;
}

const CLAIMS: ReadonlySet<string> = new Set(['CLM', 'CLP', 'HL', 'PLB', 'SE']);
const LINES: ReadonlySet<string> = new Set(['LX', 'SVC']);
const SERVICE: ReadonlySet<string> = new Set(['472', '150', '232']);
/** A stay is coded as of its last day. */
const STATEMENT = '434';

function dateOf(segment: Segment): LocalDate | undefined {
  if (segment.id !== 'DTP' && segment.id !== 'DTM') return undefined;
  const qualifier = element(segment, 1);
  const text = element(segment, segment.id === 'DTP' ? 3 : 2);
  if (SERVICE.has(qualifier)) return localDateOf(text);
  return qualifier === STATEMENT ? localDateOf(text.slice(text.indexOf('-') + 1)) : undefined;
}

function localDateOf(text: string): LocalDate | undefined {
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  return isLocalDate(iso) ? iso : undefined;
}
