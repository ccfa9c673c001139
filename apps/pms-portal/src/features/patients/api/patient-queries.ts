import { patientsContract } from '@spark-den/contracts/patients/operations';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { byPage } from '@spark-den/ui/portal';
import { api } from '../../../app/api.ts';

export const patients = api(patientsContract);

export const registryQuery = (text: string) =>
  infiniteQueryOptions({
    queryKey: ['patients', 'registry', text],
    queryFn: ({ pageParam, signal }) =>
      patients.searchPatients(
        { text: text === '' ? undefined : text, cursor: pageParam, limit: 50 },
        { signal },
      ),
    ...byPage,
    placeholderData: keepPreviousData,
  });

export const patientQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['patients', 'record', patientId],
    queryFn: ({ signal }) => patients.getPatient({ patientId }, { signal }),
  });

export const changesQuery = (patientId: string) =>
  infiniteQueryOptions({
    queryKey: ['patients', 'changes', patientId],
    queryFn: ({ pageParam, signal }) =>
      patients.listPatientChanges({ patientId, cursor: pageParam, limit: 50 }, { signal }),
    ...byPage,
  });

export const mergesQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['patients', 'merges', patientId],
    queryFn: ({ signal }) => patients.listMerges({ patientId }, { signal }),
  });

export const duplicatePairsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['patients', 'duplicate-pairs'],
    queryFn: ({ pageParam, signal }) =>
      patients.listDuplicatePairs({ cursor: pageParam, limit: 50 }, { signal }),
    ...byPage,
  });
