import type { ClaimsAcknowledged } from '@spark-den/contracts/integration/events';
import type { PayloadOf } from '@spark-den/contracts/operation';
import type {
  ClaimAcknowledgement,
  ClaimResult,
  ImplementationAcknowledgement,
  SegmentError,
  StatusInformation,
} from '@spark-den/x12';

export type ClaimOutcome = PayloadOf<typeof ClaimsAcknowledged>['results'][number];

/** CLM01 by ST02 of the file that is answered. */
export type SentClaims = ReadonlyMap<string, readonly string[]>;

/** A 999 speaks of transactions: each claim of a rejected one is rejected, with the errors that name it or none. */
export function resultsOf999(answer: ImplementationAcknowledgement, sent: SentClaims): ClaimOutcome[] {
  return answer.transactions.flatMap(transaction => {
    const accepted = ['A', 'E', 'W'].includes(transaction.verdict) && answer.verdict !== 'R';
    return (sent.get(transaction.control) ?? []).map(number => ({
      patientControlNumber: number,
      outcome: accepted ? ('accepted' as const) : ('rejected' as const),
      codes: transaction.errors
        .filter(({ businessUnit: unit }) => unit?.name !== 'CLM01' || unit.value === number)
        .flatMap(errorCodes),
      payerClaimNumber: null,
    }));
  });
}

function errorCodes(error: SegmentError): readonly string[] {
  const place = `${error.segment}:${error.position}`;
  if (error.elements.length === 0) return [`${place}:${error.code}`];
  return error.elements.map(
    ({ element, component, code }) =>
      `${place}-${element}${component === undefined ? '' : `-${component}`}:${code}`,
  );
}

/** A 277CA speaks of claims; one that was refused whole speaks for all claims of the file. */
export function resultsOf277(answer: ClaimAcknowledgement, sent: SentClaims): ClaimOutcome[] {
  return answer.receivers.flatMap(receiver => {
    const named = receiver.providers.flatMap(provider => provider.claims.map(claimOutcome));
    const whole = [receiver.statuses, ...receiver.providers.map(provider => provider.statuses)].find(
      isRejection,
    );
    if (named.length > 0 || !whole) return named;
    return [...sent.values()].flat().map(number => ({
      patientControlNumber: number,
      outcome: 'rejected' as const,
      codes: statusCodes(whole),
      payerClaimNumber: null,
    }));
  });
}

function claimOutcome(claim: ClaimResult): ClaimOutcome {
  const all = [...claim.statuses, ...claim.lines.flatMap(line => line.statuses)];
  return {
    patientControlNumber: claim.patientControlNumber,
    outcome: isRejection(claim.statuses) ? 'rejected' : 'accepted',
    codes: statusCodes(all),
    payerClaimNumber: claim.references.find(({ qualifier }) => qualifier === '1K')?.value ?? null,
  };
}

/** STC03 U, or a category that says the claim will not be worked on. */
function isRejection(statuses: readonly StatusInformation[]): boolean {
  return statuses.some(
    status =>
      status.action === 'U' || status.statuses.some(({ category }) => /^(A[34678]|E\d)$/.test(category)),
  );
}

function statusCodes(statuses: readonly StatusInformation[]): string[] {
  return statuses.flatMap(status =>
    status.statuses.map(({ category, code, entity }) => [category, code, entity].filter(Boolean).join(':')),
  );
}
