import { InstantField, Id, LocalDateField, Text } from '@spark-den/contracts/fields';
import { z } from 'zod';

/** Sex as payers take it (X12 DMG03); gender identity is a separate, self-described answer. */
export const Sex = z.enum(['female', 'male', 'unknown']);
export type Sex = z.infer<typeof Sex>;

export const PersonName = z.strictObject({
  family: Text(60),
  given: Text(35),
  middle: Text(35).nullable().default(null),
  suffix: Text(10).nullable().default(null),
});
export type PersonName = z.infer<typeof PersonName>;

export const PhoneUse = z.enum(['mobile', 'home', 'work']);
/** Digits only: ten, as the North American plan has them. */
export const PhoneNumber = z
  .string()
  .transform(value => value.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, ''))
  .refine(value => /^[2-9]\d{9}$/.test(value), 'must be a phone number of ten digits');
export const Phone = z.strictObject({ use: PhoneUse, number: PhoneNumber });
export type Phone = z.infer<typeof Phone>;

export const Address = z.strictObject({
  line1: Text(55),
  line2: Text(55).nullable().default(null),
  city: Text(30),
  state: z.string().regex(/^[A-Z]{2}$/, 'must be a state of two letters'),
  /** Five or nine digits, without the hyphen. */
  postalCode: z
    .string()
    .transform(value => value.replace('-', ''))
    .refine(value => /^\d{5}(\d{4})?$/.test(value), 'must be a ZIP code of 5 or 9 digits'),
});
export type Address = z.infer<typeof Address>;

/** A Social Security number, or the taxpayer number that stands in its place; never one that cannot exist. */
export const Ssn = z
  .string()
  .transform(value => value.replace(/[\s-]/g, ''))
  .refine(
    value => /^(?!000|666)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(value),
    'must be a Social Security number of nine digits',
  );

/** What a person says of themselves; every answer may be left open. Codes: HL7 and CDC value sets. */
export const SelfDescription = z.strictObject({
  nameUsed: Text(60).nullable().default(null),
  pronouns: Text(30).nullable().default(null),
  genderIdentity: Text(60).nullable().default(null),
  sexualOrientation: Text(60).nullable().default(null),
  /** CDC race and ethnicity codes, such as `2106-3`. */
  race: z
    .array(z.string().regex(/^\d{4}-\d$/))
    .max(6)
    .default([]),
  ethnicity: z
    .string()
    .regex(/^\d{4}-\d$/)
    .nullable()
    .default(null),
  /** BCP 47, such as `es`. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)
    .nullable()
    .default(null),
});
export type SelfDescription = z.infer<typeof SelfDescription>;

export const ContactRelationship = z.enum([
  'spouse',
  'partner',
  'parent',
  'child',
  'sibling',
  'guardian',
  'friend',
  'other',
]);
/** An emergency contact is not by that allowed to receive health information: `mayReceivePhi` says so. */
export const PatientContact = z.strictObject({
  name: Text(100),
  relationship: ContactRelationship,
  phone: Phone,
  isEmergency: z.boolean(),
  mayReceivePhi: z.boolean(),
});
export type PatientContact = z.infer<typeof PatientContact>;

export const Channel = z.enum(['call', 'sms', 'email', 'mail', 'portal']);
export const MessagePurpose = z.enum(['treatment', 'operations', 'marketing']);
export const ChannelChoice = z.strictObject({
  channel: Channel,
  purpose: MessagePurpose,
  allowed: z.boolean(),
});
export const Preferences = z.strictObject({
  preferredChannel: Channel.nullable().default(null),
  choices: z.array(ChannelChoice).max(15).default([]),
  /** 45 CFR 164.522(b): where letters and statements go instead of home. */
  confidentialAddress: Address.nullable().default(null),
  confidentialPhone: PhoneNumber.nullable().default(null),
});
export type Preferences = z.infer<typeof Preferences>;

/** A choice as it is kept: with its source and time (TCPA). */
export const RecordedChoice = ChannelChoice.extend({
  source: z.string(),
  recordedAt: InstantField,
  recordedBy: z.string(),
});

export const ConsentKind = z.enum([
  'treatment',
  'privacy-notice',
  'financial-responsibility',
  'assignment-of-benefits',
  'telehealth',
]);
export const ConsentStatus = z.enum(['given', 'declined', 'revoked']);
export const ConsentInput = z.strictObject({
  kind: ConsentKind,
  status: ConsentStatus,
  signedOn: LocalDateField,
  signedBy: Text(100),
  source: z.enum(['paper', 'tablet', 'portal', 'verbal']),
});
export const Consent = z.object({
  ...ConsentInput.shape,
  id: Id,
  recordedAt: InstantField,
  recordedBy: z.string(),
});
export type Consent = z.infer<typeof Consent>;

export const Identifier = z.object({
  system: z.enum(['mrn', 'enterprise', 'merged-mrn', 'external']),
  value: z.string(),
  assigner: z.string(),
  from: InstantField,
  to: InstantField.nullable(),
});

export const IdentityMethod = z.enum([
  'photo-id',
  'two-identifiers',
  'insurance-card-and-photo-id',
  'known-to-staff',
]);

export const PatientStatus = z.enum(['active', 'inactive', 'deceased']);

/** What registration and an edit of demographics write. */
export const Demographics = z.strictObject({
  name: PersonName,
  formerFamilyNames: z.array(Text(60)).max(5).default([]),
  birthDate: LocalDateField,
  sex: Sex,
  phones: z.array(Phone).max(4).default([]),
  email: z.email().max(254).nullable().default(null),
  address: Address.nullable().default(null),
  selfDescription: SelfDescription.prefault({}),
});
export type Demographics = z.infer<typeof Demographics>;

/** Everything that the banner and the overview show. */
export const Patient = z.object({
  ...Demographics.shape,
  id: Id,
  mrn: z.string(),
  version: z.int(),
  status: PatientStatus,
  deceasedOn: LocalDateField.nullable(),
  /** Shown only to those who may see restricted charts. */
  restricted: z.boolean(),
  ssnLast4: z.string().nullable(),
  identifiers: z.array(Identifier),
  contacts: z.array(PatientContact),
  preferences: z.object({ ...Preferences.shape, choices: z.array(RecordedChoice) }),
  consents: z.array(Consent),
  identityVerified: z.object({ method: IdentityMethod, at: InstantField, by: z.string() }).nullable(),
  /** Records that were merged into this one. */
  aliasIds: z.array(Id),
  registeredAt: InstantField,
});
export type Patient = z.infer<typeof Patient>;

/** A row of a list. */
export const PatientSummary = z.object({
  id: Id,
  mrn: z.string(),
  name: PersonName,
  nameUsed: z.string().nullable(),
  birthDate: LocalDateField,
  sex: Sex,
  phone: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  ssnLast4: z.string().nullable(),
  status: PatientStatus,
  restricted: z.boolean(),
  /** Primary coverage of today. */
  primaryPayerId: Id.nullable(),
  primaryMemberId: z.string().nullable(),
});
export type PatientSummary = z.infer<typeof PatientSummary>;

export const FieldChange = z.object({ field: z.string(), before: z.json(), after: z.json() });
export const PatientChange = z.object({
  version: z.int(),
  at: InstantField,
  by: z.string(),
  reason: z.string(),
  fields: z.array(FieldChange),
});
