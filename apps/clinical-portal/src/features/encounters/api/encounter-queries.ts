import { clinicalContract } from '@spark-den/contracts/clinical/operations';
import type { EncounterContent } from '@spark-den/contracts/clinical/types';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api.ts';

const clinical = api(clinicalContract);
const encounterKey = (encounterId: string) => ['clinical', 'encounter', encounterId] as const;

export const encounterQuery = (encounterId: string) =>
  queryOptions({
    queryKey: encounterKey(encounterId),
    queryFn: ({ signal }) => clinical.getEncounter({ encounterId }, { signal }),
  });

/** Opens the encounter of a visit, or finds the one that is there. */
export function useOpenEncounter() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (appointmentId: string) => clinical.openEncounter({ appointmentId }),
    onSuccess: encounter => client.setQueryData(encounterKey(encounter.encounterId), encounter),
  });
}

interface Change {
  readonly version: number;
}

/** Saves the draft as it stands. */
export function useRecordEncounter(encounterId: string) {
  return useMutation({
    mutationFn: ({ version, content }: Change & { readonly content: EncounterContent }) =>
      clinical.recordEncounter({ encounterId, content }, { version }),
  });
}

export function useSignEncounter(encounterId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version }: Change) => clinical.signEncounter({ encounterId }, { version }),
    onSuccess: encounter => client.setQueryData(encounterKey(encounterId), encounter),
  });
}

export function useAmendEncounter(encounterId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      version,
      ...rest
    }: Change & { readonly content: EncounterContent; readonly reason: string }) =>
      clinical.amendEncounter({ encounterId, ...rest }, { version }),
    onSuccess: encounter => client.setQueryData(encounterKey(encounterId), encounter),
  });
}

/** Codes for the pickers, by code or words, as they hold on the date of service. */
export const findDiagnoses = (on: string) => async (text: string, signal: AbortSignal) =>
  (await clinical.searchDiagnoses({ text, on }, { signal })).items;

export const findServices = (on: string) => async (text: string, signal: AbortSignal) =>
  (await clinical.searchServices({ text, on }, { signal })).items;
