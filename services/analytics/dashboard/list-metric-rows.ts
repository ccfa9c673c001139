import {
  analyticsContract,
  type listMetricRows as operation,
} from '@spark-den/contracts/analytics/operations';
import type { MetricCode, MetricRow, VisitBasis } from '@spark-den/contracts/analytics/types';
import { AppError, localDateAt } from '@spark-den/kernel';
import { fail, type Handler } from '@spark-den/service-kit';
import { claimsSubmittedIn } from '../claims/claim-repository.ts';
import type { AnalyticsContext } from '../context.ts';
import type { AnalyticsDatabase } from '../database.ts';
import { cashPostingsOn, chargePostingsIn } from '../money/money-repository.ts';
import { daysUntil, today, type Day } from './day.ts';
import { isDue, isExpected, isKept } from './figures.ts';
import { CLAIM_DAYS, visitsOfDay } from './measure.ts';
import { METRICS } from './metrics.ts';

type RowsOf = (context: AnalyticsContext, day: Day, basis: VisitBasis) => Promise<MetricRow[]>;

/** The rows behind each figure. Those that count add up to it; the test of each metric holds them together. */
const ROWS: Readonly<Record<MetricCode, RowsOf>> = {
  'appointments-today': (context, day) =>
    visitRows(context, day, visit => [isExpected(visit.status), isExpected(visit.status)]),
  'visits-kept-today': (context, day, basis) => {
    const now = basis === 'due' ? context.now : undefined;
    return visitRows(context, day, visit => [isKept(visit.status), isDue(visit, now)]);
  },
  'payments-posted-today': async (context, day) =>
    (await cashPostingsOn(context, day.date)).map(row => ({
      rowId: `${row.entryId}/${row.ordinal}`,
      at: row.postedAt,
      date: row.postingDate,
      what: row.kind,
      counted: true,
      inDenominator: true,
      amountCents: row.amountCents,
      patientId: row.patientId,
      entityType: 'posting' as const,
      entityId: row.entryId,
    })),
  'charges-posted-today': async (context, day) =>
    (await chargePostingsIn(context, daysUntil(day.date, 1, day.zone))).map(row => ({
      rowId: row.eventId,
      at: row.postedAt,
      date: localDateAt(row.postedAt, day.zone),
      what: row.kind,
      counted: true,
      inDenominator: true,
      amountCents: row.amountCents,
      patientId: row.patientId,
      entityType: 'charge' as const,
      entityId: row.chargeId,
    })),
  'clean-claim-rate': async (context, day) =>
    (await claimsSubmittedIn(context, daysUntil(day.date, CLAIM_DAYS, day.zone))).map(row => ({
      rowId: row.claimId,
      at: row.submittedAt,
      date: localDateAt(row.submittedAt, day.zone),
      what: row.clean ? 'clean' : 'touched',
      counted: row.clean,
      inDenominator: true,
      amountCents: row.totalCents,
      patientId: row.patientId,
      entityType: 'claim' as const,
      entityId: row.claimId,
    })),
};

export const listMetricRows: Handler<typeof operation, AnalyticsDatabase> = async (context, input) => {
  const metric = METRICS[input.metric];
  if (!context.principal.permissions.has(metric.permission)) {
    throw fail(analyticsContract, 'analytics.metric_not_permitted', { metric: input.metric });
  }
  const rows = await ROWS[input.metric](context, await today(context), input.visitBasis);
  const start = placeOf(input.cursor);
  const next = start + input.limit;
  return {
    items: rows.slice(start, next),
    nextCursor: next < rows.length ? String(next) : null,
    total: rows.length,
  };
};

async function visitRows(
  context: AnalyticsContext,
  day: Day,
  judge: (
    visit: Awaited<ReturnType<typeof visitsOfDay>>[number],
  ) => readonly [counted: boolean, inDenominator: boolean],
): Promise<MetricRow[]> {
  return (await visitsOfDay(context, day, 0)).map(visit => {
    const [counted, inDenominator] = judge(visit);
    return {
      rowId: visit.appointmentId,
      at: visit.startAt,
      date: visit.date,
      what: visit.status,
      counted,
      inDenominator,
      amountCents: null,
      patientId: visit.patientId,
      entityType: 'appointment' as const,
      entityId: visit.appointmentId,
    };
  });
}

function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor))
    throw new AppError('invalid', 'platform.input_invalid', { cursor: 'is not from this list' });
  return Number(cursor);
}
