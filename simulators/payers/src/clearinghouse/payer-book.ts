import { addDays, cents, daysBetween, subtractCents, type Cents, type LocalDate } from '@spark-den/kernel';
import { adjudicate } from '../adjudication/adjudicate.ts';
import type { Claim, Decision } from '../adjudication/claim.ts';
import type { PastLine } from '../adjudication/history.ts';
import { atLeastZero, paidOf, reverse } from '../adjudication/money.ts';
import type { Payer } from '../payers/payer.ts';
import { findPayer } from '../payers/payers.ts';
import { findMember } from '../roster/roster.ts';
import type { ProviderAdjustment } from '../remittance/remittance.ts';
import type { Knobs } from './knobs.ts';
import type { Correction, PendingClaim, WorldState } from './state.ts';

/** What a claim or a correction adds to the payer's next check. */
export interface Posting {
  readonly decisions: readonly Decision[];
  readonly adjustments: readonly ProviderAdjustment[];
}

const ERROR_FACTOR = { 'underpaid-first': 7000, 'overpaid-first': 12_000 } as const;
/** Yearly interest on what was paid late, in basis points. */
const INTEREST = 1000;

/** Decides a claim that came in: a new one, a replacement (7) or a void (8). */
export function settle(state: WorldState, pending: PendingClaim, on: LocalDate, knobs: Knobs): Posting {
  const { claim, icn } = pending;
  const undone = claim.frequency !== '1' && claim.replaces ? undo(state, claim.replaces) : undefined;
  if (claim.frequency === '8') return { decisions: undone ? [echoOf(undone, claim)] : [], adjustments: [] };
  const factor = undone || !knobs.payerErrors ? undefined : errorFactor(pending);
  const decision = decide(state, pending, icn, { factor, overruled: false });
  keep(state, pending, decision, on);
  if (factor !== undefined) {
    state.corrections.push({ icn, dueOn: addDays(on, knobs.correctionDays), overruled: false });
  }
  forward(state, pending, decision, on);
  return { decisions: undone ? [undone, decision] : [decision], adjustments: [] };
}

/** Reverses a decision and decides again: interest when we had paid too little, recoupment when too much. */
export function correct(state: WorldState, correction: Correction, on: LocalDate): Posting {
  const settled = state.settled.get(correction.icn);
  const before = settled?.decision;
  if (!settled || !before) return { decisions: [], adjustments: [] };
  const payer = findPayer(settled.pending.claim.payerId) as Payer;
  const reversal = undo(state, correction.icn) as Decision;
  const after = decide(state, settled.pending, correction.icn, {
    factor: undefined,
    overruled: correction.overruled,
  });
  keep(state, settled.pending, after, on);
  const gained = subtractCents(paidOf(after), paidOf(before));
  const adjustments: ProviderAdjustment[] = [];
  if (gained > 0) {
    adjustments.push({
      reason: 'L6',
      reference: correction.icn,
      amountCents: interest(gained, daysBetween(settled.paidOn, on)),
    });
  } else if (gained < 0 && payer.recoupment === 'later') {
    adjustments.push({ reason: 'WO', reference: correction.icn, amountCents: gained });
    state.recoupments.push({
      account: accountOf(payer.id, settled.pending.claim),
      icn: correction.icn,
      amountCents: cents(-gained),
      notBefore: addDays(on, 1),
    });
  }
  return { decisions: [reversal, after], adjustments };
}

export function accountOf(payerId: string, claim: Claim): string {
  return `${payerId} ${claim.billing.npi}`;
}

function decide(
  state: WorldState,
  pending: PendingClaim,
  icn: string,
  how: { readonly factor: number | undefined; readonly overruled: boolean },
): Decision {
  const { claim } = pending;
  const payer = findPayer(claim.payerId) as Payer;
  const met = state.deductibleMet(payer.id, claim.memberId, yearOf(claim));
  return adjudicate(claim, {
    payer,
    member: findMember(payer.id, claim.memberId),
    history: historyOf(state, payer.id, claim.memberId),
    receivedOn: pending.receivedOn,
    icn,
    deductibleLeft: atLeastZero(subtractCents(payer.benefits.deductibleCents, met)),
    overruled: how.overruled,
    ...(how.factor === undefined ? {} : { priceFactor: how.factor }),
  });
}

