import { z } from 'zod';
import { CentsField, Id, LocalDateField } from '../fields.ts';
import { event } from '../operation.ts';
import { ClaimStatus, PayerOrder } from './claim-types.ts';

const ClaimState = { claimId: Id, patientId: Id, payerId: Id };

/** Carries the amount for the read models, so it does not go to the portals. */
export const ClaimCreated = event(
  'ClaimCreated',
  z.object({
    ...ClaimState,
    payerOrder: PayerOrder,
    status: ClaimStatus,
    dateOfService: LocalDateField,
    totalCents: CentsField,
    /** Passed all checks without a hand on it: the clean claim rate's numerator. */
    clean: z.boolean(),
  }),
);
export const ClaimBatchCreated = event('ClaimBatchCreated', z.object({ batchId: Id }));
export const ClaimSubmitted = event(
  'ClaimSubmitted',
  z.object({ ...ClaimState, batchId: Id, versionNumber: z.int() }),
  { live: true },
);
export const ClaimStatusChanged = event(
  'ClaimStatusChanged',
  z.object({ ...ClaimState, from: ClaimStatus, to: ClaimStatus }),
  { live: true },
);
