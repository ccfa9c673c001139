import { analyticsContract } from '@spark-den/contracts/analytics/operations';
import type { MetricCode, VisitBasis } from '@spark-den/contracts/analytics/types';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../app/api.ts';

const analytics = api(analyticsContract);

export const dashboardQuery = (visitBasis: VisitBasis) =>
  queryOptions({
    queryKey: ['analytics', 'dashboard', visitBasis],
    queryFn: ({ signal }) => analytics.getDashboard({ visitBasis }, { signal }),
    placeholderData: previous => previous,
  });

export const metricsQuery = queryOptions({
  queryKey: ['analytics', 'metrics'],
  queryFn: ({ signal }) => analytics.listMetrics({}, { signal }),
  staleTime: Infinity,
});

export const activityQuery = queryOptions({
  queryKey: ['analytics', 'activity'],
  queryFn: ({ signal }) => analytics.listActivity({ limit: 30 }, { signal }),
});

export const metricRowsQuery = (metric: MetricCode, visitBasis: VisitBasis) =>
  infiniteQueryOptions({
    queryKey: ['analytics', 'rows', metric, visitBasis],
    queryFn: ({ signal, pageParam }) =>
      analytics.listMetricRows(
        { metric, visitBasis, limit: 100, cursor: pageParam ?? undefined },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.nextCursor,
  });

/** Names for the rows of a page; the feed and the rows themselves carry ids only. */
export const namesQuery = (patientIds: readonly string[]) =>
  queryOptions({
    queryKey: ['patients', 'names', ...patientIds],
    queryFn: async ({ signal }) => {
      const { items } = await api(patientsContract).getPatientSummaries(
        { patientIds: [...patientIds] },
        { signal },
      );
      return new Map(items.map(item => [item.requestedId, `${item.name.family}, ${item.name.given}`]));
    },
    placeholderData: previous => previous,
    staleTime: 60_000,
  });
