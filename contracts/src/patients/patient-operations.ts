import { Id, LocalDateField, Page, PageInput, Text } from '@spark-den/contracts/fields';
import { operation } from '@spark-den/contracts/operation';
import { z } from 'zod';
import {
  ConsentInput,
  Demographics,
  IdentityMethod,
  Patient,
  PatientChange,
  PatientContact,
  PatientStatus,
  PatientSummary,
  Preferences,
  Ssn,
} from './types.ts';

export const searchPatients = operation({
  summary: 'Patients by name (also as it sounds), date of birth, phone, MRN or member id, best first',
  method: 'POST',
  path: '/patients/searches',
  input: z.strictObject({
    /** What somebody typed into one box: a name, `Lee, Ann`, a date, a phone number, an MRN, a member id. */
    text: z.string().trim().max(120).optional(),
    name: z.string().trim().max(120).optional(),
    birthDate: LocalDateField.optional(),
    phone: z.string().max(20).optional(),
    mrn: z.string().trim().max(20).optional(),
    memberId: z.string().trim().max(80).optional(),
    status: PatientStatus.optional(),
    ...PageInput,
  }),
  output: Page(PatientSummary),
  permission: 'patients.patient.read',
  phi: 'read',
  audit: 'patient.searched',
  rateClass: 'search',
  idempotent: false,
});

export const getPatient = operation({
  summary:
    'A patient with everything that the banner and the overview show; a merged id gives the surviving record',
  method: 'GET',
  path: '/patients/:patientId',
  input: z.strictObject({ patientId: Id }),
  output: Patient,
  permission: 'patients.patient.read',
  phi: 'read',
  audit: 'patient.viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['patients.patient_not_found', 'patients.patient_restricted'],
});

/** Names of up to 200 patients, for lists of other services. Unknown ids are left out. */
export const getPatientSummaries = operation({
  summary: 'Names and birth dates of several patients, for the lists of other pages',
  method: 'POST',
  path: '/patients/summaries',
  input: z.strictObject({ patientIds: z.array(Id).max(200) }),
  output: z.object({ items: z.array(PatientSummary.extend({ requestedId: Id })) }),
  permission: 'patients.patient.read',
  phi: 'read',
  audit: 'patient.summaries_viewed',
  rateClass: 'standard',
  idempotent: false,
});

const writes = {
  permission: 'patients.patient.update',
  phi: 'write',
  rateClass: 'standard',
  idempotent: true,
  ifMatch: true,
} as const;
const writeErrors = [
  'patients.patient_not_found',
  'patients.patient_restricted',
  'patients.version_conflict',
] as const;
const NewVersion = z.object({ patientId: Id, version: z.int() });

export const updatePatient = operation({
  summary: 'Changes demographics; every change is kept with who and why',
  method: 'PATCH',
  path: '/patients/:patientId',
  input: z.strictObject({
    patientId: Id,
    reason: Text(300),
    demographics: Demographics.optional(),
    ssn: Ssn.nullable().optional(),
    status: PatientStatus.optional(),
    deceasedOn: LocalDateField.nullable().optional(),
  }),
  output: NewVersion,
  audit: 'patient.updated',
  ...writes,
  errors: [...writeErrors, 'patients.birth_date_in_future', 'patients.ssn_in_use'],
});

export const restrictChart = operation({
  summary: 'Hides the chart from everybody without the permission for restricted charts, or shows it again',
  method: 'POST',
  path: '/patients/:patientId/restriction',
  input: z.strictObject({ patientId: Id, restricted: z.boolean(), reason: Text(300) }),
  output: NewVersion,
  audit: 'patient.restriction_changed',
  ...writes,
  permission: 'patients.restricted.access',
  errors: ['patients.patient_not_found', 'patients.version_conflict'],
});

export const setContacts = operation({
  summary: 'Replaces the ordered list of contacts',
  method: 'PUT',
  path: '/patients/:patientId/contacts',
  input: z.strictObject({ patientId: Id, contacts: z.array(PatientContact).max(10), reason: Text(300) }),
  output: NewVersion,
  audit: 'patient.contacts_changed',
  ...writes,
  errors: writeErrors,
});

export const setPreferences = operation({
  summary: 'Sets how the patient wants to be reached, per channel and purpose',
  method: 'PUT',
  path: '/patients/:patientId/preferences',
  input: z.strictObject({
    patientId: Id,
    preferences: Preferences,
    source: z.enum(['in-person', 'phone', 'portal', 'paper']),
    reason: Text(300),
  }),
  output: NewVersion,
  audit: 'patient.preferences_changed',
  ...writes,
  errors: writeErrors,
});

export const recordConsent = operation({
  summary: 'Records a consent that was given, declined or revoked; earlier ones stay',
  method: 'POST',
  path: '/patients/:patientId/consents',
  input: z.strictObject({ patientId: Id, consent: ConsentInput }),
  output: z.object({ consentId: Id }),
  permission: 'patients.patient.update',
  phi: 'write',
  audit: 'patient.consent_recorded',
  rateClass: 'standard',
  idempotent: true,
  errors: ['patients.patient_not_found', 'patients.patient_restricted', 'patients.signed_in_future'],
});

export const verifyIdentity = operation({
  summary: 'Records that somebody checked who this is, and how',
  method: 'POST',
  path: '/patients/:patientId/identity-verifications',
  input: z.strictObject({ patientId: Id, method: IdentityMethod }),
  output: z.object({ verifiedAt: z.string() }),
  permission: 'patients.patient.update',
  phi: 'write',
  audit: 'patient.identity_verified',
  rateClass: 'standard',
  idempotent: true,
  errors: ['patients.patient_not_found', 'patients.patient_restricted'],
});

export const revealSsn = operation({
  summary: 'Shows the whole Social Security number; asks why and leaves its own audit event',
  method: 'POST',
  path: '/patients/:patientId/ssn-reveals',
  input: z.strictObject({ patientId: Id, reason: Text(300) }),
  output: z.object({ ssn: z.string() }),
  permission: 'patients.ssn.reveal',
  phi: 'write',
  audit: 'patient.ssn_revealed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['patients.patient_not_found', 'patients.patient_restricted', 'patients.ssn_not_recorded'],
});

export const listPatientChanges = operation({
  summary: 'Every change of the record, latest first, with who and why',
  method: 'GET',
  path: '/patients/:patientId/changes',
  input: z.strictObject({ patientId: Id, ...PageInput }),
  output: Page(PatientChange),
  permission: 'patients.patient.read',
  phi: 'read',
  audit: 'patient.changes_viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['patients.patient_not_found', 'patients.patient_restricted'],
});

export const resolvePatient = operation({
  summary: 'The surviving record of an id, and every id that now stands for the same person',
  method: 'GET',
  path: '/patients/:patientId/resolution',
  input: z.strictObject({ patientId: Id }),
  output: z.object({ patientId: Id, allIds: z.array(Id) }),
  permission: 'patients.patient.read',
  phi: 'read',
  audit: 'patient.resolved',
  rateClass: 'standard',
  idempotent: false,
  errors: ['patients.patient_not_found'],
});
