import { PatientsMerged, PatientsUnmerged, PatientUpdated } from '@spark-den/contracts/patients/events';
import { on } from '@spark-den/service-kit';
import type { SchedulingDatabase } from '../database.ts';
import { refreshPatients } from './patient-copy-repository.ts';

/** Names in the calendar follow the patients service. */
export const patientSubscriptions = [
  on<typeof PatientUpdated, SchedulingDatabase>(
    PatientUpdated,
    'scheduling.patient-updated',
    (context, event) => refreshPatients(context, [event.payload.patientId]),
  ),
  on<typeof PatientsMerged, SchedulingDatabase>(
    PatientsMerged,
    'scheduling.patients-merged',
    (context, event) =>
      refreshPatients(context, [event.payload.survivingPatientId, event.payload.mergedPatientId]),
  ),
  on<typeof PatientsUnmerged, SchedulingDatabase>(
    PatientsUnmerged,
    'scheduling.patients-unmerged',
    (context, event) =>
      refreshPatients(context, [event.payload.survivingPatientId, event.payload.mergedPatientId]),
  ),
];
