import { Id, LocalDateField, Page, PageInput, Text } from '@spark-den/contracts/fields';
import { operation } from '@spark-den/contracts/operation';
import { z } from 'zod';
import {
  Coverage,
  CoverageFields,
  EligibilityCheck,
  OrderWarning,
  PatientForClaim,
} from './coverage-types.ts';

const coverageWrite = {
  permission: 'patients.coverage.update',
  phi: 'write',
  rateClass: 'standard',
  idempotent: true,
} as const;
const ruleErrors = [
  'patients.coverage_overlap',
  'patients.coverage_dates',
  'patients.subscriber_missing',
  'patients.payer_unknown',
  'patients.plan_unknown',
  'patients.payer_must_be_last',
] as const;

export const listCoverages = operation({
  summary: 'Insurance of a patient: all of it, or what is valid on a date, in the order in which it pays',
  method: 'GET',
  path: '/patients/:patientId/coverages',
  input: z.strictObject({ patientId: Id, on: LocalDateField.optional() }),
  output: z.object({ items: z.array(Coverage), warnings: z.array(OrderWarning) }),
  permission: 'patients.coverage.read',
  phi: 'read',
  audit: 'coverage.listed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['patients.patient_not_found', 'patients.patient_restricted'],
});

export const addCoverage = operation({
  summary: 'Adds insurance from a date on',
  method: 'POST',
  path: '/patients/:patientId/coverages',
  input: z.strictObject({ patientId: Id, coverage: CoverageFields }),
  output: z.object({ coverageId: Id, version: z.int() }),
  audit: 'coverage.added',
  ...coverageWrite,
  errors: ['patients.patient_not_found', 'patients.patient_restricted', ...ruleErrors],
});

export const changeCoverage = operation({
  summary: 'Corrects insurance; dates of service that it touches are announced for review of their claims',
  method: 'PUT',
  path: '/coverages/:coverageId',
  input: z.strictObject({ coverageId: Id, coverage: CoverageFields, reason: Text(300) }),
  output: z.object({ coverageId: Id, version: z.int() }),
  audit: 'coverage.changed',
  ...coverageWrite,
  ifMatch: true,
  errors: ['patients.coverage_not_found', 'patients.version_conflict', ...ruleErrors],
});

export const endCoverage = operation({
  summary: 'Ends insurance with its last day',
  method: 'POST',
  path: '/coverages/:coverageId/end',
  input: z.strictObject({ coverageId: Id, lastDay: LocalDateField, reason: Text(300) }),
  output: z.object({ coverageId: Id, version: z.int() }),
  audit: 'coverage.ended',
  ...coverageWrite,
  ifMatch: true,
  errors: ['patients.coverage_not_found', 'patients.version_conflict', 'patients.coverage_dates'],
});

export const checkEligibility = operation({
  summary: 'Asks the payer (270/271) whether a coverage is active on a date, and for its benefits',
  method: 'POST',
  path: '/coverages/:coverageId/eligibility-checks',
  input: z.strictObject({
    coverageId: Id,
    serviceDate: LocalDateField,
    /** EQ01: 30 is health benefit plan coverage, 98 an office visit. */
    serviceTypeCode: z
      .string()
      .regex(/^[A-Z0-9]{1,2}$/)
      .default('30'),
  }),
  output: EligibilityCheck,
  permission: 'patients.eligibility.check',
  phi: 'write',
  audit: 'eligibility.checked',
  rateClass: 'standard',
  idempotent: true,
  errors: ['patients.coverage_not_found'],
});

export const listEligibilityChecks = operation({
  summary: 'Eligibility checks of a patient, latest first',
  method: 'GET',
  path: '/patients/:patientId/eligibility-checks',
  input: z.strictObject({ patientId: Id, coverageId: Id.optional(), ...PageInput }),
  output: Page(EligibilityCheck),
  permission: 'patients.coverage.read',
  phi: 'read',
  audit: 'eligibility.listed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['patients.patient_not_found', 'patients.patient_restricted'],
});

export const getPatientForClaim = operation({
  summary:
    'What a claim or a statement needs: demographics and the coverages valid on the date of service, in order',
  method: 'GET',
  path: '/patients/:patientId/for-claim',
  input: z.strictObject({ patientId: Id, on: LocalDateField }),
  output: PatientForClaim,
  permission: 'internal',
  phi: 'read',
  audit: 'patient.used_for_claim',
  rateClass: 'standard',
  idempotent: false,
  errors: ['patients.patient_not_found'],
});
