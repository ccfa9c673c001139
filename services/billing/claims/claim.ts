import type { ClaimStatus } from '@spark-den/contracts/billing/claim-types';
import type { Payer } from '@spark-den/contracts/administration/types';
import type { Cents } from '@spark-den/kernel';

/** DOMAIN A.5. What is not here does not happen: a payer that has not taken a claim cannot have decided it. */
const STEPS: Readonly<Record<ClaimStatus, readonly ClaimStatus[]>> = {
  draft: ['held', 'ready', 'voided'],
  held: ['draft', 'ready', 'voided'],
  ready: ['draft', 'held', 'batched', 'voided'],
  batched: ['sent', 'held'],
  sent: [
    'rejected',
    'accepted',
    'pended',
    'paid',
    'partially-paid',
    'denied',
    'forwarded',
    'reversed',
    'voided',
  ],
  rejected: ['draft', 'accepted', 'voided'],
  accepted: ['rejected', 'pended', 'paid', 'partially-paid', 'denied', 'forwarded', 'reversed', 'voided'],
  pended: ['accepted', 'rejected', 'paid', 'partially-paid', 'denied', 'forwarded', 'reversed', 'voided'],
  paid: ['draft', 'reversed', 'paid', 'partially-paid', 'denied', 'forwarded', 'closed', 'voided'],
  'partially-paid': [
    'draft',
    'reversed',
    'paid',
    'partially-paid',
    'denied',
    'forwarded',
    'closed',
    'voided',
  ],
  denied: ['draft', 'reversed', 'paid', 'partially-paid', 'denied', 'forwarded', 'closed', 'voided'],
  forwarded: ['draft', 'reversed', 'paid', 'partially-paid', 'denied', 'forwarded', 'closed', 'voided'],
  reversed: ['draft', 'paid', 'partially-paid', 'denied', 'forwarded', 'reversed', 'closed', 'voided'],
  voided: [],
  closed: ['draft', 'reversed', 'paid', 'partially-paid', 'denied', 'forwarded'],
};

export function mayBecome(from: ClaimStatus, to: ClaimStatus): boolean {
  return STEPS[from].includes(to);
}

const UNSENT: ReadonlySet<ClaimStatus> = new Set(['draft', 'held', 'ready']);
const ADJUDICATED: ReadonlySet<ClaimStatus> = new Set([
  'paid',
  'partially-paid',
  'denied',
  'forwarded',
  'reversed',
  'closed',
]);

/** Its content may still change: nothing of the present version went out. */
export function isUnsent(status: ClaimStatus): boolean {
  return UNSENT.has(status);
}

export function isAdjudicated(status: ClaimStatus): boolean {
  return ADJUDICATED.has(status);
}

export type ClaimAction = 'hold' | 'release' | 'batch' | 'correct' | 'void' | 'scrub';

/** What a person may do now: the state decides, and for decided claims the payer's profile. */
export function allowedActions(
  claim: {
    readonly status: ClaimStatus;
    readonly crossedOver: boolean;
    readonly payerClaimNumber: string | null;
  },
  profile: Pick<Payer['profile'], 'acceptedFrequencies'>,
): ClaimAction[] {
  if (claim.crossedOver) return [];
  const { status } = claim;
  if (status === 'draft') return ['scrub', 'hold', 'void'];
  if (status === 'held') return ['scrub', 'release', 'void'];
  if (status === 'ready') return ['batch', 'scrub', 'hold', 'void'];
  if (status === 'rejected') return ['correct', 'void'];
  if (!isAdjudicated(status) || claim.payerClaimNumber === null) return [];
  return [
    ...(profile.acceptedFrequencies.includes('7') ? (['correct'] as const) : []),
    ...(profile.acceptedFrequencies.includes('8') ? (['void'] as const) : []),
  ];
}

/** What a remittance says of a claim as a whole. */
export interface DecisionFacts {
  /** CLP02. */
  readonly statusCode: string;
  readonly paidCents: Cents;
  readonly deniedCents: Cents;
}

const FORWARDED: ReadonlySet<string> = new Set(['19', '20', '21']);

/** Whether the payer sent the claim on to the next payer itself; then we never bill that one. */
export function isCrossedOver(statusCode: string): boolean {
  return FORWARDED.has(statusCode);
}

/**
 * The state after a decision. Payers often send a denial as processed with nothing paid, so the money and the codes
 * decide, not CLP02 alone (DOMAIN A.6). Predeterminations decide nothing.
 */
export function statusAfterDecision(decision: DecisionFacts): ClaimStatus | undefined {
  const { statusCode, paidCents, deniedCents } = decision;
  if (statusCode === '25') return undefined;
  if (statusCode === '22') return 'reversed';
  if (paidCents > 0 && deniedCents > 0) return 'partially-paid';
  if (paidCents <= 0 && (deniedCents > 0 || statusCode === '4')) return 'denied';
  if (isCrossedOver(statusCode) || statusCode === '23') return 'forwarded';
  return 'paid';
}

/** `C00000012V1`: unique for each version that is sent, at most 20 characters. */
export function patientControlNumber(claimNumber: string, versionNumber: number): string {
  return `${claimNumber}V${versionNumber}`;
}

export function claimNumberOf(value: number): string {
  return `C${String(value).padStart(8, '0')}`;
}

/** REF*6R: comes back in the 835. */
export function lineControlNumber(controlNumber: string, lineNumber: number): string {
  return `${controlNumber}L${lineNumber}`;
}
