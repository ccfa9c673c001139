import type { Figure, MetricCode, VisitBasis } from '@spark-den/contracts/analytics/types';
import { addDays, sumCents } from '@spark-den/kernel';
import { claimsSubmittedIn } from '../claims/claim-repository.ts';
import type { AnalyticsContext } from '../context.ts';
import { cashOn, chargePostingsIn } from '../money/money-repository.ts';
import { visitsOn, type VisitRow } from '../visits/visit-repository.ts';
import { daysUntil, sameWeekdays, type Day } from './day.ts';
import { isDue, isExpected, isKept, meanOf, permille, plainFigure, rateFigure } from './figures.ts';

export const CLAIM_DAYS = 30;

type Measure = (context: AnalyticsContext, day: Day, basis: VisitBasis) => Promise<Figure>;

/** How each figure of the registry is computed from the read models. */
export const MEASURES: Readonly<Record<MetricCode, Measure>> = {
  'appointments-today': async (context, day) => {
    const count = async (back: number) =>
      (await visitsOfDay(context, day, back)).filter(visit => isExpected(visit.status)).length;
    return plainFigure(await count(0), meanOf(await forWeeks(count)));
  },
  'visits-kept-today': async (context, day, basis) => {
    const visits = await visitsOfDay(context, day, 0);
    const due = visits.filter(visit => isDue(visit, basis === 'due' ? context.now : undefined));
    const before = (await forWeeks(back => visitsOfDay(context, day, back)))
      .flat()
      .filter(visit => isDue(visit, undefined));
    const baseline = permille(before.filter(visit => isKept(visit.status)).length, before.length);
    return rateFigure(due.filter(visit => isKept(visit.status)).length, due.length, baseline);
  },
  'payments-posted-today': async (context, day) => {
    const before = [];
    for (const date of sameWeekdays(day.date)) before.push(await cashOn(context, date));
    return plainFigure(await cashOn(context, day.date), meanOf(before));
  },
  'charges-posted-today': async (context, day) => {
    const total = async (back: number) =>
      sumCents(
        await chargePostingsIn(context, daysUntil(addDays(day.date, -7 * back), 1, day.zone)),
        row => row.amountCents,
      );
    return plainFigure(await total(0), meanOf(await forWeeks(total)));
  },
  'clean-claim-rate': async (context, day) => {
    const claims = await claimsSubmittedIn(context, daysUntil(day.date, CLAIM_DAYS, day.zone));
    const before = await claimsSubmittedIn(
      context,
      daysUntil(addDays(day.date, -CLAIM_DAYS), CLAIM_DAYS, day.zone),
    );
    const baseline = permille(before.filter(claim => claim.clean).length, before.length);
    return rateFigure(claims.filter(claim => claim.clean).length, claims.length, baseline);
  },
};

/** Visits of the local today of their own location, or of the same weekday some weeks before. */
export async function visitsOfDay(
  context: AnalyticsContext,
  day: Day,
  weeksBack: number,
): Promise<VisitRow[]> {
  const around = [-1, 0, 1].map(days => addDays(day.date, days - 7 * weeksBack));
  const visits = await visitsOn(context, around);
  return visits.filter(visit => visit.date === addDays(day.dateAt(visit.locationId), -7 * weeksBack));
}

async function forWeeks<T>(measure: (weeksBack: number) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (const weeks of [1, 2, 3, 4]) found.push(await measure(weeks));
  return found;
}
