import { CentsField, Id, InstantField, LocalDateField, Text } from '@spark-den/contracts/fields';
import { z } from 'zod';
import { Address, PersonName, Sex } from './types.ts';

/** The patient's relationship to the subscriber (X12 SBR02, PAT01, INS02). */
export const SubscriberRelationship = z.enum(['self', 'spouse', 'child', 'other']);

/** Who holds the policy, where that is not the patient. */
export const Subscriber = z.strictObject({
  name: PersonName,
  birthDate: LocalDateField,
  sex: Sex,
  address: Address.nullable().default(null),
});
export type Subscriber = z.infer<typeof Subscriber>;

/** Why a coverage stands where it does among others (COB). */
export const OrderBasis = z.enum([
  'only-coverage',
  'own-before-dependent',
  'birthday-rule',
  'medicare-secondary-payer',
  'medicaid-last',
  'court-order',
  'as-told-by-patient',
]);

export const CoverageFields = z.strictObject({
  payerId: Id,
  planId: Id.nullable().default(null),
  planName: Text(80).nullable().default(null),
  memberId: Text(80),
  groupNumber: Text(50).nullable().default(null),
  relationship: SubscriberRelationship,
  subscriber: Subscriber.nullable().default(null),
  /** 1 pays first. */
  rank: z.int().min(1).max(9),
  orderBasis: OrderBasis.default('as-told-by-patient'),
  validFrom: LocalDateField,
  /** Last day, inclusive; `null` while it goes on. */
  validTo: LocalDateField.nullable().default(null),
});
export type CoverageFields = z.infer<typeof CoverageFields>;

export const EligibilityStatus = z.enum(['active', 'inactive', 'unknown']);
export type EligibilityStatus = z.infer<typeof EligibilityStatus>;

/** The latest answer and, when that is unknown, the last one that said something. */
export const EligibilityBadge = z.object({
  checkId: Id,
  status: EligibilityStatus,
  serviceDate: LocalDateField,
  checkedAt: InstantField,
  lastGood: z
    .object({ checkId: Id, status: EligibilityStatus, serviceDate: LocalDateField, checkedAt: InstantField })
    .nullable(),
});

export const Coverage = z.object({
  ...CoverageFields.shape,
  id: Id,
  patientId: Id,
  version: z.int(),
  payerName: z.string(),
  eligibility: EligibilityBadge.nullable(),
});
export type Coverage = z.infer<typeof Coverage>;

/** A doubt about the order of coverages on a date, with what to do. */
export const OrderWarning = z.object({ code: z.string(), text: z.string(), coverageIds: z.array(Id) });

export const BenefitKind = z.enum([
  'active',
  'inactive',
  'copay',
  'coinsurance',
  'deductible',
  'out-of-pocket',
  'limitation',
  'non-covered',
  'exclusion',
  'other-payer',
  'primary-care',
  'other',
]);

/** One benefit, with the segment of the 271 that says it. What the payer left out stays `null`: unknown is not zero. */
export const Benefit = z.object({
  kind: BenefitKind,
  /** EB01 as received. */
  code: z.string(),
  label: z.string(),
  serviceTypeCodes: z.array(z.string()),
  coverageLevel: z.string().nullable(),
  insuranceType: z.string().nullable(),
  planDescription: z.string().nullable(),
  period: z.string().nullable(),
  isRemaining: z.boolean(),
  amountCents: CentsField.nullable(),
  /** Share that the patient pays, 0…1, as decimal text. */
  patientShare: z.string().nullable(),
  quantity: z.string().nullable(),
  authorizationRequired: z.enum(['yes', 'no', 'unknown']),
  network: z.enum(['in', 'out', 'both', 'not-stated']),
  procedureCode: z.string().nullable(),
  messages: z.array(z.string()),
  /** Place in the 271: number of the segment from ST (1-based) and its text. */
  segment: z.object({ position: z.int(), text: z.string() }),
});
export type Benefit = z.infer<typeof Benefit>;

/** Why a payer gave no answer (AAA03), with what the front desk can do. */
export const EligibilityRejection = z.object({
  code: z.string(),
  meaning: z.string(),
  remedy: z.string(),
  mayRetry: z.boolean(),
});

/** Two rows of one answer that contradict each other: both are shown, neither is hidden. */
export const BenefitConflict = z.object({ text: z.string(), positions: z.array(z.int()) });

export const EligibilityCheck = z.object({
  id: Id,
  patientId: Id,
  coverageId: Id,
  payerId: Id,
  serviceDate: LocalDateField,
  serviceTypeCode: z.string(),
  checkedAt: InstantField,
  checkedBy: z.string(),
  status: EligibilityStatus,
  planName: z.string().nullable(),
  planFrom: LocalDateField.nullable(),
  planTo: LocalDateField.nullable(),
  benefits: z.array(Benefit),
  conflicts: z.array(BenefitConflict),
  rejections: z.array(EligibilityRejection),
  /** What a person should know, such as "bill the Medicare Advantage plan instead". */
  notices: z.array(z.string()),
  /** Raw 270 and 271, kept by the integration service; `null` when nothing came back. */
  requestFileId: Id.nullable(),
  responseFileId: Id.nullable(),
});
export type EligibilityCheck = z.infer<typeof EligibilityCheck>;

/** What a claim or a statement needs to know of a patient on a date of service. */
export const PatientForClaim = z.object({
  /** The surviving record, also when the id asked for was merged into it. */
  patientId: Id,
  mrn: z.string(),
  name: PersonName,
  birthDate: LocalDateField,
  sex: Sex,
  address: Address.nullable(),
  /** Where statements and letters go: the confidential address where the patient asked for one. */
  mailingAddress: Address.nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Valid on the date of service, in the order in which they pay. */
  coverages: z.array(
    z.object({
      ...CoverageFields.shape,
      id: Id,
      lastGoodEligibility: z
        .object({ status: EligibilityStatus, serviceDate: LocalDateField, checkedAt: InstantField })
        .nullable(),
    }),
  ),
  consents: z.object({ releaseOfInformation: z.boolean(), assignmentOfBenefits: z.boolean() }),
});
export type PatientForClaim = z.infer<typeof PatientForClaim>;
