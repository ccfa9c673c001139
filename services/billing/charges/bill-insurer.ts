import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail } from '@spark-den/service-kit';
import { buildClaimOfCharge } from '../claims/build-claim.ts';
import type { BillingContext } from '../context.ts';
import { askInsurer } from '../ledger/ask-insurer.ts';
import { visitFacts } from './billing-facts.ts';
import { findCharge, linesOfCharges, setExpectedAllowed, showCharge } from './charge-repository.ts';
import { priceAndCheck } from './price-and-check.ts';
import { expectVersion } from './update-charge.ts';

/**
 * Asks the insurer for a charge that was posted as self-pay, once a coverage of its date is known. The charge stays as
 * it was posted; what the checks find is mended on the claim, which they hold.
 */
export async function billInsurer(context: BillingContext, { chargeId }: { readonly chargeId: string }) {
  const charge = await findCharge(context, chargeId, { lock: true });
  expectVersion(context, charge);
  if (charge.status !== 'posted')
    throw fail(billingContract, 'billing.charge_not_posted', { status: charge.status });
  if (charge.coverageId !== null) throw fail(billingContract, 'billing.charge_has_insurer');
  const facts = await visitFacts(context, charge);
  const lines = await linesOfCharges(context, [chargeId]);
  const priced = await priceAndCheck(context, facts, { ...charge, chargeId, lines });
  if (!priced.coverage) throw fail(billingContract, 'billing.no_coverage_on_date');
  const { coverageId, payer } = priced.coverage;
  await setExpectedAllowed(context, lines, priced.lines);
  await askInsurer(
    context,
    lines.flatMap(({ id, chargeCents }) =>
      chargeCents !== null && chargeCents > 0 ? [{ chargeLineId: id, amountCents: chargeCents }] : [],
    ),
    payer.id,
  );
  await context.db
    .updateTable('charge')
    .set({
      coverageId,
      payerId: payer.id,
      findings: JSON.stringify(priced.findings),
      version: charge.version + 1,
    })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', chargeId)
    .execute();
  await buildClaimOfCharge(context, chargeId, facts);
  context.audit({ patientId: charge.patientId, entityType: 'charge', entityId: chargeId });
  return showCharge(context, chargeId);
}
