import { namedMember } from '@spark-den/payers-simulator/roster';
import { allOf, awaitMailbox, postDrafts, submitClaims } from '../billing-office.ts';
import { coverageFields } from '../front-desk.ts';
import { until } from '../wait.ts';
import { patientOf } from './book-and-see.ts';
import type { Patients } from './register-and-verify.ts';
import { expectThat, type Figures, type Scene } from './scene.ts';

/** Step 6: the amendment is applied, drafts are posted, the day's visits and charges agree. */
export async function postCharges(
  { biller, date }: Scene,
  encounterIds: readonly string[],
): Promise<{ readonly chargeIds: readonly string[]; readonly figures: Figures }> {
  const { reviewId } = await until(
    'the amendment opens a review',
    async () => (await biller.billing.listChargeReviews({})).items[0],
  );
  await biller.billing.resolveChargeReview({ reviewId, decision: 'apply', reason: 'Service was given' });
  const charges = await postDrafts(biller, encounterIds);
  const day = await until('visits and charges agree', async () => {
    const reconciled = await biller.billing.getChargeReconciliation({ date });
    return reconciled.unexplained === 0 ? reconciled : undefined;
  });
  expectThat(charges.stopped === 0, 'no charge is stopped', { stopped: charges.stopped });
  return {
    chargeIds: charges.insuredChargeIds,
    figures: {
      posted: charges.posted,
      chargedCents: charges.totalCents,
      keptVisits: day.keptVisits,
      unexplained: day.unexplained,
    },
  };
}

/** Step 7: 837P out, TA1, 999 and 277CA back; the rejected claim is corrected and goes again as an original. */
export async function sendClaims(
  scene: Scene,
  patients: Patients,
  chargeIds: readonly string[],
): Promise<Figures> {
  const { biller, outside } = scene;
  await scene.clock(17 * 60 + 30);
  const batch = await submitClaims(biller, chargeIds);
  if (!batch) throw new Error('claims are ready');
  await scene.clock(18 * 60);
  await awaitMailbox(biller, outside);
  const rejected = await claimsIn(scene, 'rejected');
  const [claim] = rejected;
  expectThat(rejected.length === 1 && claim !== undefined, 'one claim is rejected', await standing(scene));
  await correctMemberId(scene, patients);
  if (claim) {
    const { version } = await biller.billing.getClaim({ claimId: claim.claimId });
    await biller.billing.correctClaim(
      { claimId: claim.claimId, reason: 'Member id was mistyped' },
      { version },
    );
  }
  await scene.clock(18 * 60 + 30);
  const again = await submitClaims(biller, []);
  await scene.clock(19 * 60);
  await awaitMailbox(biller, outside);
  const accepted = await claimsIn(scene, 'accepted');
  expectThat(accepted.length === batch.claims, 'every claim is accepted', {
    accepted: accepted.length,
    sent: batch.claims,
  });
  return {
    submitted: batch.claims,
    submittedCents: batch.totalCents,
    rejected: rejected.length,
    resubmitted: again?.claims ?? 0,
    accepted: accepted.length,
  };
}

/** How many claims stand where. */
async function standing({ biller }: Scene): Promise<Figures> {
  const { items } = await biller.billing.countClaims({});
  return Object.fromEntries(
    items.filter(({ count }) => count > 0).map(({ status, count }) => [status, count]),
  );
}

async function claimsIn({ biller }: Scene, status: 'rejected' | 'accepted') {
  return allOf(cursor =>
    biller.billing.listClaims({ status: [status], limit: 200, ...(cursor ? { cursor } : {}) }),
  );
}

async function correctMemberId({ frontDesk }: Scene, patients: Patients): Promise<void> {
  const { items } = await frontDesk.patients.listCoverages({ patientId: patientOf(patients, 'medicaid') });
  const [coverage] = items;
  const [right] = namedMember('medicaid').coverages;
  if (!coverage || !right) throw new Error('the patient has cover by the State');
  await frontDesk.patients.changeCoverage(
    { coverageId: coverage.id, coverage: coverageFields(right), reason: 'Read from the card' },
    { version: coverage.version },
  );
}
