import { z } from 'zod';
import { CentsField, Id, LocalDateField } from '../fields.ts';
import { event } from '../operation.ts';

const ChargeState = { chargeId: Id, patientId: Id, encounterId: Id.nullable() };

export const ChargesDrafted = event('ChargesDrafted', z.object(ChargeState), { live: true });
export const ChargeReviewOpened = event('ChargeReviewOpened', z.object({ ...ChargeState, reviewId: Id }), {
  live: true,
});
/** Carries the amount for the read models, so it does not go to the portals. */
export const ChargePosted = event(
  'ChargePosted',
  z.object({
    ...ChargeState,
    appointmentId: Id.nullable(),
    providerId: Id,
    locationId: Id,
    payerId: Id.nullable(),
    dateOfService: LocalDateField,
    amountCents: CentsField,
  }),
);
export const ChargeVoided = event('ChargeVoided', z.object({ ...ChargeState, amountCents: CentsField }));
