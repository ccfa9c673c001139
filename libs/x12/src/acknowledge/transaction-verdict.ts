import { guideFor } from '../guides/guides.ts';
import { isKnownSegment } from '../guides/standard.ts';
import type { TransactionSegments } from '../held-transaction.ts';
import type { BusinessUnit, SegmentError, TransactionAcknowledgement } from '../models/acknowledgements.ts';
import { some } from '../models/reading.ts';
import { DEFAULT_DELIMITERS } from '../segments/delimiters.ts';
import type { Finding, TransactionReport } from '../validate/finding.ts';
import type { AcknowledgeOptions } from './acknowledge.ts';
import { dataElementOf, loopId } from './data-element.ts';
import { safeValue } from './safe-value.ts';
import { triggerOfElement, triggerOfSegment, unitsAround } from './surroundings.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** AK2 to IK5: what a 999 says of one transaction. */
export function transactionVerdict(
  transaction: TransactionSegments,
  report: TransactionReport | undefined,
  options: Pick<AcknowledgeOptions, 'delimiters' | 'contexts'>,
): TransactionAcknowledgement {
  const errors = report?.errors ?? [];
  const segments = segmentErrors(
    errors.filter(finding => finding.ack.ik3 !== undefined),
    transaction,
    options,
  );
  const codes = [...errors.flatMap(finding => finding.ack.ik5 ?? []), ...segments.flatMap(kindsOf)];
  return {
    set: transaction.set,
    control: transaction.control,
    version: guideFor(transaction.set, transaction.version) ? transaction.version : undefined,
    verdict: errors.length > 0 ? 'R' : 'A',
    codes: [...new Set(codes)].slice(0, 5),
    errors: segments,
  };
}

/** IK502 of a segment at fault: `5` by the standard, `I5` by the guide alone. */
function kindsOf({ code, elements }: SegmentError): readonly string[] {
  const codes = code === '8' && elements.length > 0 ? elements.map(entry => entry.code) : [code];
  return codes.map(each => (each.startsWith('I') ? 'I5' : '5'));
}

/** One IK3 for each segment and kind of fault, its element faults under it as IK4. */
function segmentErrors(
  findings: readonly Finding[],
  transaction: TransactionSegments,
  options: Pick<AcknowledgeOptions, 'delimiters' | 'contexts'>,
): readonly SegmentError[] {
  const { delimiters = DEFAULT_DELIMITERS } = options;
  const full = options.contexts === 'full';
  const errors = new Map<string, Open<SegmentError>>();
  for (const finding of findings) {
    const missing = missingSegment(finding);
    const id = missing ?? finding.segment;
    const key = `${finding.position} ${id} ${finding.ack.ik3}`;
    const known = errors.get(key) ?? segmentError(finding, id, transaction, options);
    errors.set(key, known);
    if (missing !== undefined) {
      if (full && known.triggers === undefined) known.triggers = [triggerOfSegment(finding)];
    } else if (finding.element !== undefined && finding.ack.ik4 !== undefined) {
      const { element, component, ack } = finding;
      known.elements = [
        ...known.elements,
        {
          element,
          component,
          dataElement: dataElementOf(finding.segment, element, component),
          code: ack.ik4 ?? '',
          badValue: safeValue(finding.value, delimiters),
          triggers: full ? triggerOfElement(finding, transaction) : undefined,
        },
      ];
    }
  }
  return [...errors.values()];
}

function segmentError(
  finding: Finding,
  id: string,
  transaction: TransactionSegments,
  { delimiters = DEFAULT_DELIMITERS, contexts }: Pick<AcknowledgeOptions, 'delimiters' | 'contexts'>,
): Open<SegmentError> {
  const units: BusinessUnit[] = [];
  for (const unit of unitsAround(transaction, finding.position)) {
    if (safeValue(unit.value, delimiters) === unit.value) units.push(unit);
    if (contexts !== 'full' && units.length > 0) break;
  }
  const [businessUnit, ...furtherUnits] = units;
  return {
    segment: segmentId(id),
    position: finding.position,
    loop: loopId(finding.loop),
    code: finding.ack.ik3 ?? '8',
    businessUnit,
    furtherUnits: some(furtherUnits),
    elements: [],
  };
}

/** A segment that another calls for: the finding stands at that other one, and says what it expects. */
function missingSegment({ ack, expected = '' }: Finding): string | undefined {
  if (ack.ik3 !== 'I6') return undefined;
  const id = /^[A-Z][A-Z0-9]{1,2}(?=\*|$)/.exec(expected)?.[0];
  return id !== undefined && isKnownSegment(id) ? id : undefined;
}

/** IK301 holds two or three characters, whatever stood in the file. */
function segmentId(id: string): string {
  return /^[A-Z0-9]{2,3}$/.test(id)
    ? id
    : id
        .replace(/[^A-Z0-9]/g, '')
        .slice(0, 3)
        .padEnd(2, 'X');
}
