import type { Figure, MetricCode, VisitBasis } from '@spark-den/contracts/analytics/types';
import { addDays, localDateAt, sumCents } from '@spark-den/kernel';
import { claimsSubmittedIn } from '../claims/claim-repository.ts';
import type { AnalyticsContext } from '../context.ts';
import { cashOn, chargePostingsIn } from '../money/money-repository.ts';
import { visitsOn, type VisitRow } from '../visits/visit-repository.ts';
import { daysUntil, weeksSince, type Day } from './day.ts';
import { recordBegins } from './record-repository.ts';
import { isDue, isExpected, isKept, meanOf, permille, plainFigure, rateFigure } from './figures.ts';

export const CLAIM_DAYS = 30;

type Measure = (context: AnalyticsContext, day: Day, basis: VisitBasis) => Promise<Figure>;

/** How each figure of the registry is computed from the read models. */
export const MEASURES: Readonly<Record<MetricCode, Measure>> = {
  'appointments-today': async (context, day) => {
    const count = async (back: number) =>
      (await visitsOfDay(context, day, back)).filter(visit => isExpected(visit.status)).length;
    const weeks = weeksSince((await recordBegins(context)).visits, day.date);
    return plainFigure(await count(0), meanOf(await each(weeks, count)));
  },
  'visits-kept-today': async (context, day, basis) => {
    const visits = await visitsOfDay(context, day, 0);
    const due = visits.filter(visit => isDue(visit, basis === 'due' ? context.now : undefined));
    const weeks = weeksSince((await recordBegins(context)).visits, day.date);
    const earlier = await each(weeks, back => visitsOfDay(context, day, back));
    const before = earlier.flat().filter(visit => isDue(visit, undefined));
    const baseline = permille(before.filter(visit => isKept(visit.status)).length, before.length);
    return rateFigure(due.filter(visit => isKept(visit.status)).length, due.length, baseline);
  },
  'payments-posted-today': async (context, day) => {
    const total = (back: number) => cashOn(context, addDays(day.date, -7 * back));
    const weeks = weeksSince((await recordBegins(context)).cash, day.date);
    return plainFigure(await total(0), meanOf(await each(weeks, total)));
  },
  'charges-posted-today': async (context, day) => {
    const total = async (back: number) => {
      const range = daysUntil(addDays(day.date, -7 * back), 1, day.zone);
      return sumCents(await chargePostingsIn(context, range), row => row.amountCents);
    };
    const first = (await recordBegins(context)).charges;
    const weeks = weeksSince(first && localDateAt(first, day.zone), day.date);
    return plainFigure(await total(0), meanOf(await each(weeks, total)));
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

async function each<T>(weeks: readonly number[], measure: (weeksBack: number) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (const back of weeks) found.push(await measure(back));
  return found;
}
