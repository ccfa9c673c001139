import { cents, shareOfCents, subtractCents, type Cents } from '@spark-den/kernel';
import { isCoveredOn } from '../roster/member.ts';
import { payersBefore, type Claim, type ClaimStatus, type Decision, type LineDecision } from './claim.ts';
import { refusalOf, type Facts } from './line-rules.ts';
import { isOfficeVisit } from '../payers/code-groups.ts';
import { allowedFor } from './price.ts';
import { decidePrimary, type Share } from './primary.ts';
import { decideSecondary } from './secondary.ts';

export interface Terms extends Facts {
  readonly icn: string;
  /** What the member still has to bear this year before we pay. */
  readonly deductibleLeft: Cents;
  /** Basis points of the right allowance, for a payer that errs at first; 10 000 is right. */
  readonly priceFactor?: number;
  /** Decide again and pay: refusals that a person at the payer has lifted. */
  readonly overruled?: boolean;
}

/** Decides a claim. Pure: the same claim on the same terms always ends the same. */
export function adjudicate(claim: Claim, terms: Terms): Decision {
  const { payer } = terms;
  const share: Share = { copayLeft: payer.benefits.copayCents, deductibleLeft: terms.deductibleLeft };
  const isSecondary = payersBefore(claim).length > 0;
  const lines = claim.lines.map((line): LineDecision => {
    const refused = terms.overruled ? undefined : refusalOf(claim, line, terms);
    if (refused) return refused;
    const allowed = cents(
      Math.min(line.chargeCents, shareOfCents(allowedFor(payer, line), factorFor(line.code, terms))),
    );
    return isSecondary ? decideSecondary(payer, line, allowed) : decidePrimary(payer, line, allowed, share);
  });
  const forwardedTo = forwardTo(claim, terms, lines);
  return {
    claim,
    icn: terms.icn,
    status: statusOf(claim, terms, forwardedTo),
    lines,
    deductibleCents: subtractCents(terms.deductibleLeft, share.deductibleLeft),
    claimRemarks: forwardedTo ? ['MA18'] : [],
    ...(forwardedTo ? { forwardedTo } : {}),
  };
}

/** A payer errs with visits only, so that the rest of the claim is right from the start. */
function factorFor(code: string, terms: Terms): number {
  return isOfficeVisit(code) ? (terms.priceFactor ?? 10_000) : 10_000;
}

/** 4 is for a patient whom we do not know; a claim that pays nothing for other reasons is still processed. */
function statusOf(claim: Claim, terms: Terms, forwardedTo: string | undefined): ClaimStatus {
  if (!terms.member) return '4';
  if (forwardedTo) return '19';
  const before = payersBefore(claim).length;
  return before === 0 ? '1' : before === 1 ? '2' : '3';
}

/** Claims of members with the next payer's cover go on to it, when anything was allowed. */
function forwardTo(
  claim: Claim,
  { payer, member }: Terms,
  lines: readonly LineDecision[],
): string | undefined {
  const target = payer.crossesOverTo;
  const date = claim.lines[0]?.serviceDate;
  if (!target || !member || !date || !lines.some(line => line.allowedCents > 0)) return undefined;
  return member.coverages.some(other => other.payerId === target && isCoveredOn(other, date))
    ? target
    : undefined;
}
