import type {
  getDashboard as operation,
  listMetrics as registryOperation,
} from '@spark-den/contracts/analytics/operations';
import { METRIC_CODES } from '@spark-den/contracts/analytics/types';
import type { Handler } from '@spark-den/service-kit';
import type { AnalyticsDatabase } from '../database.ts';
import { nextVisitDay } from '../visits/visit-repository.ts';
import { today } from './day.ts';
import { EXPECTED } from './figures.ts';
import { MEASURES } from './measure.ts';
import { definitionOf, METRICS } from './metrics.ts';

/** The figures that the viewer may see, in the order of the registry. */
export const getDashboard: Handler<typeof operation, AnalyticsDatabase> = async (context, { visitBasis }) => {
  const day = await today(context);
  const cards = [];
  for (const code of METRIC_CODES) {
    const metric = METRICS[code];
    if (!context.principal.permissions.has(metric.permission)) continue;
    cards.push({ definition: definitionOf(metric), figure: await MEASURES[code](context, day, visitBasis) });
  }
  const seesVisits = context.principal.permissions.has(METRICS['appointments-today'].permission);
  return {
    asOf: context.now,
    date: day.date,
    zone: day.zone,
    visitBasis,
    cards,
    nextVisitDay: seesVisits ? await nextVisitDay(context, day.date, EXPECTED) : null,
  };
};

export const listMetrics: Handler<typeof registryOperation, AnalyticsDatabase> = context =>
  Promise.resolve({
    items: METRIC_CODES.map(code => METRICS[code])
      .filter(metric => context.principal.permissions.has(metric.permission))
      .map(definitionOf),
  });
