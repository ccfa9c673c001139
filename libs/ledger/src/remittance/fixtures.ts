import { cents, localDate, sumCents, type Cents } from '@spark-den/kernel';
import type { PostableClaim } from './postable-claim.ts';
import type { AdjustmentFacts, ClaimPaymentFacts, RemittanceFacts, ServiceFacts } from './types.ts';

/** Builders for tests: a claim of ours and payments for it that add up. */
export const PAYER = { name: 'Cascade Mutual', identifiers: ['CASMU01'] };
const DAY = localDate('2026-03-02');

export function claimOf(charges: readonly number[], overrides: Partial<PostableClaim> = {}): PostableClaim {
  return {
    claimId: 'claim-1',
    patientControlNumber: 'PCN1',
    payerId: 'payer-1',
    payerIdentifiers: ['CASMU01'],
    payerRank: 1,
    nextPayerId: null,
    patientMayBeBilled: true,
    patientId: 'patient-1',
    guarantorId: 'patient-1',
    providerId: 'provider-1',
    locationId: 'location-1',
    chargeCents: cents(charges.reduce((a, b) => a + b, 0)),
    lines: charges.map((charge, index) => ({
      chargeLineId: `line-${index + 1}`,
      lineControlNumber: `L${index + 1}`,
      code: `G04${38 + index}`,
      modifiers: [],
      units: 1,
      chargeCents: cents(charge),
      serviceDate: DAY,
    })),
    ...overrides,
  };
}

export const cas = (group: string, reason: string, amount: number): AdjustmentFacts => ({
  group,
  reason,
  amountCents: cents(amount),
  quantity: null,
});

export function serviceOf(
  claim: PostableClaim,
  index: number,
  adjustments: readonly AdjustmentFacts[],
): ServiceFacts {
  const line = claim.lines[index];
  if (!line) throw new RangeError(`no line ${index}`);
  return {
    ordinal: index + 1,
    lineControlNumber: line.lineControlNumber,
    code: line.code,
    modifiers: line.modifiers,
    submittedCode: null,
    submittedModifiers: [],
    units: line.units,
    chargeCents: line.chargeCents,
    paidCents: cents(line.chargeCents - sumCents(adjustments, item => item.amountCents)),
    allowedCents: null,
    serviceDate: line.serviceDate,
    adjustments,
    remarks: [],
  };
}

export function paymentOf(
  claim: PostableClaim,
  lineAdjustments: readonly (readonly AdjustmentFacts[])[],
  claimAdjustments: readonly AdjustmentFacts[] = [],
): ClaimPaymentFacts {
  const lines = lineAdjustments.map((adjustments, index) => serviceOf(claim, index, adjustments));
  const paid = sumCents(lines, line => line.paidCents) - sumCents(claimAdjustments, item => item.amountCents);
  const all = [...claimAdjustments, ...lineAdjustments.flat()];
  return {
    ordinal: 1,
    patientControlNumber: claim.patientControlNumber,
    statusCode: '1',
    chargeCents: claim.chargeCents,
    paidCents: cents(paid),
    patientResponsibilityCents: sumCents(
      all.filter(item => item.group === 'PR'),
      item => item.amountCents,
    ),
    payerClaimNumber: 'ICN1',
    patientName: null,
    memberId: null,
    serviceDate: DAY,
    adjustments: claimAdjustments,
    remarks: [],
    lines,
  };
}

/** The same payment with every sign turned, as a payer reverses it. */
export function reversalOf(payment: ClaimPaymentFacts): ClaimPaymentFacts {
  const turn = (amount: Cents) => cents(-amount);
  const turned = (items: readonly AdjustmentFacts[]) =>
    items.map(item => ({ ...item, amountCents: turn(item.amountCents) }));
  return {
    ...payment,
    statusCode: '22',
    chargeCents: turn(payment.chargeCents),
    paidCents: turn(payment.paidCents),
    patientResponsibilityCents: turn(payment.patientResponsibilityCents),
    adjustments: turned(payment.adjustments),
    lines: payment.lines.map(line => ({
      ...line,
      chargeCents: turn(line.chargeCents),
      paidCents: turn(line.paidCents),
      adjustments: turned(line.adjustments),
    })),
  };
}

export function remittanceOf(
  claims: readonly ClaimPaymentFacts[],
  providerAdjustments: RemittanceFacts['providerAdjustments'] = [],
): RemittanceFacts {
  const paid = sumCents(claims, claim => claim.paidCents);
  const taken = sumCents(providerAdjustments, item => item.amountCents);
  return {
    trace: 'EFT1',
    originator: '1360000002',
    amountCents: cents(paid - taken),
    creditOrDebit: 'C',
    method: 'ACH',
    paymentDate: localDate('2026-03-20'),
    payer: PAYER,
    payee: { name: 'Harbor Point', identifiers: ['1990000105'] },
    claims,
    providerAdjustments,
  };
}
