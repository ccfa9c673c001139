import type { ParsedInputOf } from '@spark-den/contracts/operation';
import type { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { addDays, localDayRange, MINUTE_MS, toEpochMs } from '@spark-den/kernel';
import type { Handler } from '@spark-den/service-kit';
import { openWindows, type Provider, type World } from '@spark-den/slots';
import { summaryView } from '../appointments/appointment-view.ts';
import type { SchedulingDatabase } from '../database.ts';
import { loadRows } from '../slots/world-repository.ts';
import { toRule, toWindow, toWorld } from '../slots/world.ts';
import { bookedOf } from './affected-repository.ts';
import { checkRules, checkWindows, requireProvider } from './checks.ts';
import { displaced } from './displaced.ts';
import { openWindowViews } from './open-window-views.ts';

type Operation = typeof schedulingContract.operations.previewAvailability;
type Change = ParsedInputOf<Operation>['change'];

export const previewAvailability: Handler<Operation, SchedulingDatabase> = async (
  context,
  { providerId, from, days, change },
) => {
  const { db } = context;
  await requireProvider(db, providerId);
  if (change?.kind === 'template') await checkRules(db, change.rules);
  if (change?.kind === 'override') await checkWindows(db, change.windows);
  const to = addDays(from, days - 1);
  const range = {
    start: localDayRange(addDays(from, -1), 'UTC').start,
    end: localDayRange(addDays(to, 1), 'UTC').end,
  };
  const rows = await loadRows(db, range);
  const now = onlyProvider(toWorld(rows, []), providerId);
  const then = change ? { ...now, providers: now.providers.map(provider => applied(provider, change)) } : now;
  const span = { start: toEpochMs(range.start), end: toEpochMs(range.end) };
  const inRange = (world: World) =>
    openWindowViews(openWindows(world, span), rows.locations).filter(
      window => window.date >= from && window.date <= to,
    );
  const windows = inRange(then);
  const affected = displaced(then, await bookedOf(db, providerId, from, to));
  for (const row of affected) context.audit({ patientId: row.patientId });
  return {
    windows,
    minutesNow: minutesOf(inRange(now)),
    minutesThen: minutesOf(windows),
    affected: affected.map(row => summaryView(row, context)),
  };
};

function onlyProvider(world: World, providerId: string): World {
  return { ...world, providers: world.providers.filter(provider => provider.id === providerId) };
}

/** The provider as they would be: what the change would save, saved only in memory. */
function applied(provider: Provider, change: NonNullable<Change>): Provider {
  switch (change.kind) {
    case 'template':
      return {
        ...provider,
        templates: [
          ...provider.templates.filter(template => template.effectiveFrom !== change.effectiveFrom),
          { effectiveFrom: change.effectiveFrom, rules: change.rules.map(toRule) },
        ],
      };
    case 'override':
      return {
        ...provider,
        overrides: [
          ...(provider.overrides ?? []).filter(override => override.date !== change.date),
          { date: change.date, windows: change.windows.map(toWindow) },
        ],
      };
    case 'time-off':
      return {
        ...provider,
        timeOff: [
          ...(provider.timeOff ?? []),
          { start: toEpochMs(change.start), end: toEpochMs(change.end) },
        ],
      };
  }
}

function minutesOf(windows: readonly { readonly start: string; readonly end: string }[]): number {
  return windows.reduce(
    (sum, window) => sum + (Date.parse(window.end) - Date.parse(window.start)) / MINUTE_MS,
    0,
  );
}
