import { z } from 'zod';
import { CentsField, Id, InstantField, LocalDateField, Text } from '../fields.ts';

export const FILE_KINDS = ['837P', '270', '271', 'TA1', '999', '277CA', '835', 'mixed', 'unknown'] as const;
export const FileKind = z.enum(FILE_KINDS);
export type FileKind = z.output<typeof FileKind>;

export const FileDirection = z.enum(['outgoing', 'incoming']);

/**
 * `waiting` to be sent; `sent`; `received` and not yet read; `processed`: read, its events are out; `held`: could not be
 * sent or read, kept with the reason, to be replayed by a person.
 */
export const FILE_STATUSES = ['waiting', 'sent', 'received', 'processed', 'held'] as const;
export const FileStatus = z.enum(FILE_STATUSES);
export type FileStatus = z.output<typeof FileStatus>;

/** A raw file as it went over the wire, kept encrypted; its bytes never change. */
export const InterchangeInfo = z.object({
  fileId: Id,
  direction: FileDirection,
  kind: FileKind,
  fileName: z.string(),
  status: FileStatus,
  /** Why it is held, or what its acknowledgement says; codes, no names. */
  reason: z.string().nullable(),
  /** ISA13. */
  controlNumber: z.string(),
  senderId: z.string(),
  receiverId: z.string(),
  sha256: z.string(),
  byteCount: z.int(),
  transactionCount: z.int(),
  /** The batch that it carries, for an outgoing file of claims. */
  batchId: Id.nullable(),
  /** The outgoing file that an acknowledgement answers. */
  answersFileId: Id.nullable(),
  /** What the other side said of an outgoing file so far. */
  acknowledgement: z.enum(['none', 'accepted', 'partly-accepted', 'rejected']),
  attempts: z.int(),
  createdAt: InstantField,
  processedAt: InstantField.nullable(),
});
export type InterchangeInfo = z.output<typeof InterchangeInfo>;

const PersonFacts = z.strictObject({
  lastName: Text(60),
  firstName: Text(35),
  middleName: Text(25).optional(),
  birthDate: LocalDateField,
  sex: z.enum(['F', 'M', 'U']).optional(),
});

/** All that a 270 says. Names and ids go over the wire as they are given here. */
export const EligibilityInquiryFacts = {
  payer: z.strictObject({ name: Text(60), ediId: Text(80) }),
  provider: z.strictObject({
    kind: z.enum(['person', 'organization']),
    name: Text(60),
    firstName: Text(35).optional(),
    npi: z.string().regex(/^\d{10}$/),
  }),
  subscriber: PersonFacts.extend({
    birthDate: LocalDateField.optional(),
    memberId: Text(80),
    groupNumber: Text(50).optional(),
  }),
  /** Who is asked about, where that is not the subscriber; `relation` is INS02 (`01` spouse, `19` child, `34` other adult). */
  dependant: PersonFacts.extend({ relation: z.enum(['01', '19', '34']) }).nullable(),
  serviceDate: LocalDateField,
  serviceTypeCodes: z
    .array(z.string().regex(/^[0-9A-Z]{1,2}$/))
    .min(1)
    .max(99),
};

/** Where in the 271 a statement stands: number of the segment from ST (1-based) and its text. */
export const SegmentPlace = z.object({ position: z.int(), text: z.string() });

/** One EB with what belongs to it, as the payer sent it. */
export const WireBenefit = z.object({
  code: z.string(),
  coverageLevel: z.string().nullable(),
  serviceTypeCodes: z.array(z.string()),
  insuranceType: z.string().nullable(),
  planDescription: z.string().nullable(),
  /** EB06. */
  period: z.string().nullable(),
  amountCents: CentsField.nullable(),
  /** EB08: `0.2` is 20 %. */
  fraction: z.string().nullable(),
  quantityQualifier: z.string().nullable(),
  quantity: z.string().nullable(),
  authorizationRequired: z.enum(['Y', 'N', 'U']).nullable(),
  inNetwork: z.enum(['Y', 'N', 'W', 'U']).nullable(),
  procedureCode: z.string().nullable(),
  dates: z.array(z.object({ qualifier: z.string(), from: LocalDateField, to: LocalDateField.nullable() })),
  references: z.array(z.object({ qualifier: z.string(), value: z.string() })),
  messages: z.array(z.string()),
  /** Payers and providers that the benefit names, such as another insurer. */
  related: z.array(z.object({ role: z.string(), name: z.string(), id: z.string().nullable() })),
  segment: SegmentPlace,
});
export type WireBenefit = z.output<typeof WireBenefit>;

/** AAA as received. */
export const WireRejection = z.object({
  loop: z.string(),
  valid: z.boolean(),
  code: z.string(),
  followUp: z.string(),
  segment: SegmentPlace,
});

export const EligibilityAnswer = z.object({
  payerName: z.string().nullable(),
  /** The member as the payer knows them; empty where it says nothing. */
  member: z.object({ lastName: z.string(), firstName: z.string(), memberId: z.string() }).nullable(),
  groupNumber: z.string().nullable(),
  dates: z.array(z.object({ qualifier: z.string(), from: LocalDateField, to: LocalDateField.nullable() })),
  benefits: z.array(WireBenefit),
  rejections: z.array(WireRejection),
});
export type EligibilityAnswer = z.output<typeof EligibilityAnswer>;
