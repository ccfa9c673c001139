import type { ChargeFacts } from '@spark-den/contracts/billing/charge-types';
import type { BillingContext } from '../context.ts';
import { visitFacts } from './billing-facts.ts';
import { priceAndCheck } from './price-and-check.ts';

/** What a charge would cost and what the rules say of it; nothing is kept. */
export async function previewCharge(
  context: BillingContext,
  input: ChargeFacts & { readonly chargeId?: string | undefined },
) {
  const facts = await visitFacts(context, input);
  const priced = await priceAndCheck(context, facts, {
    ...input,
    chargeId: input.chargeId ?? context.newId(),
  });
  context.audit({ patientId: facts.patient.patientId });
  return {
    totalCents: priced.totalCents,
    findings: priced.findings.map(finding => ({ ...finding, fields: [...finding.fields] })),
    lines: priced.lines.map((line, index) => ({
      lineNumber: index + 1,
      code: line.code,
      label: line.label,
      modifiers: [...line.modifiers],
      units: line.units,
      diagnosisPointers: [...line.diagnosisPointers],
      unitChargeCents: line.unitChargeCents,
      chargeCents: line.chargeCents,
      expectedAllowedCents: line.expectedAllowedCents,
      pricedBy:
        line.feeScheduleId === null
          ? null
          : {
              feeScheduleId: line.feeScheduleId,
              feeScheduleName: line.feeScheduleName ?? '',
              rule: line.priceRule ?? '',
            },
    })),
  };
}
