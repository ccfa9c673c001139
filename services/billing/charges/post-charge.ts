import { ChargePosted } from '@spark-den/contracts/billing/charges-events';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { ZERO } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import type { BillingContext } from '../context.ts';
import { buildClaimOfCharge } from '../claims/build-claim.ts';
import { postCharges } from '../ledger/post-charges.ts';
import { visitFacts } from './billing-facts.ts';
import { findCharge, linesOfCharges, openReviews, replaceLines, showCharge } from './charge-repository.ts';
import { hasErrors } from './charge.ts';
import { priceAndCheck } from './price-and-check.ts';
import { expectVersion } from './update-charge.ts';

/** Posts a draft: priced and checked once more, into the ledger, and onto a claim where an insurer is asked. */
export async function postCharge(context: BillingContext, { chargeId }: { readonly chargeId: string }) {
  const charge = await findCharge(context, chargeId, { lock: true });
  expectVersion(context, charge);
  if (charge.status !== 'draft')
    throw fail(billingContract, 'billing.charge_not_draft', { status: charge.status });
  if ((await openReviews(context, [chargeId])).size > 0)
    throw fail(billingContract, 'billing.charge_under_review');

  const facts = await visitFacts(context, charge);
  const { patientId } = facts.patient;
  const entered = await linesOfCharges(context, [chargeId]);
  const priced = await priceAndCheck(context, facts, { ...charge, chargeId, patientId, lines: entered });
  if (hasErrors(priced.findings)) {
    const rules = priced.findings
      .filter(finding => finding.severity === 'error')
      .map(finding => finding.ruleId);
    throw fail(billingContract, 'billing.charge_has_errors', { rules });
  }
  await replaceLines(context, chargeId, priced.lines);
  const lines = await linesOfCharges(context, [chargeId]);
  const payerId = priced.coverage?.payer.id ?? null;
  await postCharges(
    context,
    lines.map(line => ({
      chargeLineId: line.id,
      patientId,
      payerId,
      providerId: charge.providerId,
      locationId: charge.locationId,
      serviceDate: charge.dateOfService,
      amountCents: line.chargeCents ?? ZERO,
    })),
  );
  await context.db
    .updateTable('charge')
    .set({
      status: 'posted',
      patientId,
      findings: JSON.stringify(priced.findings),
      totalCents: priced.totalCents,
      coverageId: priced.coverage?.coverageId ?? null,
      payerId,
      postedAt: context.now,
      version: charge.version + 1,
    })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', chargeId)
    .execute();
  await buildClaimOfCharge(context, chargeId, facts);
  await context.emit(
    ChargePosted,
    {
      chargeId,
      patientId,
      encounterId: charge.encounterId,
      appointmentId: charge.appointmentId,
      providerId: charge.providerId,
      locationId: charge.locationId,
      payerId,
      dateOfService: charge.dateOfService,
      amountCents: priced.totalCents,
    },
    charge.appointmentId ?? patientId,
  );
  context.audit({ patientId, entityType: 'charge', entityId: chargeId });
  return showCharge(context, chargeId);
}
