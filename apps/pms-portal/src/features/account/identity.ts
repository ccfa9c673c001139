import { identityContract } from '@spark-den/contracts/identity/operations';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.ts';

export const identity = api(identityContract);

export const meQuery = () =>
  queryOptions({ queryKey: ['identity', 'me'], queryFn: ({ signal }) => identity.getMe({}, { signal }) });

export const ownSessionsQuery = () =>
  queryOptions({
    queryKey: ['identity', 'own-sessions'],
    queryFn: ({ signal }) => identity.listMySessions({}, { signal }),
  });
