import { z } from 'zod';
import { Id, InstantField, LocalDateField, Text } from '../fields.ts';
import { AppointmentStatus } from '../scheduling/types.ts';

/** ICD-10-CM as the set writes it: capitals, no dot. */
export const DiagnosisCode = z
  .string()
  .trim()
  .toUpperCase()
  .transform(value => value.replace('.', ''))
  .pipe(z.string().regex(/^[A-Z][A-Z0-9]{2,6}$/, 'must be a diagnosis code'));
export const ServiceCode = z
  .string()
  .trim()
  .toUpperCase()
  .pipe(z.string().regex(/^[A-Z0-9]{5}$/, 'must have five characters'));
export const Modifier = z
  .string()
  .trim()
  .toUpperCase()
  .pipe(z.string().regex(/^[A-Z0-9]{2}$/, 'must have two characters'));

/** A service that was done. `diagnosisPointers` are 1-based, into the encounter's diagnoses. */
export const ServiceInput = z.strictObject({
  code: ServiceCode,
  modifiers: z.array(Modifier).max(4).default([]),
  units: z.int().min(1).max(999).default(1),
  diagnosisPointers: z.array(z.int().min(1).max(12)).max(4).default([]),
});
export type ServiceInput = z.output<typeof ServiceInput>;

/** What is entered in an encounter; a draft may be incomplete. */
export const EncounterContent = z.strictObject({
  diagnoses: z.array(DiagnosisCode).max(12),
  services: z.array(ServiceInput).max(50),
});
export type EncounterContent = z.output<typeof EncounterContent>;

export const CodedDiagnosis = z.object({ code: z.string(), label: z.string().nullable() });
export const CodedService = z.object({
  code: z.string(),
  label: z.string().nullable(),
  modifiers: z.array(z.string()),
  units: z.int(),
  diagnosisPointers: z.array(z.int()),
});

/** Who a visit is about, as the patients service knows them; `null` where the chart is closed to the reader. */
export const VisitPatient = z.object({
  patientId: Id,
  mrn: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  nameUsed: z.string().nullable(),
  birthDate: LocalDateField,
  sex: z.enum(['female', 'male', 'unknown']),
});
export type VisitPatient = z.output<typeof VisitPatient>;

export const EncounterStatus = z.enum(['open', 'signed']);
export type EncounterStatus = z.output<typeof EncounterStatus>;

/** A visit of the day, from scheduling's events. */
export const Visit = z.object({
  appointmentId: Id,
  patientId: Id,
  patient: VisitPatient.nullable(),
  providerId: Id,
  locationId: Id,
  date: LocalDateField,
  start: InstantField,
  end: InstantField,
  status: AppointmentStatus,
  /** When the present state began. */
  since: InstantField,
  encounterId: Id.nullable(),
  encounterStatus: EncounterStatus.nullable(),
});
export type Visit = z.output<typeof Visit>;

export const EncounterRevision = z.object({
  version: z.int(),
  at: InstantField,
  by: z.string(),
  /** Empty for the first signature. */
  reason: z.string(),
});

export const Encounter = z.object({
  encounterId: Id,
  appointmentId: Id,
  patientId: Id,
  patient: VisitPatient.nullable(),
  providerId: Id,
  locationId: Id,
  dateOfService: LocalDateField,
  status: EncounterStatus,
  diagnoses: z.array(CodedDiagnosis),
  services: z.array(CodedService),
  openedAt: InstantField,
  /** Version of the record, for `If-Match`. */
  version: z.int(),
  /** Signatures: the first, then one for each amendment. The number is that of the events. */
  revisions: z.array(EncounterRevision),
});
export type Encounter = z.output<typeof Encounter>;

export const EncounterSummary = z.object({
  encounterId: Id,
  appointmentId: Id,
  providerId: Id,
  dateOfService: LocalDateField,
  status: EncounterStatus,
  diagnoses: z.array(CodedDiagnosis),
  services: z.array(CodedService),
});
export type EncounterSummary = z.output<typeof EncounterSummary>;

export const CodeChoice = z.object({ code: z.string(), label: z.string() });

export const AmendmentReason = Text(300);
