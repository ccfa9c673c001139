import { addCents, formatCents, subtractCents, sumCents, type Cents } from '@spark-den/kernel';
import type { AdjustmentFacts, ClaimPaymentFacts, RemittanceFacts, ServiceFacts } from './types.ts';

/** A place where the remittance does not add up. */
export interface BalanceFinding {
  readonly level: 'check' | 'claim' | 'line';
  readonly code: string;
  readonly message: string;
  readonly claim: string | null;
  readonly line: number | null;
  readonly expectedCents: Cents;
  readonly actualCents: Cents;
}

const totalOf = (adjustments: readonly AdjustmentFacts[]) => sumCents(adjustments, item => item.amountCents);

/**
 * Adds a remittance up three times: line (charge − adjustments = paid), claim (the same with its lines'
 * adjustments) and check (payment = claims − provider adjustments). No finding means that it may be posted.
 */
export function balanceFindings(remittance: RemittanceFacts): BalanceFinding[] {
  return [
    ...remittance.claims.flatMap(claim => [
      ...claim.lines.flatMap(line => lineFinding(claim, line)),
      ...claimFindings(claim),
    ]),
    ...checkFinding(remittance),
  ];
}

function lineFinding(claim: ClaimPaymentFacts, line: ServiceFacts): BalanceFinding[] {
  const expectedCents = subtractCents(line.chargeCents, totalOf(line.adjustments));
  if (expectedCents === line.paidCents) return [];
  return [
    {
      level: 'line',
      code: 'line_out_of_balance',
      message: `Line ${line.ordinal}: the charge less its adjustments is ${formatCents(expectedCents)}, but ${formatCents(line.paidCents)} was paid`,
      claim: claim.patientControlNumber,
      line: line.ordinal,
      expectedCents,
      actualCents: line.paidCents,
    },
  ];
}

function claimFindings(claim: ClaimPaymentFacts): BalanceFinding[] {
  const findings: BalanceFinding[] = [];
  const base = { level: 'claim', claim: claim.patientControlNumber, line: null } as const;
  const adjusted = addCents(
    totalOf(claim.adjustments),
    sumCents(claim.lines, line => totalOf(line.adjustments)),
  );
  const expectedCents = subtractCents(claim.chargeCents, adjusted);
  if (expectedCents !== claim.paidCents) {
    findings.push({
      ...base,
      code: 'claim_out_of_balance',
      message: `The claim's charge less all adjustments is ${formatCents(expectedCents)}, but ${formatCents(claim.paidCents)} was paid`,
      expectedCents,
      actualCents: claim.paidCents,
    });
  }
  const lineCharges = sumCents(claim.lines, line => line.chargeCents);
  if (claim.lines.length > 0 && lineCharges !== claim.chargeCents) {
    findings.push({
      ...base,
      code: 'line_charges_differ',
      message: `The lines' charges are ${formatCents(lineCharges)}, the claim's ${formatCents(claim.chargeCents)}`,
      expectedCents: claim.chargeCents,
      actualCents: lineCharges,
    });
  }
  return findings;
}

/** The money that came: BPR02, taken back where the payer debits. */
export function cashOf(remittance: Pick<RemittanceFacts, 'amountCents' | 'creditOrDebit'>): Cents {
  return remittance.creditOrDebit === 'D'
    ? subtractCents(0 as Cents, remittance.amountCents)
    : remittance.amountCents;
}

function checkFinding(remittance: RemittanceFacts): BalanceFinding[] {
  const claims = sumCents(remittance.claims, claim => claim.paidCents);
  const provider = sumCents(remittance.providerAdjustments, item => item.amountCents);
  const expectedCents = subtractCents(claims, provider);
  const actualCents = cashOf(remittance);
  if (expectedCents === actualCents) return [];
  return [
    {
      level: 'check',
      code: 'check_out_of_balance',
      message: `The claims less provider adjustments are ${formatCents(expectedCents)}, but the payment is ${formatCents(actualCents)}`,
      claim: null,
      line: null,
      expectedCents,
      actualCents,
    },
  ];
}
