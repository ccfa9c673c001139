import type { SegmentDraft } from '@spark-den/x12/segments';
import type { ReceivedGroup, ReceivedTransaction } from '../intake/envelope.ts';
import type { SyntaxError } from '../intake/grammar.ts';

export interface JudgedTransaction {
  readonly transaction: ReceivedTransaction;
  readonly errors: readonly SyntaxError[];
  readonly faults: readonly string[];
}

/** IK403 codes that come with the bad value; never when it could break our own wire. */
const SAFE_VALUE = /^[A-Za-z0-9 .,'-]{1,99}$/;

/** A 999 for one received group: each transaction accepted whole or rejected whole. */
export function write999(group: ReceivedGroup, judged: readonly JudgedTransaction[]): SegmentDraft[] {
  const accepted = judged.filter(isAccepted).length;
  const verdict = group.faults.length > 0 || accepted === 0 ? 'R' : accepted === judged.length ? 'A' : 'P';
  return [
    ['AK1', group.functionalId, group.control, group.version],
    ...judged.flatMap(transactionSegments),
    [
      'AK9',
      verdict,
      String(group.declared),
      String(judged.length),
      String(verdict === 'R' ? 0 : accepted),
      ...group.faults,
    ],
  ];
}

export function isAccepted(judged: JudgedTransaction): boolean {
  return judged.errors.length === 0 && judged.faults.length === 0;
}

function transactionSegments(judged: JudgedTransaction): SegmentDraft[] {
  const { set, control, version } = judged.transaction;
  return [
    ['AK2', set, control, version],
    ...bySegment(judged.errors).flatMap(errorSegments),
    ['IK5', isAccepted(judged) ? 'A' : 'R', ...judged.faults.slice(0, 5)],
  ];
}

/** Errors of one segment share its IK3. */
function bySegment(errors: readonly SyntaxError[]): SyntaxError[][] {
  const groups = new Map<string, SyntaxError[]>();
  for (const error of errors) {
    const key = `${error.position} ${error.segmentId} ${error.code}`;
    groups.set(key, [...(groups.get(key) ?? []), error]);
  }
  return [...groups.values()];
}

function errorSegments(errors: readonly SyntaxError[]): SegmentDraft[] {
  const [head] = errors;
  if (!head) return [];
  return [
    ['IK3', head.segmentId, String(head.position), head.loop, head.code],
    ...errors.flatMap(({ element }): SegmentDraft[] => {
      if (!element) return [];
      const place =
        element.component === undefined
          ? [String(element.position)]
          : [String(element.position), String(element.component)];
      const value = element.value && SAFE_VALUE.test(element.value) ? element.value : undefined;
      return [['IK4', place, undefined, element.code, value]];
    }),
  ];
}
