import { administrationContract } from '@spark-den/contracts/administration/operations';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { byPage } from '@spark-den/ui/portal';
import { api } from '../../../app/api.ts';

export const identity = api(identityContract);

export interface UserFilter {
  readonly status: 'active' | 'disabled' | 'locked' | undefined;
}

export const usersQuery = (filter: UserFilter = { status: undefined }) =>
  infiniteQueryOptions({
    queryKey: ['identity', 'users', filter],
    queryFn: ({ pageParam, signal }) =>
      identity.listUsers({ status: filter.status, cursor: pageParam, limit: 100 }, { signal }),
    ...byPage,
  });

export const rolesQuery = () =>
  queryOptions({
    queryKey: ['identity', 'roles'],
    queryFn: ({ signal }) => identity.listRoles({}, { signal }),
  });

export const providersQuery = () =>
  queryOptions({
    queryKey: ['administration', 'providers'],
    queryFn: ({ signal }) => api(administrationContract).listProviders({ limit: 200 }, { signal }),
    staleTime: 10 * 60_000,
  });

export const policyQuery = () =>
  queryOptions({
    queryKey: ['identity', 'policy'],
    queryFn: ({ signal }) => identity.getPolicy({}, { signal }),
  });

export const sessionsQuery = (userId?: string) =>
  infiniteQueryOptions({
    queryKey: ['identity', 'sessions', userId],
    queryFn: ({ pageParam, signal }) =>
      identity.listSessions({ userId, cursor: pageParam, limit: 100 }, { signal }),
    ...byPage,
    refetchInterval: 30_000,
  });

export const accessQuery = (userId: string, permission: string) =>
  queryOptions({
    queryKey: ['identity', 'access', userId, permission],
    queryFn: ({ signal }) => identity.explainAccess({ userId, permission }, { signal }),
  });
