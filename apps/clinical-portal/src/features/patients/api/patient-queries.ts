import { clinicalContract } from '@spark-den/contracts/clinical/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../app/api.ts';

const patients = api(patientsContract);

export const patientSearchQuery = (text: string) =>
  queryOptions({
    queryKey: ['patients', 'search', text],
    queryFn: ({ signal }) => patients.searchPatients({ text, limit: 50 }, { signal }),
    enabled: text.trim().length >= 2,
    placeholderData: previous => previous,
  });

/** Who the patient is: name, birth date, number; a merged id gives the surviving record. */
export const patientSummaryQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['patients', 'summary', patientId],
    queryFn: async ({ signal }) => {
      const { items } = await patients.getPatientSummaries({ patientIds: [patientId] }, { signal });
      return items[0] ?? null;
    },
  });

export const patientEncountersQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['clinical', 'patient-encounters', patientId],
    queryFn: ({ signal }) => api(clinicalContract).listPatientEncounters({ patientId }, { signal }),
  });
