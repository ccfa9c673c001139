import type { z } from 'zod';
import type {
  Benefit,
  BenefitConflict,
  CoverageFields,
  EligibilityRejection,
  EligibilityStatus,
  Subscriber,
} from '@spark-den/contracts/patients/coverage-types';
import type { MatchReason, SurvivorAttribute } from '@spark-den/contracts/patients/duplicate-types';
import type {
  Address,
  Consent,
  FieldChange,
  IdentityMethod,
  PatientContact,
  PatientStatus,
  Phone,
  Preferences,
  RecordedChoice,
  SelfDescription,
  Sex,
} from '@spark-den/contracts/patients/types';
import type { Instant, LocalDate } from '@spark-den/kernel';
import type { FrequencyField, MatchingModel } from '@spark-den/matching';
import type { ColumnType, Generated } from 'kysely';

/** jsonb: read as a value, written as text. */
type Json<T> = ColumnType<T, string, string>;
type NullableJson<T> = ColumnType<T | null, string | null, string | null>;

export type StoredPreferences = Omit<Preferences, 'choices'> & { choices: z.infer<typeof RecordedChoice>[] };
export type Verification = { method: z.infer<typeof IdentityMethod>; at: Instant; by: string };

export interface PatientTable {
  id: string;
  practiceId: string;
  mrn: string;
  version: Generated<number>;
  status: Generated<z.infer<typeof PatientStatus>>;
  deceasedOn: LocalDate | null;
  restricted: Generated<boolean>;
  family: string;
  given: string;
  middle: string | null;
  suffix: string | null;
  formerFamilyNames: Json<string[]>;
  birthDate: LocalDate;
  sex: Sex;
  phones: Json<Phone[]>;
  email: string | null;
  address: NullableJson<Address>;
  selfDescription: Json<SelfDescription>;
  contacts: Json<PatientContact[]>;
  preferences: Json<StoredPreferences>;
  ssnCipher: string | null;
  ssnHash: string | null;
  ssnLast4: string | null;
  identityVerified: NullableJson<Verification>;
  familyKey: string;
  /** What the engine hears in the family name; null until the record's keys are made anew. */
  familySound: string | null;
  givenKey: string;
  registeredAt: Instant;
  registeredBy: string;
}

export interface PatientKeyTable {
  practiceId: string;
  kind: string;
  value: string;
  patientId: string;
}

export interface MrnCounterTable {
  practiceId: string;
  lastNumber: number;
}

export interface PatientChangeTable {
  id: string;
  sequence: Generated<number>;
  practiceId: string;
  patientId: string;
  version: number;
  changedAt: Instant;
  changedBy: string;
  changedById: string;
  reason: string;
  fields: Json<z.infer<typeof FieldChange>[]>;
}

export interface ConsentTable {
  id: string;
  sequence: Generated<number>;
  practiceId: string;
  patientId: string;
  kind: Consent['kind'];
  status: Consent['status'];
  signedOn: LocalDate;
  signedBy: string;
  source: Consent['source'];
  recordedAt: Instant;
  recordedBy: string;
}

export interface RegistrationDraftTable {
  id: string;
  practiceId: string;
  version: number;
  step: string;
  dataCipher: string;
  createdBy: string;
  createdById: string;
  updatedAt: Instant;
}

export interface PatientMergeTable {
  id: string;
  practiceId: string;
  survivingId: string;
  mergedId: string;
  take: Json<SurvivorAttribute[]>;
  reason: string;
  mergedAt: Instant;
  mergedBy: string;
  unmergedAt: Instant | null;
  unmergedBy: string | null;
  unmergeReason: string | null;
}

export interface DuplicatePairTable {
  practiceId: string;
  lowId: string;
  highId: string;
  posterior: number;
  score: number;
  outcome: 'link' | 'review';
  reasons: Json<z.infer<typeof MatchReason>[]>;
  guards: Json<{ code: string; text: string }[]>;
  foundAt: Instant;
  dismissedAt: Instant | null;
  dismissedBy: string | null;
  dismissReason: string | null;
}

export interface MatchingWeightsTable {
  practiceId: string;
  model: Json<MatchingModel>;
  /** Share of the patients that state a value of a field. */
  stated: Json<Partial<Record<FrequencyField, number>>>;
  learnedFrom: number;
  learnedAt: Instant;
}

export interface KeyRenewalTable {
  practiceId: string;
  version: number;
  upTo: string | null;
  finished: Generated<boolean>;
}

export interface CoverageTable {
  id: string;
  practiceId: string;
  patientId: string;
  version: Generated<number>;
  payerId: string;
  payerName: string;
  payerKind: string;
  paysLast: boolean;
  planId: string | null;
  planName: string | null;
  memberId: string;
  groupNumber: string | null;
  relationship: CoverageFields['relationship'];
  subscriber: NullableJson<Subscriber>;
  rank: number;
  orderBasis: CoverageFields['orderBasis'];
  validFrom: LocalDate;
  validTo: LocalDate | null;
  createdAt: Instant;
}

export interface CoverageChangeTable {
  id: string;
  practiceId: string;
  coverageId: string;
  version: number;
  changedAt: Instant;
  changedBy: string;
  changedById: string;
  reason: string;
  fields: Json<z.infer<typeof FieldChange>[]>;
}

export interface EligibilityCheckTable {
  id: string;
  sequence: Generated<number>;
  practiceId: string;
  patientId: string;
  coverageId: string;
  payerId: string;
  serviceDate: LocalDate;
  serviceTypeCode: string;
  checkedAt: Instant;
  checkedBy: string;
  status: EligibilityStatus;
  planName: string | null;
  planFrom: LocalDate | null;
  planTo: LocalDate | null;
  benefits: Json<Benefit[]>;
  conflicts: Json<z.infer<typeof BenefitConflict>[]>;
  rejections: Json<z.infer<typeof EligibilityRejection>[]>;
  notices: Json<string[]>;
  requestFileId: string | null;
  responseFileId: string | null;
}

export interface PatientsDatabase {
  patient: PatientTable;
  patientKey: PatientKeyTable;
  mrnCounter: MrnCounterTable;
  patientChange: PatientChangeTable;
  consent: ConsentTable;
  registrationDraft: RegistrationDraftTable;
  patientMerge: PatientMergeTable;
  duplicatePair: DuplicatePairTable;
  matchingWeights: MatchingWeightsTable;
  keyRenewal: KeyRenewalTable;
  coverage: CoverageTable;
  coverageChange: CoverageChangeTable;
  eligibilityCheck: EligibilityCheckTable;
}
