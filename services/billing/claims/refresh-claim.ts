import { visitFacts, type VisitFacts } from '../charges/billing-facts.ts';
import { chargesOfClaim, linesOfCharges } from '../charges/charge-repository.ts';
import type { BillingContext } from '../context.ts';
import { changeStatus, type TimelineEntry } from './change-status.ts';
import { checkClaim } from './check-claim.ts';
import type { ClaimContent } from './claim-content.ts';
import {
  findingCounts,
  findVersion,
  rewriteVersion,
  totalOfContent,
  type ClaimRow,
} from './claim-repository.ts';
import { contentOfVisit } from './content-of-visit.ts';
import { paysInTurn } from './next-payer.ts';
import { linesOfClaim } from './lines-of-claim.ts';

/**
 * Builds the unsent version of a claim anew from its charges and from what patient, coverage and provider are now,
 * checks it, and moves it to ready or held.
 */
export async function refreshClaim(
  context: BillingContext,
  claim: ClaimRow,
  facts: VisitFacts,
  entry: TimelineEntry,
): Promise<void> {
  const version = await findVersion(context, claim);
  const fresh = withFreshPeople(version.content, facts);
  const content = await rewriteVersion(context, version, await withFreshLines(context, claim, fresh));
  const checked = await checkClaim(context, { claim, content, frequency: version.frequency }, facts);
  await changeStatus(
    context,
    claim,
    checked.status,
    { ...entry, codes: checked.findings.map(finding => finding.ruleId), note: entry.note ?? checked.reason },
    {
      ...findingCounts(checked.findings),
      reason: checked.reason,
      fileByDate: checked.fileByDate,
      totalCents: totalOfContent(content),
      patientName: `${content.patient.lastName}, ${content.patient.firstName}`,
    },
  );
}

export function factsOfClaim(context: BillingContext, claim: ClaimRow): Promise<VisitFacts> {
  return visitFacts(context, claim);
}

/**
 * What is known of people and places is taken as it is now, and who pays after this payer. Up to this payer the claim
 * keeps its payers and their order: where those are others now, `checkClaim` holds it.
 */
export function withFreshPeople(content: ClaimContent, facts: VisitFacts): ClaimContent {
  const fresh = contentOfVisit(facts);
  if (paysInTurn(content, fresh.coverages)) return { ...content, ...fresh };
  return {
    ...content,
    ...fresh,
    coverages: content.coverages.map(
      coverage => fresh.coverages.find(candidate => candidate.coverageId === coverage.coverageId) ?? coverage,
    ),
  };
}

/** A first claim follows its charges; a correction and a next payer's claim keep their own lines. */
async function withFreshLines(
  context: BillingContext,
  claim: ClaimRow,
  content: ClaimContent,
): Promise<ClaimContent> {
  if (claim.payerOrder !== 'primary' || claim.currentVersion > 1) return content;
  const charges = inOrderOf(content, await chargesOfClaim(context, claim.id));
  if (charges.length === 0) return content;
  const rows = await linesOfCharges(
    context,
    charges.map(charge => charge.id),
  );
  return { ...content, ...linesOfClaim(charges, rows, () => context.newId()) };
}

/** Charges that are on the claim keep their place, so that its principal diagnosis stays; new ones follow. */
function inOrderOf<C extends { readonly id: string }>(content: ClaimContent, charges: readonly C[]): C[] {
  const known = [...new Set(content.lines.map(line => line.chargeId))];
  const place = (charge: C) => (known.includes(charge.id) ? known.indexOf(charge.id) : known.length);
  return [...charges].sort((a, b) => place(a) - place(b));
}
