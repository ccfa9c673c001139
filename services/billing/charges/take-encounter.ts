import { EncounterAmended, EncounterClosed } from '@spark-den/contracts/clinical/events';
import { ChargeReviewOpened } from '@spark-den/contracts/billing/charges-events';
import type { PayloadOf } from '@spark-den/contracts/operation';
import { on, type Delivered, type Subscription } from '@spark-den/service-kit';
import { noteAmendment } from '../claims/note-amendment.ts';
import type { BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { chargeOfEncounter, linesOfCharges } from './charge-repository.ts';
import { sameServices } from './charge.ts';
import { keepDraft } from './draft-charge.ts';

type Closed = PayloadOf<typeof EncounterClosed>;
type Amended = PayloadOf<typeof EncounterAmended>;

/** Drafts the charge of a closed encounter, once; a charge that was entered by hand for it stands. */
async function draftFromEncounter(
  context: BillingContext,
  { id: eventId, payload: encounter }: Delivered<typeof EncounterClosed>,
): Promise<void> {
  await rememberEncounter(context, encounter, 1);
  if (await chargeOfEncounter(context, encounter.encounterId)) return;
  await draft(context, encounter, { version: 1, eventId });
}

/**
 * An amended encounter never changes a charge by itself: it opens a review, where what is billed differs. The claim
 * waits if it has not been sent, and shows the amendment if it has.
 */
async function reviewAmendment(
  context: BillingContext,
  { id: eventId, payload: encounter }: Delivered<typeof EncounterAmended>,
): Promise<void> {
  await rememberEncounter(context, encounter, encounter.version);
  const charge = await chargeOfEncounter(context, encounter.encounterId);
  if (!charge) return draft(context, encounter, { version: encounter.version, eventId });
  const amended = { diagnoses: encounter.diagnoses, lines: encounter.services };
  const lines = await linesOfCharges(context, [charge.id]);
  if (sameServices({ diagnoses: charge.diagnoses, lines }, amended)) return;
  if (await reviewedBefore(context, encounter)) return;
  // A newer amendment takes the place of one that nobody has decided yet.
  await context.db
    .updateTable('chargeReview')
    .set({ status: 'dismissed', reason: 'Amended again', decidedAt: context.now, decidedBy: 'billing' })
    .where('practiceId', '=', context.practiceId)
    .where('chargeId', '=', charge.id)
    .where('status', '=', 'open')
    .execute();
  const reviewId = context.newId();
  await context.db
    .insertInto('chargeReview')
    .values({
      id: reviewId,
      practiceId: context.practiceId,
      chargeId: charge.id,
      patientId: charge.patientId,
      encounterId: encounter.encounterId,
      encounterVersion: encounter.version,
      sourceEventId: eventId,
      amended: JSON.stringify(amended),
      status: 'open',
      reason: null,
      openedAt: context.now,
      decidedAt: null,
      decidedBy: null,
    })
    .execute();
  if (charge.claimId !== null) await noteAmendment(context, charge.claimId);
  await context.emit(
    ChargeReviewOpened,
    { chargeId: charge.id, patientId: charge.patientId, encounterId: encounter.encounterId, reviewId },
    encounter.appointmentId,
  );
}

async function reviewedBefore(context: BillingContext, { encounterId, version }: Amended): Promise<boolean> {
  const review = await context.db
    .selectFrom('chargeReview')
    .select('id')
    .where('practiceId', '=', context.practiceId)
    .where('encounterId', '=', encounterId)
    .where('encounterVersion', '>=', version)
    .executeTakeFirst();
  return review !== undefined;
}

async function draft(
  context: BillingContext,
  encounter: Closed,
  { version, eventId }: { readonly version: number; readonly eventId: string },
): Promise<void> {
  await keepDraft(context, {
    patientId: encounter.patientId,
    providerId: encounter.providerId,
    locationId: encounter.locationId,
    dateOfService: encounter.dateOfService,
    diagnoses: encounter.diagnoses,
    lines: encounter.services,
    appointmentId: encounter.appointmentId,
    encounter: { id: encounter.encounterId, version },
    source: 'encounter',
    sourceEventId: eventId,
  });
}

async function rememberEncounter(context: BillingContext, encounter: Closed, version: number): Promise<void> {
  await context.db
    .insertInto('closedEncounter')
    .values({
      encounterId: encounter.encounterId,
      practiceId: context.practiceId,
      appointmentId: encounter.appointmentId,
      patientId: encounter.patientId,
      dateOfService: encounter.dateOfService,
      newestVersion: version,
      closedAt: context.now,
    })
    .onConflict(conflict =>
      conflict.columns(['practiceId', 'encounterId']).doUpdateSet({ newestVersion: version }),
    )
    .execute();
}

export const encounterSubscriptions: readonly Subscription<BillingDatabase>[] = [
  on<typeof EncounterClosed, BillingDatabase>(EncounterClosed, 'billing.draft-charges', (context, event) =>
    draftFromEncounter(context, event),
  ),
  on<typeof EncounterAmended, BillingDatabase>(
    EncounterAmended,
    'billing.review-amendments',
    (context, event) => reviewAmendment(context, event),
  ),
];
