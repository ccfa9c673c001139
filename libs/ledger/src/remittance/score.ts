import type { PostableClaim } from './postable-claim.ts';
import { isPayerOf } from './plan-claim.ts';
import type { ClaimPaymentFacts, PartyFacts } from './types.ts';

export interface Candidate {
  readonly claim: PostableClaim;
  /** 0 to 100 */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** How well a claim of ours fits a payment that names no claim of ours; a person chooses. */
export function scoreCandidate(
  payment: ClaimPaymentFacts,
  payer: PartyFacts,
  claim: PostableClaim,
): Candidate {
  const codes = new Set(payment.lines.map(line => line.submittedCode ?? line.code));
  const dates = new Set(
    [payment.serviceDate, ...payment.lines.map(line => line.serviceDate)].filter(Boolean),
  );
  const tests: readonly [number, string, boolean][] = [
    [30, 'same charge', claim.chargeCents === Math.abs(payment.chargeCents)],
    [20, 'same payer', isPayerOf(payer, claim)],
    [20, 'same date of service', claim.lines.some(line => dates.has(line.serviceDate))],
    [20, 'same codes', claim.lines.length > 0 && claim.lines.every(line => codes.has(line.code))],
    [10, 'similar claim number', similar(claim.patientControlNumber, payment.patientControlNumber)],
  ];
  const held = tests.filter(([, , holds]) => holds);
  return {
    claim,
    score: held.reduce((sum, [points]) => sum + points, 0),
    reasons: held.map(([, reason]) => reason),
  };
}

/** Same but for case, punctuation and leading zeros, as payers and their keyboards change them. */
function similar(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .replace(/^0+/, '');
  return plain(a) !== '' && plain(a) === plain(b);
}
