import { z } from 'zod';
import { Id } from '../fields.ts';
import { event } from '../operation.ts';

export * from './charges-events.ts';
export * from './claims-events.ts';

/** A remittance is in the ledger, whole. */
export const RemittancePosted = event(
  'RemittancePosted',
  z.object({ remittanceId: Id, fileId: Id, claimCount: z.int(), unmatchedCount: z.int() }),
  { live: true },
);
/** A remittance waits for a person; nothing of it is in the ledger. */
export const RemittanceHeld = event(
  'RemittanceHeld',
  z.object({ remittanceId: Id, fileId: Id, reason: z.string() }),
  { live: true },
);
export const PatientPaymentPosted = event(
  'PatientPaymentPosted',
  z.object({ receiptId: Id, patientId: Id, appointmentId: Id.nullable(), purpose: z.string() }),
  { live: true },
);
export const DenialOpened = event(
  'DenialOpened',
  z.object({ denialId: Id, claimId: Id, patientId: Id, category: z.string() }),
  { live: true },
);
export const DenialClosed = event(
  'DenialClosed',
  z.object({ denialId: Id, claimId: Id, patientId: Id, outcome: z.string() }),
  { live: true },
);
export const StatementIssued = event(
  'StatementIssued',
  z.object({ statementId: Id, guarantorId: Id, patientId: Id }),
  { live: true },
);
/** Some balance of this patient changed; read the account for the figures. */
export const BalanceChanged = event(
  'BalanceChanged',
  z.object({ patientId: Id, causeType: z.string(), causeId: Id }),
  {
    live: true,
  },
);
