import type { AppointmentSummary } from '@spark-den/contracts/scheduling/types';
import { localDateAt, localTimeAt, plusMs, type Instant } from '@spark-den/kernel';
import { EmptyState, useZone } from '@spark-den/ui';
import { ScheduleGrid, type GridMove, type GridPlace } from '@spark-den/ui/schedule-grid/schedule-grid';
import { useEffect, useMemo, useState } from 'react';
import { useMoveVisit } from '../api/visit-commands.ts';
import {
  appointmentIdOf,
  dayBounds,
  eventsOf,
  gridBlocks,
  gridColumns,
  instantOfMinute,
  judgeMove,
  locationAt,
  minuteLabel,
  minuteOf,
  placeOfWish,
  timeOfMinute,
  type CalendarDay,
  type ColumnKind,
  type Resources,
} from '../lib/calendar-model.ts';
import type { BookingStart } from './booking-dialog.tsx';

export interface DayGridProps {
  readonly day: CalendarDay;
  readonly resources: Resources;
  readonly kind: ColumnKind;
  readonly locationId: string | undefined;
  readonly selectedId: string | undefined;
  readonly onOpen: (appointmentId: string) => void;
  readonly onBook: (start: BookingStart) => void;
}

/** The day as columns of providers or of rooms and equipment. */
export function DayGrid(props: DayGridProps) {
  const { day, resources, kind, locationId, onOpen, onBook } = props;
  const zone = useZone();
  const now = useServerNow(day.asOf);
  const columns = useMemo(
    () => gridColumns(resources, kind, day, locationId),
    [resources, kind, day, locationId],
  );
  const events = useMemo(() => day.appointments.flatMap(visit => eventsOf(visit, kind)), [day, kind]);
  const blocks = useMemo(() => gridBlocks(day, resources, kind, zone), [day, resources, kind, zone]);
  const bounds = useMemo(() => dayBounds(events, blocks), [events, blocks]);
  const move = useMoveVisit(day.date, locationId);

  const drop = (to: GridMove) => {
    const visit = day.appointments.find(entry => entry.appointmentId === to.id);
    if (visit) move.mutate(moveOf(day, visit, to, kind, zone));
  };
  const create = ({ columnId, start }: GridPlace) => {
    const at = instantOfMinute(day.date, start, zone);
    if (kind === 'room') {
      const place = resources.resources.find(entry => entry.resourceId === columnId)?.locationId;
      onBook({ date: day.date, locationId: place ?? undefined });
      return;
    }
    const anywhere = locationId ?? resources.locations[0]?.locationId;
    const place = placeOfWish(day, columnId, at) ?? anywhere;
    onBook({
      date: day.date,
      providerId: columnId,
      locationId: locationAt(day, columnId, at),
      wish: place === undefined ? undefined : { start: at, providerId: columnId, locationId: place },
    });
  };
  if (columns.length === 0) {
    return (
      <EmptyState kind="first" title="No schedule is set up yet">
        Providers, rooms and equipment appear here once the practice has been installed.
      </EmptyState>
    );
  }
  return (
    <ScheduleGrid
      label={kind === 'provider' ? 'Day by provider' : 'Day by room and equipment'}
      columns={columns}
      events={events}
      blocks={blocks}
      from={bounds.from}
      to={bounds.to}
      snapMinutes={5}
      now={localDateAt(now, zone) === day.date ? minuteOf(localTimeAt(now, zone)) : undefined}
      selectedId={props.selectedId}
      timeLabel={minuteLabel}
      judge={to => judgeMove(to, { day, kind, zone, now, blocks })}
      onMove={drop}
      onOpen={id => onOpen(appointmentIdOf(id))}
      onCreate={create}
    />
  );
}

/** A drop as a command, and how the visit looks until the server has answered. */
function moveOf(day: CalendarDay, visit: AppointmentSummary, to: GridMove, kind: ColumnKind, zone: string) {
  const start = instantOfMinute(day.date, to.start, zone);
  const durationMinutes = to.end - to.start;
  const length = durationMinutes === visit.durationMinutes ? {} : { durationMinutes };
  const when = { start, localStart: timeOfMinute(to.start), durationMinutes };
  if (kind === 'room') {
    return {
      visit,
      to: { start, ...length, roomId: to.columnId },
      meanwhile: { ...when, roomId: to.columnId },
    };
  }
  const locationId = locationAt(day, to.columnId, start) ?? visit.locationId;
  const who = { providerId: to.columnId, locationId };
  return { visit, to: { start, ...length, ...who }, meanwhile: { ...when, ...who } };
}

/** The server's time, going on from its last answer; the clock of this computer may be wrong. */
function useServerNow(asOf: Instant): Instant {
  const [later, setLater] = useState({ asOf, now: asOf });
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => setLater({ asOf, now: plusMs(asOf, performance.now() - begun) }), 60_000);
    return () => clearInterval(timer);
  }, [asOf]);
  return later.asOf === asOf ? later.now : asOf;
}
