import { z } from 'zod';
import { Id } from '../fields.ts';
import { event } from '../operation.ts';

const AnswersFile = {
  /** The file that carried the acknowledgement. */
  fileId: Id,
  /** The outgoing file that it answers, and its batch; `null` when we sent no such file. */
  answersFileId: Id.nullable(),
  batchId: Id.nullable(),
};

/** An outgoing file reached the clearinghouse. */
export const InterchangeSent = event('InterchangeSent', z.object({ fileId: Id, batchId: Id.nullable() }), {
  live: true,
});

/** TA1 A or E: the envelope was taken. */
export const InterchangeAccepted = event(
  'InterchangeAccepted',
  z.object({ ...AnswersFile, controlNumber: z.string(), note: z.string() }),
  { live: true },
);

/** TA1 R: nothing of the interchange was read; note is TA105. */
export const InterchangeRejected = event(
  'InterchangeRejected',
  z.object({ ...AnswersFile, controlNumber: z.string(), note: z.string() }),
  { live: true },
);

/** One claim in a 999 or 277CA. */
export const ClaimResultPayload = z.object({
  /** CLM01 of our claim. */
  patientControlNumber: z.string(),
  outcome: z.enum(['accepted', 'rejected']),
  /** `category:status:entity` of each STC; from a 999 `segment:position:code` of each error, elements with `-`. */
  codes: z.array(z.string()),
  /** REF*1K, where the payer gave its number. */
  payerClaimNumber: z.string().nullable(),
});

/**
 * A 999 (syntax; one result for each claim of each transaction it speaks of) or a 277CA (accepted or rejected, claim by
 * claim; `clearinghouse` or `payer` says who speaks).
 */
export const ClaimsAcknowledged = event(
  'ClaimsAcknowledged',
  z.object({
    ...AnswersFile,
    source: z.enum(['999', '277CA']),
    speaker: z.enum(['clearinghouse', 'payer']),
    results: z.array(ClaimResultPayload),
  }),
  { live: true },
);

/** An 835 is here, kept and readable; read it with `readFile` or `getFile`. */
export const RemittanceFileReceived = event(
  'RemittanceFileReceived',
  z.object({ fileId: Id, controlNumber: z.string(), transactionCount: z.int() }),
  { live: true },
);

/** A file could not be read or sent; it is kept and waits for a person. */
export const InterchangeHeld = event('InterchangeHeld', z.object({ fileId: Id, reason: z.string() }), {
  live: true,
});

export const integrationEvents = {
  InterchangeSent,
  InterchangeAccepted,
  InterchangeRejected,
  ClaimsAcknowledged,
  RemittanceFileReceived,
  InterchangeHeld,
};
