import type { DuplicateProbe } from '@spark-den/contracts/patients/duplicate-types';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { patients } from './patient-queries.ts';

export const draftQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['patients', 'draft', draftId],
    queryFn: ({ signal }) => patients.getRegistrationDraft({ draftId }, { signal }),
    retry: false,
    // what was typed since is newer than anything the server has
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export const draftsQuery = () =>
  queryOptions({
    queryKey: ['patients', 'drafts'],
    queryFn: ({ signal }) => patients.listRegistrationDrafts({ limit: 20 }, { signal }),
  });

export const duplicatesQuery = (person: DuplicateProbe, enabled: boolean) =>
  queryOptions({
    queryKey: ['patients', 'duplicates', person],
    queryFn: ({ signal }) => patients.findDuplicates({ person }, { signal }),
    enabled,
    placeholderData: keepPreviousData,
  });
