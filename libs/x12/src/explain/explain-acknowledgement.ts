import type { ImplementationAcknowledgement, SegmentError } from '../models/acknowledgements.ts';
import { element, type Segment } from '../segments/segment.ts';
import { called } from './code-words.ts';
import {
  ELEMENT_FAULTS,
  GROUP_FAULTS,
  INTERCHANGE_NOTES,
  nameIn,
  SEGMENT_FAULTS,
  TRANSACTION_FAULTS,
} from './names.ts';
import { inBrackets, listed, paragraph } from './text.ts';

const VERDICTS: Readonly<Record<string, string>> = {
  A: 'accepted',
  E: 'accepted with errors',
  M: 'rejected, as it could not be authenticated',
  P: 'accepted in part',
  R: 'rejected',
  W: 'rejected, as it could not be assured',
  X: 'rejected, as it could not be read',
};

/** A TA1. */
export function explainInterchangeAnswer(segment: Segment): string {
  const [control, verdict, note] = [1, 4, 5].map(index => element(segment, index).trim()) as [
    string,
    string,
    string,
  ];
  const why =
    note === '000' || note === '' ? '' : `: ${called(nameIn(INTERCHANGE_NOTES, note), `TA1 ${note}`)}`;
  return `This TA1 says that interchange ${control} was ${VERDICTS[verdict] ?? 'answered'}${why}.`;
}

/** A 999: which transactions were taken, and what was wrong with the others. */
export function explainSyntax(value: ImplementationAcknowledgement): string {
  const { groupControl, functionalId, verdict, accepted, received, codes } = value;
  const why = listed(codes.map(code => called(nameIn(GROUP_FAULTS, code), code)));
  return paragraph(
    `This 999 answers group ${groupControl} (${functionalId.trim()}), ${VERDICTS[verdict] ?? verdict}: ${accepted} of ${received} transactions accepted${why === '' ? '' : `, ${why}`}`,
    value.transactions
      .filter(entry => entry.verdict !== 'A' || entry.errors.length > 0)
      .flatMap(entry => [
        `${entry.set} ${entry.control} ${VERDICTS[entry.verdict] ?? entry.verdict}${inBrackets(listed(entry.codes.map(code => called(nameIn(TRANSACTION_FAULTS, code), code))))}`,
        ...entry.errors.flatMap(faultsOf).map(fault => `  ${fault}`),
      ]),
  );
}

function faultsOf(error: SegmentError): readonly string[] {
  const { segment, position, loop, businessUnit: unit } = error;
  const whose = unit && `${unit.name === 'CLM01' ? 'claim' : unit.name} ${unit.value}`;
  const place = `segment ${position}, ${segment}${inBrackets(loop && `loop ${loop}`, whose)}`;
  if (error.elements.length === 0)
    return [`${place} ${called(nameIn(SEGMENT_FAULTS, error.code), error.code)}`];
  return error.elements.map(({ element: index, component: part, code, badValue }) => {
    const where = `${segment}${String(index).padStart(2, '0')}${part === undefined ? '' : `-${part}`}`;
    const bad = badValue === undefined ? '' : `: “${badValue}”`;
    return `${place}: ${where} ${called(nameIn(ELEMENT_FAULTS, code), code)}${bad}`;
  });
}
