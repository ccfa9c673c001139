import type { TransactionSegments } from '../held-transaction.ts';
import type { BusinessUnit, SituationalTrigger } from '../models/acknowledgements.ts';
import { element, type Segment } from '../segments/segment.ts';
import type { Finding } from '../validate/finding.ts';
import { dataElementOf, loopId } from './data-element.ts';

/** NM101 of people and organizations that a claim can be looked up by, with what element 9999 calls their id. */
const NAMED: Readonly<Record<string, string>> = {
  QC: 'PATIENT NAME NM109',
  IL: 'SUBSCRIBER NAME NM109',
  85: 'NM109',
};
/** Inquiries and answers, whose sender looks them up by trace. */
const TRACED: ReadonlySet<string> = new Set(['270', '271', '276', '277', '278']);

/**
 * What the sender can look a place up by, the nearest first: the claim with its patient, subscriber and billing provider, or
 * the trace of a question or payment.
 */
export function* unitsAround(
  { set, segments }: TransactionSegments,
  position: number,
): Generator<BusinessUnit, void, undefined> {
  if (set === '837') yield* claimUnits(segments, position);
  else if (set === '835') yield* traceOf(segments.find(({ id }) => id === 'TRN'));
  else if (TRACED.has(set)) yield* traceOf(nearestTrace(segments, position));
}

/** Backwards from a segment to its claim, and through the levels that hold it. */
function* claimUnits(segments: readonly Segment[], position: number) {
  let level = '';
  let names: BusinessUnit[] = [];
  for (let at = Math.min(position, segments.length) - 1; at >= 0 && level !== '20'; at -= 1) {
    const segment = segments[at] as Segment;
    const first = element(segment, 1);
    if (segment.id === 'HL') {
      const code = element(segment, 3);
      if (level === '' || code < level) {
        yield* names;
        level = code;
      }
      names = [];
    } else if (segment.id === 'CLM') {
      // the names after it are of other payers and of those who took part in the claim
      names = [];
      if (level === '') {
        if (first !== '') yield { name: 'CLM01', value: first };
        level = 'claim';
      }
    } else if (segment.id === 'NM1' && Object.hasOwn(NAMED, first)) {
      const value = element(segment, 9);
      if (value !== '') names.unshift({ name: NAMED[first] ?? '', value });
    }
  }
}

/** The TRN of the level in which something stands. */
function nearestTrace(segments: readonly Segment[], position: number): Segment | undefined {
  const index = Math.min(position, segments.length) - 1;
  for (let at = index; at >= 0 && segments[at]?.id !== 'HL'; at -= 1) {
    if (segments[at]?.id === 'TRN') return segments[at];
  }
  for (let at = index + 1; at < segments.length && segments[at]?.id !== 'HL'; at += 1) {
    if (segments[at]?.id === 'TRN') return segments[at];
  }
  return undefined;
}

function traceOf(segment: Segment | undefined): readonly BusinessUnit[] {
  const value = segment ? element(segment, 2) : '';
  return value === '' ? [] : [{ name: 'TRN02', value }];
}

/** A segment is missing: its finding stands at what calls for it. */
export function triggerOfSegment(finding: Finding): SituationalTrigger {
  return triggerAt(finding, finding.element, finding.component);
}

/** An element breaks a syntax note: the others of the note that are given. */
export function triggerOfElement(
  finding: Finding,
  { segments }: TransactionSegments,
): readonly SituationalTrigger[] | undefined {
  const segment = segments[finding.position - 1];
  const note = /^[PRECL]((?:\d\d)+)$/.exec(finding.expected ?? '')?.[1];
  if (finding.code !== 'element.syntax' || !segment || note === undefined) return undefined;
  const others = (note.match(/\d\d/g) ?? [])
    .map(Number)
    .filter(index => index !== finding.element && element(segment, index) !== '');
  return others.length > 0 ? others.map(index => triggerAt(finding, index)) : undefined;
}

function triggerAt(finding: Finding, index?: number, part?: number): SituationalTrigger {
  const { segment, position, loop } = finding;
  return {
    segment,
    position,
    loop: loopId(loop),
    element: index,
    component: part,
    dataElement: index === undefined ? undefined : dataElementOf(segment, index, part),
  };
}
