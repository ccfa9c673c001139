import type { ChargeLineInput } from '@spark-den/contracts/billing/charge-types';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail } from '@spark-den/service-kit';
import type { BillingContext } from '../context.ts';
import { visitFacts } from './billing-facts.ts';
import { findCharge, replaceLines, showCharge, type ChargeRow } from './charge-repository.ts';
import { priceAndCheck } from './price-and-check.ts';

export async function updateCharge(
  context: BillingContext,
  input: {
    readonly chargeId: string;
    readonly diagnoses: readonly string[];
    readonly lines: readonly ChargeLineInput[];
  },
) {
  const charge = await findCharge(context, input.chargeId, { lock: true });
  expectVersion(context, charge);
  if (charge.status !== 'draft')
    throw fail(billingContract, 'billing.charge_not_draft', { status: charge.status });
  await rewriteCharge(context, charge, input);
  context.audit({ patientId: charge.patientId, entityType: 'charge', entityId: charge.id });
  return showCharge(context, charge.id);
}

/** Gives a draft other diagnoses and lines, prices and checks it again. */
export async function rewriteCharge(
  context: BillingContext,
  charge: ChargeRow,
  services: { readonly diagnoses: readonly string[]; readonly lines: readonly ChargeLineInput[] },
  change: { readonly encounterVersion?: number; readonly sourceEventId?: string | null } = {},
): Promise<void> {
  const facts = await visitFacts(context, charge);
  const priced = await priceAndCheck(context, facts, {
    chargeId: charge.id,
    patientId: facts.patient.patientId,
    dateOfService: charge.dateOfService,
    ...services,
  });
  await replaceLines(context, charge.id, priced.lines);
  await context.db
    .updateTable('charge')
    .set({
      ...change,
      patientId: facts.patient.patientId,
      diagnoses: JSON.stringify(services.diagnoses),
      findings: JSON.stringify(priced.findings),
      totalCents: priced.totalCents,
      coverageId: priced.coverage?.coverageId ?? null,
      payerId: priced.coverage?.payer.id ?? null,
      version: charge.version + 1,
    })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', charge.id)
    .execute();
}

export function expectVersion(
  context: BillingContext,
  row: { readonly id: string; readonly version: number },
): void {
  if (context.expectedVersion !== undefined && context.expectedVersion !== row.version) {
    throw fail(billingContract, 'billing.version_conflict', { id: row.id, version: row.version });
  }
}
