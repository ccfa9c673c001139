import { event } from '@spark-den/contracts/operation';
import { Id, LocalDateField } from '@spark-den/contracts/fields';
import { z } from 'zod';
import { EligibilityStatus } from './coverage-types.ts';

export const PatientRegistered = event('PatientRegistered', z.object({ patientId: Id, mrn: z.string() }), {
  live: true,
});

export const PatientUpdated = event(
  'PatientUpdated',
  z.object({ patientId: Id, version: z.int(), fields: z.array(z.string()) }),
  { live: true },
);

const MergePayload = z.object({ mergeId: Id, survivingPatientId: Id, mergedPatientId: Id });
export const PatientsMerged = event('PatientsMerged', MergePayload, { live: true });
export const PatientsUnmerged = event('PatientsUnmerged', MergePayload, { live: true });

/** Dates of service from `from` to `to` (open when `null`) may be billed to another payer now. */
export const CoverageChanged = event(
  'CoverageChanged',
  z.object({
    patientId: Id,
    coverageId: Id,
    change: z.enum(['added', 'changed', 'ended']),
    from: LocalDateField,
    to: LocalDateField.nullable(),
  }),
  { live: true },
);

export const EligibilityChecked = event(
  'EligibilityChecked',
  z.object({
    patientId: Id,
    coverageId: Id,
    checkId: Id,
    serviceDate: LocalDateField,
    status: EligibilityStatus,
  }),
  { live: true },
);
