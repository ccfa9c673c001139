import { z } from 'zod';
import { Id, LocalDateField } from '../fields.ts';
import { event } from '../operation.ts';

const encounter = {
  encounterId: Id,
  appointmentId: Id,
  patientId: Id,
  providerId: Id,
  locationId: Id,
  dateOfService: LocalDateField,
};

/** All that crosses to the business side: codes, units, dates and ids; no word of what was found or said. */
const coded = {
  ...encounter,
  /** ICD-10-CM without dots; the first is the main one. */
  diagnoses: z.array(z.string()).min(1).max(12),
  services: z
    .array(
      z.object({
        code: z.string(),
        modifiers: z.array(z.string()).max(4),
        units: z.int().min(1),
        /** 1-based, into `diagnoses`. */
        diagnosisPointers: z.array(z.int().min(1)).max(4),
      }),
    )
    .min(1),
};

/** Keyed by appointment id, as all events of this service. */
export const EncounterStarted = event('EncounterStarted', z.object(encounter), { live: true });

/** The first signature; its version is 1. Diagnoses stay off the wire to the portals. */
export const EncounterClosed = event('EncounterClosed', z.object(coded));

/** A signed encounter was changed; `version` counts from 2. */
export const EncounterAmended = event('EncounterAmended', z.object({ ...coded, version: z.int().min(2) }));

/** For the portals: the encounter of a visit was signed or amended. */
export const EncounterSigned = event(
  'EncounterSigned',
  z.object({ encounterId: Id, appointmentId: Id, patientId: Id, version: z.int() }),
  { live: true },
);

export const clinicalEvents = { EncounterStarted, EncounterClosed, EncounterAmended, EncounterSigned };
