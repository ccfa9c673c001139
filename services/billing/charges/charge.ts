import {
  allowedFor,
  chargeFor,
  type Finding,
  type FeeSchedule,
  type PriceContext,
} from '@spark-den/claim-rules';
import { sumCents, ZERO, type Cents } from '@spark-den/kernel';

/** A service as it was entered, before it has a price. */
export interface EnteredLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly diagnosisPointers: readonly number[];
}

export interface PricedLine extends EnteredLine {
  readonly label: string | null;
  readonly unitChargeCents: Cents | null;
  readonly chargeCents: Cents | null;
  readonly expectedAllowedCents: Cents | null;
  readonly feeScheduleId: string | null;
  readonly feeScheduleName: string | null;
  readonly priceRule: string | null;
}

/** Prices each line from the schedules in force; a line that none names stays without a price. */
export function priceLines(
  lines: readonly EnteredLine[],
  schedules: readonly FeeSchedule[],
  context: PriceContext,
): PricedLine[] {
  return lines.map(line => {
    const charge = chargeFor(schedules, line, context);
    const allowed = charge && allowedFor(schedules, line, charge.amountCents, context);
    return {
      ...line,
      label: charge?.label ?? null,
      unitChargeCents: charge?.unitCents ?? null,
      chargeCents: charge?.amountCents ?? null,
      expectedAllowedCents: allowed?.amountCents ?? null,
      feeScheduleId: charge?.feeScheduleId ?? null,
      feeScheduleName: charge?.feeScheduleName ?? null,
      priceRule: charge?.rule ?? null,
    };
  });
}

export function totalOf(lines: readonly { readonly chargeCents: Cents | null }[]): Cents {
  return sumCents(lines, line => line.chargeCents ?? ZERO);
}

/** A line without a price cannot be posted: money is never made up. */
export function missingPrices(lines: readonly PricedLine[]): Finding[] {
  return lines.flatMap((line, index) =>
    line.chargeCents === null
      ? [
          {
            ruleId: 'CH-101',
            layer: 'complete' as const,
            severity: 'error' as const,
            message: `No fee schedule in force names ${line.code}.`,
            source: "The practice's fee schedules",
            fields: [`lines.${index}.code`],
            remedy: 'Add the code to the fee schedule, or use the code that the practice bills.',
          },
        ]
      : [],
  );
}

/** Rules of the claim's completeness that the person who enters a charge can mend. */
const CHARGE_COMPLETENESS: ReadonlySet<string> = new Set(['CR-101', 'CR-102', 'CR-103', 'CR-110', 'CR-111']);

/** What of a claim's findings belongs to the charge: its codes and lines, not patient, payer or timing. */
export function findingsOfCharge(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    ({ layer, ruleId }) =>
      layer === 'codes' || layer === 'line' || layer === 'duplicate' || CHARGE_COMPLETENESS.has(ruleId),
  );
}

export function hasErrors(findings: readonly { readonly severity: string }[]): boolean {
  return findings.some(finding => finding.severity === 'error');
}

/** Whether an amended encounter differs in what is billed. */
export function sameServices(
  a: { readonly diagnoses: readonly string[]; readonly lines: readonly EnteredLine[] },
  b: { readonly diagnoses: readonly string[]; readonly lines: readonly EnteredLine[] },
): boolean {
  const shape = (side: typeof a) =>
    JSON.stringify([
      side.diagnoses,
      side.lines.map(line => [line.code, line.modifiers, line.units, line.diagnosisPointers]),
    ]);
  return shape(a) === shape(b);
}
