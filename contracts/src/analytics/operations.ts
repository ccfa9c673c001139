import { z } from 'zod';
import { Page, PageInput } from '../fields.ts';
import { operation, serviceContract, type ErrorCatalogue } from '../operation.ts';
import { analyticsPermissions } from './permissions.ts';
import { Activity, Dashboard, MetricCode, MetricDefinition, MetricRow, VisitBasis } from './types.ts';

export const analyticsErrors = {
  'analytics.metric_not_permitted': { kind: 'forbidden', title: 'Your roles do not open this figure.' },
} as const satisfies ErrorCatalogue;

export const getDashboard = operation({
  summary: 'The figures of the day that the viewer may see, each with its definition and its change',
  method: 'GET',
  path: '/analytics/dashboard',
  input: z.strictObject({ visitBasis: VisitBasis.default('due') }),
  output: Dashboard,
  permission: 'analytics.dashboard.read',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
});

export const listMetrics = operation({
  summary: 'The registry of figures: formula, source, citation',
  method: 'GET',
  path: '/analytics/metrics',
  input: z.strictObject({}),
  output: z.object({ items: z.array(MetricDefinition) }),
  permission: 'analytics.dashboard.read',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
});

export const listMetricRows = operation({
  summary: 'The rows behind a figure, counted or not, newest first',
  method: 'GET',
  path: '/analytics/metrics/:metric/rows',
  input: z.strictObject({ metric: MetricCode, visitBasis: VisitBasis.default('due'), ...PageInput }),
  output: Page(MetricRow),
  permission: 'analytics.dashboard.read',
  phi: 'read',
  audit: 'metric_rows.viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['analytics.metric_not_permitted'],
});

export const listActivity = operation({
  summary: 'What happened in the practice, newest first, as far as the viewer may know of it',
  method: 'GET',
  path: '/analytics/activity',
  input: z.strictObject({ ...PageInput }),
  output: Page(Activity),
  permission: 'analytics.dashboard.read',
  phi: 'read',
  audit: 'activity.viewed',
  rateClass: 'standard',
  idempotent: false,
});

export const analyticsContract = serviceContract({
  name: 'analytics',
  port: 3015,
  database: 'business',
  operations: { getDashboard, listMetrics, listMetricRows, listActivity },
  events: {},
  errors: analyticsErrors,
  permissions: analyticsPermissions,
});