function keep(state: WorldState, pending: PendingClaim, decision: Decision, on: LocalDate): void {
  const { claim } = pending;
  state.settled.set(decision.icn, { pending, decision, paidOn: on });
  state.addDeductible(claim.payerId, claim.memberId, yearOf(claim), decision.deductibleCents);
}

/** Takes a standing decision out of the books; the reversal says so on paper. */
function undo(state: WorldState, icn: string): Decision | undefined {
  const settled = state.settled.get(icn);
  if (!settled?.decision) return undefined;
  const reversal = reverse(settled.decision);
  const { claim } = settled.pending;
  state.settled.set(icn, { ...settled, decision: undefined });
  state.addDeductible(claim.payerId, claim.memberId, yearOf(claim), reversal.deductibleCents);
  return reversal;
}

/** A void is answered under the number of the claim that asked for it. */
function echoOf(reversal: Decision, claim: Claim): Decision {
  return { ...reversal, claim: { ...reversal.claim, pcn: claim.pcn } };
}

/** A claim that crosses over becomes the next payer's without another bill. */
function forward(state: WorldState, pending: PendingClaim, decision: Decision, on: LocalDate): void {
  const target = decision.forwardedTo ? findPayer(decision.forwardedTo) : undefined;
  if (!target) return;
  const { claim } = pending;
  const member = findMember(claim.payerId, claim.memberId);
  const memberId =
    member?.coverages.find(coverage => coverage.payerId === target.id)?.memberId ?? claim.memberId;
  const next: Claim = {
    ...claim,
    payerId: target.id,
    memberId,
    responsibility: 'S',
    otherPayers: [{ payerId: claim.payerId, responsibility: 'P', paidCents: paidOf(decision) }],
    lines: decision.lines.map(({ line, paidCents, adjustments }) => ({
      ...line,
      prior: [{ payerId: claim.payerId, paidCents, adjustments }],
    })),
  };
  state.pending.push({
    claim: next,
    icn: newIcn(state, target, on),
    partner: pending.partner,
    receivedOn: on,
    payOn: addDays(on, target.paymentDays),
  });
}

export function newIcn(state: WorldState, payer: Payer, on: LocalDate): string {
  return `${payer.id.slice(0, 2)}${on.slice(0, 4)}${String(state.next('claim')).padStart(8, '0')}`;
}

function historyOf(state: WorldState, payerId: string, memberId: string): PastLine[] {
  const past: PastLine[] = [];
  for (const { decision } of state.settled.values()) {
    if (!decision || decision.claim.payerId !== payerId || decision.claim.memberId !== memberId) continue;
    for (const { line, allowedCents } of decision.lines) {
      past.push({
        icn: decision.icn,
        code: line.code,
        modifiers: line.modifiers,
        serviceDate: line.serviceDate,
        renderingNpi: decision.claim.renderingNpi,
        allowed: allowedCents > 0,
      });
    }
  }
  return past;
}

function errorFactor({ claim }: PendingClaim): number | undefined {
  const member = findMember(claim.payerId, claim.memberId);
  const quirk = member?.quirk;
  if (!member || member.coverages.length !== 1 || quirk === undefined || quirk === 'system-down')
    return undefined;
  return claim.lines.some(line => /^992/.test(line.code)) ? ERROR_FACTOR[quirk] : undefined;
}

function interest(amount: Cents, days: number): Cents {
  const owed = Math.max(1, Math.round((amount * INTEREST * Math.max(1, days)) / (10_000 * 365)));
  return cents(-owed);
}

function yearOf(claim: Claim): string {
  return claim.lines[0]?.serviceDate.slice(0, 4) ?? '';
}

export function joinPostings(postings: readonly Posting[]): Posting {
  return {
    decisions: postings.flatMap(posting => posting.decisions),
    adjustments: postings.flatMap(posting => posting.adjustments),
  };
}
