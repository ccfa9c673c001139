import { z } from 'zod';
import { Id, InstantField, LocalDateField, QueryInt } from '../fields.ts';
import { operation, serviceContract } from '../operation.ts';
import { clinicalErrors } from './errors.ts';
import { clinicalEvents } from './events.ts';
import { clinicalPermissions } from './permissions.ts';
import {
  AmendmentReason,
  CodeChoice,
  Encounter,
  EncounterContent,
  EncounterSummary,
  Visit,
} from './types.ts';

const reads = {
  method: 'GET',
  permission: 'clinical.encounter.read',
  phi: 'read',
  rateClass: 'standard',
  idempotent: false,
} as const;

const writes = {
  permission: 'clinical.encounter.write',
  phi: 'write',
  rateClass: 'standard',
  idempotent: true,
} as const;

export const listVisits = operation({
  ...reads,
  summary: 'The visits of a day whose patients are here or were here, by time; of one provider or of all',
  path: '/clinical/visits/:date',
  input: z.strictObject({ date: LocalDateField, providerId: Id.optional() }),
  output: z.object({ asOf: InstantField, items: z.array(Visit) }),
  audit: 'visit.list_viewed',
});

export const openEncounter = operation({
  ...writes,
  summary: 'Opens the encounter of a visit, or gives the one that is open already',
  method: 'POST',
  path: '/clinical/visits/:appointmentId/encounter',
  input: z.strictObject({ appointmentId: Id }),
  output: Encounter,
  audit: 'encounter.opened',
  errors: ['clinical.visit_not_found', 'clinical.visit_not_arrived'],
});

export const getEncounter = operation({
  ...reads,
  summary: 'An encounter with its diagnoses, services and signatures',
  path: '/clinical/encounters/:encounterId',
  input: z.strictObject({ encounterId: Id }),
  output: Encounter,
  audit: 'encounter.viewed',
  errors: ['clinical.encounter_not_found'],
});

export const listPatientEncounters = operation({
  ...reads,
  summary: 'Encounters of a patient, newest first',
  path: '/clinical/patients/:patientId/encounters',
  input: z.strictObject({ patientId: Id, limit: QueryInt(1, 100).default(20) }),
  output: z.object({ items: z.array(EncounterSummary) }),
  audit: 'encounter.list_viewed',
  errors: ['clinical.patient_not_found'],
});

export const recordEncounter = operation({
  ...writes,
  summary: 'Replaces the diagnoses and services of an open encounter; may be incomplete',
  method: 'PUT',
  path: '/clinical/encounters/:encounterId/content',
  input: z.strictObject({ encounterId: Id, content: EncounterContent }),
  output: Encounter,
  audit: 'encounter.recorded',
  ifMatch: true,
  errors: ['clinical.encounter_not_found', 'clinical.encounter_changed', 'clinical.encounter_signed'],
});

export const signEncounter = operation({
  ...writes,
  summary: 'Signs an encounter: it is closed, and its codes go to charge capture',
  method: 'POST',
  path: '/clinical/encounters/:encounterId/signature',
  input: z.strictObject({ encounterId: Id }),
  output: Encounter,
  permission: 'clinical.encounter.sign',
  audit: 'encounter.signed',
  ifMatch: true,
  errors: [
    'clinical.encounter_not_found',
    'clinical.encounter_changed',
    'clinical.encounter_signed',
    'clinical.encounter_incomplete',
  ],
});

export const amendEncounter = operation({
  ...writes,
  summary: 'Changes a signed encounter, with the reason; what was signed before is kept',
  method: 'POST',
  path: '/clinical/encounters/:encounterId/amendments',
  input: z.strictObject({ encounterId: Id, content: EncounterContent, reason: AmendmentReason }),
  output: Encounter,
  permission: 'clinical.encounter.sign',
  audit: 'encounter.amended',
  ifMatch: true,
  errors: [
    'clinical.encounter_not_found',
    'clinical.encounter_changed',
    'clinical.encounter_not_signed',
    'clinical.encounter_incomplete',
    'clinical.nothing_amended',
  ],
});

const codeSearch = {
  method: 'POST',
  input: z.strictObject({
    text: z.string().trim().min(1).max(80),
    on: LocalDateField,
    limit: z.int().min(1).max(30).default(12),
  }),
  output: z.object({ items: z.array(CodeChoice) }),
  permission: 'clinical.encounter.write',
  phi: 'none',
  audit: null,
  rateClass: 'search',
  idempotent: false,
} as const;

export const searchDiagnoses = operation({
  ...codeSearch,
  summary: 'ICD-10-CM codes by code or words, only those that may be used on the date',
  path: '/clinical/codes/diagnoses/searches',
});

export const searchServices = operation({
  ...codeSearch,
  summary: 'Services by code or words: those of the practice first, then HCPCS Level II',
  path: '/clinical/codes/services/searches',
});

export const clinicalContract = serviceContract({
  name: 'clinical',
  port: 3016,
  database: 'clinical',
  operations: {
    listVisits,
    openEncounter,
    getEncounter,
    listPatientEncounters,
    recordEncounter,
    signEncounter,
    amendEncounter,
    searchDiagnoses,
    searchServices,
  },
  events: clinicalEvents,
  errors: clinicalErrors,
  permissions: clinicalPermissions,
});
