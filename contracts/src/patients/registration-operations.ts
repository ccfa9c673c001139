import { Id, PageInput, Page, QueryInt, Text } from '@spark-den/contracts/fields';
import { operation } from '@spark-den/contracts/operation';
import { z } from 'zod';
import { CoverageFields } from './coverage-types.ts';
import {
  DraftData,
  DuplicateCandidate,
  DuplicateDecision,
  DuplicateProbe,
  RegistrationDraft,
  RegistrationDraftSummary,
} from './duplicate-types.ts';
import { ConsentInput, Demographics, PatientContact, Preferences, Ssn } from './types.ts';

export const saveRegistrationDraft = operation({
  summary: 'Keeps a half-filled registration on the server; the id is the client’s own',
  method: 'PUT',
  path: '/registration-drafts/:draftId',
  input: z.strictObject({ draftId: Id, step: Text(30), data: DraftData, basedOnVersion: z.int().min(0) }),
  output: z.object({ id: Id, version: z.int(), updatedAt: z.string() }),
  permission: 'patients.patient.register',
  phi: 'write',
  audit: 'registration_draft.saved',
  rateClass: 'search',
  idempotent: false,
  errors: ['patients.version_conflict'],
});

export const getRegistrationDraft = operation({
  summary: 'A draft, to go on where it was left',
  method: 'GET',
  path: '/registration-drafts/:draftId',
  input: z.strictObject({ draftId: Id }),
  output: RegistrationDraft,
  permission: 'patients.patient.register',
  phi: 'read',
  audit: 'registration_draft.viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['patients.draft_not_found'],
});

export const listRegistrationDrafts = operation({
  summary: 'Registrations that were begun and not finished, latest first',
  method: 'GET',
  path: '/registration-drafts',
  input: z.strictObject({ ...PageInput }),
  output: Page(RegistrationDraftSummary),
  permission: 'patients.patient.register',
  phi: 'read',
  audit: 'registration_drafts.listed',
  rateClass: 'standard',
  idempotent: false,
});

export const discardRegistrationDraft = operation({
  summary: 'Throws a draft away',
  method: 'DELETE',
  path: '/registration-drafts/:draftId',
  input: z.strictObject({ draftId: Id }),
  output: z.object({ discarded: z.boolean() }),
  permission: 'patients.patient.register',
  phi: 'write',
  audit: 'registration_draft.discarded',
  rateClass: 'standard',
  idempotent: true,
  errors: ['patients.draft_not_found'],
});

export const findDuplicates = operation({
  summary: 'Patients who may be the person described, with scores and reasons; made to be asked while typing',
  method: 'POST',
  path: '/patients/duplicate-searches',
  input: z.strictObject({
    person: DuplicateProbe,
    excludePatientId: Id.optional(),
    limit: QueryInt(1, 25).default(8),
  }),
  output: z.object({ candidates: z.array(DuplicateCandidate) }),
  permission: 'patients.patient.read',
  phi: 'read',
  audit: 'patient.duplicates_searched',
  rateClass: 'search',
  idempotent: false,
});

export const registerPatient = operation({
  summary: 'Registers a patient; a likely duplicate is refused until somebody decided',
  method: 'POST',
  path: '/patients',
  input: z.strictObject({
    demographics: Demographics,
    ssn: Ssn.optional(),
    contacts: z.array(PatientContact).max(10).default([]),
    preferences: Preferences.prefault({}),
    consents: z.array(ConsentInput).max(10).default([]),
    coverages: z.array(CoverageFields).max(5).default([]),
    duplicateDecision: DuplicateDecision.optional(),
    /** The draft that this registration completes; it is removed with it. */
    draftId: Id.optional(),
  }),
  output: z.object({ patientId: Id, mrn: z.string(), version: z.int() }),
  permission: 'patients.patient.register',
  phi: 'write',
  audit: 'patient.registered',
  rateClass: 'standard',
  idempotent: true,
  errors: [
    'patients.likely_duplicate',
    'patients.birth_date_in_future',
    'patients.signed_in_future',
    'patients.ssn_in_use',
    'patients.coverage_overlap',
    'patients.coverage_dates',
    'patients.subscriber_missing',
    'patients.payer_unknown',
    'patients.plan_unknown',
    'patients.draft_not_found',
    'patients.payer_must_be_last',
  ],
});
