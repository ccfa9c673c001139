import { z } from 'zod';
import { CentsField, Id, InstantField, LocalDateField } from '../fields.ts';

export const DENIAL_STATES = ['open', 'in_work', 'appealed', 'overturned', 'upheld', 'closed'] as const;

export const Denial = z.object({
  denialId: Id,
  claimId: Id,
  chargeLineId: Id,
  patientId: Id,
  patientControlNumber: z.string(),
  payerId: Id.nullable(),
  payerName: z.string(),
  code: z.string(),
  serviceDate: LocalDateField.nullable(),
  group: z.string(),
  reason: z.string(),
  remarks: z.array(z.string()),
  category: z.string(),
  categoryLabel: z.string(),
  rootCauseOwner: z.string(),
  recoverable: z.boolean(),
  amountCents: CentsField,
  deniedOn: LocalDateField,
  deadline: LocalDateField,
  daysLeft: z.int(),
  /** Expected recovery divided by the days left: the order of the worklist. */
  priority: z.number(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  nextAction: z.string(),
  nextActionOn: LocalDateField.nullable(),
  state: z.enum(DENIAL_STATES),
  version: z.int(),
});
export type Denial = z.output<typeof Denial>;

export const DenialEvent = z.object({
  at: InstantField,
  by: z.string(),
  what: z.string(),
  note: z.string().nullable(),
  documentId: Id.nullable(),
});
export type DenialEvent = z.output<typeof DenialEvent>;
