import { Id, Page, PageInput, Text } from '@spark-den/contracts/fields';
import { operation } from '@spark-den/contracts/operation';
import { z } from 'zod';
import { DuplicatePair, PatientMerge, SurvivorAttribute } from './duplicate-types.ts';

export const mergePatients = operation({
  summary: 'Makes one record an alias of another; no row moves, so it can be undone exactly',
  method: 'POST',
  path: '/patients/:patientId/merges',
  input: z.strictObject({
    /** The record that survives; If-Match is its version. */
    patientId: Id,
    mergedPatientId: Id,
    mergedVersion: z.int(),
    take: z.array(SurvivorAttribute).max(8).default([]),
    reason: Text(300),
  }),
  output: z.object({ mergeId: Id, survivingPatientId: Id, version: z.int() }),
  permission: 'patients.patient.merge',
  phi: 'write',
  audit: 'patient.merged',
  rateClass: 'standard',
  idempotent: true,
  ifMatch: true,
  errors: [
    'patients.patient_not_found',
    'patients.patient_restricted',
    'patients.version_conflict',
    'patients.merge_with_itself',
    'patients.already_merged',
  ],
});

export const unmergePatients = operation({
  summary: 'Undoes a merge: both records are as they were',
  method: 'POST',
  path: '/patient-merges/:mergeId/reversal',
  input: z.strictObject({ mergeId: Id, reason: Text(300) }),
  output: z.object({ survivingPatientId: Id, mergedPatientId: Id }),
  permission: 'patients.patient.merge',
  phi: 'write',
  audit: 'patient.unmerged',
  rateClass: 'standard',
  idempotent: true,
  errors: ['patients.merge_not_found', 'patients.merge_order'],
});

export const listMerges = operation({
  summary: 'Merges of a patient, also those that were undone',
  method: 'GET',
  path: '/patients/:patientId/merges',
  input: z.strictObject({ patientId: Id }),
  output: z.object({ items: z.array(PatientMerge) }),
  permission: 'patients.patient.read',
  phi: 'read',
  audit: 'patient.merges_viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['patients.patient_not_found', 'patients.patient_restricted'],
});

export const listDuplicatePairs = operation({
  summary: 'Pairs of records that may be one person, likeliest first, for review',
  method: 'GET',
  path: '/patient-duplicates',
  input: z.strictObject({ ...PageInput }),
  output: Page(DuplicatePair),
  permission: 'patients.patient.merge',
  phi: 'read',
  audit: 'patient.duplicates_listed',
  rateClass: 'expensive',
  idempotent: false,
});

export const dismissDuplicatePair = operation({
  summary: 'Says that two records are different people, so that the pair is not shown again',
  method: 'POST',
  path: '/patient-duplicates/dismissals',
  input: z.strictObject({ patientIds: z.tuple([Id, Id]), reason: Text(300) }),
  output: z.object({ dismissed: z.boolean() }),
  permission: 'patients.patient.merge',
  phi: 'write',
  audit: 'patient.duplicate_dismissed',
  rateClass: 'standard',
  idempotent: true,
  errors: ['patients.patient_not_found', 'patients.patient_restricted', 'patients.merge_with_itself'],
});
