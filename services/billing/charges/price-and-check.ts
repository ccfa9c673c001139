import type { Finding } from '@spark-den/claim-rules';
import { localDateAt, ZERO, type Cents, type LocalDate } from '@spark-den/kernel';
import type { BillingContext } from '../context.ts';
import type { ContentCoverage } from '../claims/claim-content.ts';
import { contentOfVisit, coveragesOf } from '../claims/content-of-visit.ts';
import { scrubClaimOf, payerRules } from '../claims/scrub-claim-content.ts';
import { scrub } from '@spark-den/claim-rules';
import { codes } from '@spark-den/codes';
import type { VisitFacts } from './billing-facts.ts';
import {
  findingsOfCharge,
  missingPrices,
  priceLines,
  totalOf,
  type EnteredLine,
  type PricedLine,
} from './charge.ts';
import { chargedLinesOfDay } from './charge-repository.ts';
import { SELF_PAY } from './self-pay.ts';

export interface ChargeToPrice {
  readonly chargeId: string;
  readonly patientId: string;
  readonly dateOfService: LocalDate;
  readonly diagnoses: readonly string[];
  readonly lines: readonly EnteredLine[];
}

export interface PricedCharge {
  readonly lines: readonly PricedLine[];
  readonly totalCents: Cents;
  readonly findings: readonly Finding[];
  /** Who is asked first; undefined: the patient. */
  readonly coverage: ContentCoverage | undefined;
}

/** Prices a charge for its first payer and checks it by the claim rules that concern a charge. */
export async function priceAndCheck(
  context: BillingContext,
  facts: VisitFacts,
  charge: ChargeToPrice,
): Promise<PricedCharge> {
  const [coverage] = coveragesOf(facts);
  const lines = priceLines(charge.lines, facts.schedules, {
    payerId: coverage?.payer.id ?? null,
    planId: coverage?.planId ?? null,
    locationId: facts.location.id,
    on: charge.dateOfService,
  });
  const payer = coverage?.payer ?? SELF_PAY;
  const content = {
    ...contentOfVisit(facts),
    destination: 0,
    dateOfService: charge.dateOfService,
    diagnoses: charge.diagnoses,
    priorDecisions: [],
    lines: lines.map((line, index) => ({
      ...line,
      lineId: String(index),
      lineNumber: index + 1,
      lineControlNumber: '',
      chargeId: charge.chargeId,
      chargeLineId: '',
      dateOfService: charge.dateOfService,
      chargeCents: line.chargeCents ?? ZERO,
    })),
  };
  const claim = scrubClaimOf(
    {
      claimId: charge.chargeId,
      patientId: charge.patientId,
      content,
      frequency: '1',
      payerClaimNumber: null,
    },
    payer,
  );
  const billed = await chargedLinesOfDay(context, charge, payer.id);
  const findings = scrub(claim, {
    codes,
    payer: payerRules(payer),
    billed,
    practiceCodes: practiceCodes(facts),
    today: localDateAt(context.now, facts.location.zone),
    now: context.now,
  });
  return {
    lines,
    totalCents: totalOf(lines),
    findings: [...missingPrices(lines), ...findingsOfCharge(findings)],
    coverage,
  };
}

/** The codes that the practice's own charge schedules name. */
export function practiceCodes({ schedules }: Pick<VisitFacts, 'schedules'>): ReadonlySet<string> {
  return new Set(
    schedules
      .filter(schedule => schedule.kind === 'charge')
      .flatMap(schedule => schedule.items.map(item => item.code)),
  );
}
