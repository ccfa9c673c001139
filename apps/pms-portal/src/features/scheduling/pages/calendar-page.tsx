import '../scheduling.css';
import type { AppointmentSummary } from '@spark-den/contracts/scheduling/types';
import { addDays, isLocalDate, type LocalDate } from '@spark-den/kernel';
import {
  ErrorState,
  FilterBar,
  formatLongDay,
  PageHeader,
  SkeletonRows,
  SplitPane,
  useNarrow,
  useToday,
  ViewSwitch,
} from '@spark-den/ui';
import { RequirePermission, useLocationId, useSession, useTitle } from '@spark-den/ui/portal';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { Link, useSearchParams } from 'react-router-dom';
import { calendarQuery, resourcesQuery } from '../api/scheduling-queries.ts';
import { AppointmentPanel } from '../components/appointment-panel.tsx';
import { BookingDialog, type BookingStart } from '../components/booking-dialog.tsx';
import { DayGrid } from '../components/day-grid.tsx';
import { DayList } from '../components/day-list.tsx';
import { VisitDialog, type VisitDialogKind } from '../components/visit-dialogs.tsx';
import type { ColumnKind } from '../lib/calendar-model.ts';

/** Date, columns, view and the selected visit live in the address. */
function useCalendarAddress() {
  const narrow = useNarrow();
  const [params, setParams] = useSearchParams();
  const today = useToday();
  const given = params.get('date') ?? '';
  const set = (changes: Readonly<Record<string, string | undefined>>) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return {
    today,
    date: isLocalDate(given) ? given : today,
    kind: (params.get('cols') === 'room' ? 'room' : 'provider') satisfies ColumnKind as ColumnKind,
    view: params.get('view') ?? (narrow ? 'list' : 'grid'),
    selectedId: params.get('appointment') ?? undefined,
    isNew: params.get('new') === '1',
    set,
  };
}

/** Appointment Calendar: the day of all providers, or of all rooms and equipment. */
export function CalendarPage() {
  useTitle('Appointment Calendar');
  return (
    <RequirePermission permission="scheduling.appointment.read">
      <Calendar />
    </RequirePermission>
  );
}

function Calendar() {
  const session = useSession();
  const locationId = useLocationId();
  const { today, date, kind, view, selectedId, isNew, set } = useCalendarAddress();
  const day = useQuery(calendarQuery(date, locationId));
  const resources = useQuery(resourcesQuery);
  const [booking, setBooking] = useState<BookingStart | undefined>(isNew ? { date } : undefined);
  const [dialog, setDialog] = useState<{ kind: VisitDialogKind; visit: AppointmentSummary }>();
  const mayBook = session.can('scheduling.appointment.book');
  const book = (start: BookingStart) => mayBook && setBooking(start);
  const go = (to: LocalDate) => set({ date: to === today ? undefined : to, appointment: undefined });
  const idle = booking === undefined && dialog === undefined;
  useHotkeys('t', () => go(today), { enabled: idle });
  useHotkeys(
    'n',
    event => {
      event.preventDefault();
      book({ date, locationId });
    },
    { enabled: idle && mayBook },
  );
  const failed = day.error ?? resources.error;
  const select = (appointment: string) => set({ appointment });
  return (
    <>
      <PageHeader
        title="Appointment Calendar"
        aside={<span className="sd-text2 sd-num">{formatLongDay(date)}</span>}
        actions={
          <>
            <Button component={Link} to="/calendar/flow">
              Flow board
            </Button>
            {mayBook && (
              <Button
                variant="contained"
                color="primary"
                title="N"
                onClick={() => book({ date, locationId })}
              >
                Book visit
              </Button>
            )}
          </>
        }
      />
      <FilterBar label="Day and view">
        <IconButton aria-label="Day before" onClick={() => go(addDays(date, -1))}>
          <ChevronLeft size={16} />
        </IconButton>
        <Button size="small" title="T" aria-pressed={date === today} onClick={() => go(today)}>
          Today
        </Button>
        <IconButton aria-label="Day after" onClick={() => go(addDays(date, 1))}>
          <ChevronRight size={16} />
        </IconButton>
        <input
          type="date"
          className="sd-input sd-num"
          aria-label="Date"
          value={date}
          onChange={event => isLocalDate(event.target.value) && go(event.target.value)}
        />
        <span className="sd-grow" />
        {view === 'grid' && (
          <ViewSwitch
            label="Columns"
            views={[
              { value: 'provider', label: 'Providers' },
              { value: 'room', label: 'Rooms & equipment' },
            ]}
            value={kind}
            onChange={cols => set({ cols: cols === 'provider' ? undefined : cols })}
          />
        )}
        <ViewSwitch
          label="View"
          views={[
            { value: 'grid', label: 'Grid' },
            { value: 'list', label: 'List', count: day.data?.appointments.length },
          ]}
          value={view}
          onChange={next => set({ view: next })}
        />
      </FilterBar>
      <SplitPane
        peek={
          selectedId && (
            <AppointmentPanel
              appointmentId={selectedId}
              onClose={() => set({ appointment: undefined })}
              onDialog={(which, visit) => setDialog({ kind: which, visit })}
            />
          )
        }
      >
        {failed ? (
          <ErrorState error={failed} onRetry={() => void day.refetch()} />
        ) : !day.data || !resources.data ? (
          <SkeletonRows rows={14} />
        ) : view === 'list' ? (
          <DayList
            visits={day.data.appointments}
            selectedId={selectedId}
            onSelect={visit => select(visit.appointmentId)}
          />
        ) : (
          <DayGrid
            day={day.data}
            resources={resources.data}
            kind={kind}
            locationId={locationId}
            selectedId={selectedId}
            onOpen={select}
            onBook={book}
          />
        )}
      </SplitPane>
      {booking && (
        <BookingDialog
          initial={booking}
          onClose={() => {
            setBooking(undefined);
            if (isNew) set({ new: undefined });
          }}
          onBooked={(appointment, on) =>
            set({ date: on === today ? undefined : on, appointment, new: undefined })
          }
        />
      )}
      {dialog && <VisitDialog kind={dialog.kind} visit={dialog.visit} onClose={() => setDialog(undefined)} />}
    </>
  );
}
