import { parseCents } from '@spark-den/kernel';
import { component, element, type Segment } from '@spark-den/x12/segments';
import type { ReceivedTransaction } from './envelope.ts';
import {
  all,
  descendants,
  ELEMENT_FAULT,
  first,
  SEGMENT_FAULT,
  valueOf,
  type Loop,
  type SyntaxError,
} from './grammar.ts';
import { PROFESSIONAL_CLAIM } from './grammar-837p.ts';
import { hierarchyErrors } from './hierarchy.ts';
import { walk } from './walk.ts';

export const CLAIM_VERSION = '005010X222A1';

export interface Judgement {
  readonly tree: Loop;
  readonly errors: readonly SyntaxError[];
  /** IK502 codes, such as 4 for a wrong segment count. */
  readonly faults: readonly string[];
}

/** Reads and judges an 837P: its structure, HL tree, counts, dates, and that each claim's total is its lines'. */
export function judgeClaims(transaction: ReceivedTransaction): Judgement {
  const { tree, errors } = walk(PROFESSIONAL_CLAIM, transaction.segments);
  const found = [
    ...errors,
    ...hierarchyErrors(transaction.segments),
    ...transaction.segments.flatMap((segment, index) => dateErrors(segment, index + 1)),
    ...descendants(tree, '2300').flatMap(claimErrors),
  ];
  return {
    tree,
    errors: [...found].sort((a, b) => a.position - b.position),
    faults: countFaults(transaction, found.length > 0),
  };
}

function countFaults(transaction: ReceivedTransaction, hasErrors: boolean): string[] {
  const tail = transaction.segments.at(-1);
  const faults: string[] = [];
  if (transaction.set !== '837' || transaction.version !== CLAIM_VERSION) faults.push('1');
  if (tail?.id !== 'SE') faults.push('2');
  else {
    if (element(tail, 2) !== transaction.control) faults.push('3');
    if (Number(element(tail, 1)) !== transaction.segments.length) faults.push('4');
  }
  return hasErrors ? [...faults, '5'] : faults;
}

function claimErrors(loop: Loop): SyntaxError[] {
  const clm = loop.segments[0];
  const hi = all(loop, 'HI')[0];
  if (!clm) return [];
  const errors: SyntaxError[] = [];
  const total = parseCents(element(clm.segment, 2));
  const lines = descendants(loop, '2400').map(line => parseCents(valueOf(first(line, 'SV1'), 2)));
  const sum = lines.reduce<number>((running, amount) => running + (amount ?? Number.NaN), 0);
  if (total === undefined || total !== sum)
    errors.push(elementError(clm.segment, clm.position, '2300', 2, ELEMENT_FAULT.pattern));
  if (hi && component(hi.segment, 1, 1) !== 'ABK') {
    errors.push(elementError(hi.segment, hi.position, '2300', 1, ELEMENT_FAULT.invalidCode, 1));
  }
  return errors;
}

function dateErrors(segment: Segment, position: number): SyntaxError[] {
  if (segment.id === 'DTP' && element(segment, 2) === 'D8' && !isDate(element(segment, 3))) {
    return [elementError(segment, position, undefined, 3, ELEMENT_FAULT.invalidDate)];
  }
  if (segment.id === 'DMG' && !isDate(element(segment, 2))) {
    return [elementError(segment, position, undefined, 2, ELEMENT_FAULT.invalidDate)];
  }
  return [];
}

function isDate(text: string): boolean {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return false;
  const iso = `${match[1]}-${match[2]}-${match[3]}`;
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(iso);
}

function elementError(
  segment: Segment,
  position: number,
  loop: string | undefined,
  index: number,
  code: string,
  part?: number,
): SyntaxError {
  const value = part === undefined ? element(segment, index) : component(segment, index, part);
  return {
    segmentId: segment.id,
    position,
    ...(loop ? { loop } : {}),
    code: SEGMENT_FAULT.hasElementErrors,
    element: {
      position: index,
      ...(part === undefined ? {} : { component: part }),
      code,
      ...(value ? { value } : {}),
    },
  };
}
