import { administrationContract } from '@spark-den/contracts/administration/operations';
import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

const administration = api(administrationContract);
const TEN_MINUTES = 10 * 60_000;

export const locationsQuery = queryOptions({
  queryKey: ['administration', 'locations'],
  queryFn: ({ signal }) => administration.listLocations({}, { signal }),
  staleTime: TEN_MINUTES,
});

export const providersQuery = queryOptions({
  queryKey: ['administration', 'providers'],
  queryFn: ({ signal }) => administration.listProviders({}, { signal }),
  staleTime: TEN_MINUTES,
});
