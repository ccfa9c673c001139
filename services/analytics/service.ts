import { administrationContract } from '@spark-den/contracts/administration/operations';
import { analyticsContract } from '@spark-den/contracts/analytics/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { defineService } from '@spark-den/service-kit';
import { followActivity } from './activity/follow-activity.ts';
import { listActivity } from './activity/list-activity.ts';
import { followClaims } from './claims/follow-claims.ts';
import { getDashboard, listMetrics } from './dashboard/get-dashboard.ts';
import { listMetricRows } from './dashboard/list-metric-rows.ts';
import type { AnalyticsDatabase } from './database.ts';
import { followMoney } from './money/follow-money.ts';
import { followVisits } from './visits/follow-visits.ts';

/** Read models of the other services' events, and the figures made from them. */
export const analyticsService = defineService<AnalyticsDatabase>()({
  contract: analyticsContract,
  migrations: new URL('./migrations/', import.meta.url),
  uses: [administrationContract, billingContract],
  handlers: () => ({ getDashboard, listMetrics, listMetricRows, listActivity }),
  subscriptions: () => [...followVisits, ...followMoney, ...followClaims, ...followActivity],
});
