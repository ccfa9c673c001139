import { Id, LocalDateField, Text } from '@spark-den/contracts/fields';
import { z } from 'zod';
import { PatientSummary, Sex } from './types.ts';

/** What is known so far of somebody: typed while typing, so nothing is required and half a value is no error. */
export const DuplicateProbe = z.strictObject({
  family: z.string().trim().max(60).optional(),
  given: z.string().trim().max(35).optional(),
  middle: z.string().trim().max(35).optional(),
  suffix: z.string().trim().max(10).optional(),
  formerFamilyNames: z.array(z.string().trim().max(60)).max(5).optional(),
  birthDate: LocalDateField.optional(),
  sex: Sex.optional(),
  ssn: z.string().max(11).optional(),
  phones: z.array(z.string().max(20)).max(4).optional(),
  email: z.string().max(254).optional(),
  line1: z.string().trim().max(55).optional(),
  line2: z.string().trim().max(55).optional(),
  city: z.string().trim().max(30).optional(),
  state: z.string().max(2).optional(),
  postalCode: z.string().max(10).optional(),
  memberId: z.string().trim().max(80).optional(),
});
export type DuplicateProbe = z.infer<typeof DuplicateProbe>;

/** One field's part in a decision, in plain words. */
export const MatchReason = z.object({
  field: z.string(),
  /** `agrees`, `close`, `differs` or `missing`. */
  agreement: z.enum(['agrees', 'close', 'differs', 'missing']),
  text: z.string(),
  /** Bits of evidence: positive speaks for the same person. */
  weight: z.number(),
});

export const DuplicateCandidate = z.object({
  patient: PatientSummary,
  /** Probability that both are the same person, 0…1. */
  posterior: z.number(),
  /** Sum of the weights, in bits. */
  score: z.number(),
  outcome: z.enum(['link', 'review']),
  /** FHIR match-grade. */
  grade: z.enum(['certain', 'probable', 'possible']),
  reasons: z.array(MatchReason),
  /** Why the engine does not decide alone, such as twins or a parent and child. */
  guards: z.array(z.object({ code: z.string(), text: z.string() })),
});
export type DuplicateCandidate = z.infer<typeof DuplicateCandidate>;

/** A person looked at these candidates and says that the new patient is none of them. */
export const DuplicateDecision = z.strictObject({
  decision: z.literal('different-person'),
  consideredPatientIds: z.array(Id).min(1).max(50),
  reason: Text(300),
});

/** Attributes that a merge may take from the merged record instead of the surviving one. */
export const SurvivorAttribute = z.enum([
  'name',
  'birthDate',
  'sex',
  'phones',
  'email',
  'address',
  'selfDescription',
  'ssn',
]);
export type SurvivorAttribute = z.infer<typeof SurvivorAttribute>;

export const PatientMerge = z.object({
  id: Id,
  survivingPatientId: Id,
  mergedPatientId: Id,
  take: z.array(SurvivorAttribute),
  reason: z.string(),
  mergedAt: z.string(),
  mergedBy: z.string(),
  unmergedAt: z.string().nullable(),
});

/** A pair that somebody should look at. */
export const DuplicatePair = z.object({
  left: PatientSummary,
  right: PatientSummary,
  posterior: z.number(),
  outcome: z.enum(['link', 'review']),
  reasons: z.array(MatchReason),
  guards: z.array(z.object({ code: z.string(), text: z.string() })),
});

export const DraftData = z
  .record(z.string().max(60), z.json())
  .refine(value => JSON.stringify(value).length <= 20_000, 'is too long for a draft');

export const RegistrationDraft = z.object({
  id: Id,
  version: z.int(),
  step: z.string(),
  data: DraftData,
  createdBy: z.string(),
  updatedAt: z.string(),
});
export type RegistrationDraft = z.infer<typeof RegistrationDraft>;

export const RegistrationDraftSummary = z.object({
  id: Id,
  step: z.string(),
  label: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
});
