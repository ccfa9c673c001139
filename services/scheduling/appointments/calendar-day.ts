import type { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { addDays, instant, localDayRange, toEpochMs } from '@spark-den/kernel';
import type { Handler } from '@spark-den/service-kit';
import { openWindows } from '@spark-den/slots';
import type { SchedulingDatabase } from '../database.ts';
import { closureView, timeOffView } from '../schedule/views.ts';
import { loadClaims, loadRows } from '../slots/world-repository.ts';
import { openWindowViews } from '../schedule/open-window-views.ts';
import { toWorld } from '../slots/world.ts';
import { RELEASED } from '../visits/visit.ts';
import { summaries } from './appointment-repository.ts';
import { summaryView } from './appointment-view.ts';

type CalendarDay = Handler<typeof schedulingContract.operations.calendarDay, SchedulingDatabase>;

export const calendarDay: CalendarDay = async (context, { date, locationId }) => {
  const { db, now } = context;
  const range = {
    start: localDayRange(addDays(date, -1), 'UTC').start,
    end: localDayRange(addDays(date, 1), 'UTC').end,
  };
  const rows = await loadRows(db, range);
  let query = summaries(db)
    .where('a.localDate', '=', date)
    .where('a.status', 'not in', [...RELEASED]);
  if (locationId) query = query.where('a.locationId', '=', locationId);
  const appointments = await query.orderBy('a.startAt').orderBy('a.id').execute();
  for (const patientId of new Set(appointments.map(row => row.patientId))) context.audit({ patientId });
  const holds = (await loadClaims(db, range, now)).filter(claim => claim.holdId !== null);
  const span = { start: toEpochMs(range.start), end: toEpochMs(range.end) };
  const windows = openWindowViews(openWindows(toWorld(rows, []), span), rows.locations);
  return {
    date,
    asOf: now,
    appointments: appointments.map(row => summaryView(row, context)),
    openWindows: windows.filter(
      window => window.date === date && (!locationId || window.locationId === locationId),
    ),
    timeOff: rows.timeOff.map(timeOffView),
    closures: rows.closures.filter(closure => closure.date === date).map(closureView),
    holds: holds
      .filter(hold => !locationId || hold.locationId === locationId)
      .map(hold => ({
        resourceId: hold.resourceId,
        start: instant(hold.from),
        end: instant(hold.to),
        expiresAt: hold.expiresAt ?? hold.to,
      })),
  };
};
