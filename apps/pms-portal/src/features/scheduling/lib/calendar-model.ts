import type { OutputOf } from '@spark-den/contracts/operation';
import type { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { AppointmentSummary } from '@spark-den/contracts/scheduling/types';
import {
  localDateAt,
  localTimeAt,
  toInstant,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '@spark-den/kernel';
import { formatTime } from '@spark-den/ui';
import type {
  GridBlock,
  GridColor,
  GridColumn,
  GridEvent,
  GridMove,
  Minute,
} from '@spark-den/ui/schedule-grid/schedule-grid';
import { statusLook } from './status.ts';

export type CalendarDay = OutputOf<typeof schedulingContract.operations.calendarDay>;
export type Resources = OutputOf<typeof schedulingContract.operations.listSchedulingResources>;

/** What the columns of the day are. */
export type ColumnKind = 'provider' | 'room';

const MINUTES_OF_DAY = 24 * 60;

export function minuteOf(time: string): Minute {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

export function timeOfMinute(minute: Minute): LocalTime {
  const inDay = Math.min(minute, MINUTES_OF_DAY - 1);
  const hour = String(Math.floor(inDay / 60)).padStart(2, '0');
  return `${hour}:${String(inDay % 60).padStart(2, '0')}` as LocalTime;
}

export const minuteLabel = (minute: Minute): string => formatTime(timeOfMinute(minute));

/** The instant of a minute on the clinic's wall clock. */
export function instantOfMinute(date: LocalDate, minute: Minute, zone: string): Instant {
  return toInstant(date, timeOfMinute(minute), zone);
}

function minutesOfSpan(
  start: Instant,
  end: Instant,
  date: LocalDate,
  zone: string,
): [Minute, Minute] | undefined {
  const clip = (at: Instant): Minute => {
    const day = localDateAt(at, zone);
    if (day < date) return 0;
    return day > date ? MINUTES_OF_DAY : minuteOf(localTimeAt(at, zone));
  };
  const [from, to] = [clip(start), clip(end)];
  return from < to ? [from, to] : undefined;
}

export function gridColumns(
  resources: Resources,
  kind: ColumnKind,
  day: CalendarDay,
  locationId?: string,
): GridColumn[] {
  const places = new Map(resources.locations.map(place => [place.locationId, place.name]));
  const shown = resources.resources.filter(
    resource =>
      resource.active &&
      (kind === 'provider' ? resource.kind === 'provider' : resource.kind !== 'provider') &&
      (!locationId || kind === 'provider' || resource.locationId === locationId),
  );
  const place = (resource: (typeof shown)[number]) => places.get(resource.locationId ?? '') ?? '';
  const inOrder = [...shown].sort(
    (a, b) =>
      place(a).localeCompare(place(b)) || b.kind.localeCompare(a.kind) || a.name.localeCompare(b.name),
  );
  return inOrder.map(resource => ({
    id: resource.resourceId,
    title: resource.name,
    subtitle: resource.locationId
      ? places.get(resource.locationId)
      : placesOfProvider(day, resource.resourceId, places),
  }));
}

function placesOfProvider(day: CalendarDay, providerId: string, places: ReadonlyMap<string, string>): string {
  const ids = new Set(
    day.openWindows.filter(window => window.providerId === providerId).map(window => window.locationId),
  );
  const names = [...ids].map(id => places.get(id) ?? '');
  return names.length > 0 ? names.join(', ') : 'Not working';
}

const made = new WeakMap<AppointmentSummary, Map<ColumnKind, readonly GridEvent[]>>();

/** Events of a visit; the same objects for the same visit, so that only changed columns are drawn again. */
export function eventsOf(visit: AppointmentSummary, kind: ColumnKind): readonly GridEvent[] {
  let byKind = made.get(visit);
  if (!byKind) {
    byKind = new Map();
    made.set(visit, byKind);
  }
  let events = byKind.get(kind);
  if (!events) {
    events = makeEvents(visit, kind);
    byKind.set(kind, events);
  }
  return events;
}

function makeEvents(visit: AppointmentSummary, kind: ColumnKind): GridEvent[] {
  const columns = kind === 'provider' ? [visit.providerId] : [visit.roomId, ...visit.equipmentIds];
  const { label, tone, look } = statusLook(visit);
  const start = minuteOf(visit.localStart);
  return columns
    .filter((id): id is string => id !== null)
    .map((columnId, index) => ({
      id: index === 0 ? visit.appointmentId : `${visit.appointmentId}~${index}`,
      columnId,
      start,
      end: start + visit.durationMinutes,
      title: visit.patientName,
      detail:
        kind === 'provider'
          ? visit.appointmentTypeName
          : `${visit.appointmentTypeName}, ${visit.providerName}`,
      color: visit.color as GridColor,
      tone,
      status: label,
      look,
      movable: visit.status === 'booked' && index === 0,
    }));
}

/** The visit behind an event of any column. */
export const appointmentIdOf = (eventId: string): string => eventId.split('~')[0] ?? eventId;

export function gridBlocks(
  day: CalendarDay,
  resources: Resources,
  kind: ColumnKind,
  zone: string,
): GridBlock[] {
  const block = (columnId: string, start: Instant, end: Instant, rest: Pick<GridBlock, 'kind' | 'label'>) => {
    const span = minutesOfSpan(start, end, day.date, zone);
    return span ? [{ columnId, start: span[0], end: span[1], ...rest }] : [];
  };
  const open =
    kind === 'provider'
      ? day.openWindows.flatMap(window =>
          block(window.providerId, window.start, window.end, { kind: 'open' as const }),
        )
      : resources.resources
          .filter(resource => resource.kind !== 'provider')
          .flatMap(resource =>
            day.openWindows
              .filter(window => window.locationId === resource.locationId)
              .flatMap(window =>
                block(resource.resourceId, window.start, window.end, { kind: 'open' as const }),
              ),
          );
  const away = day.timeOff.flatMap(entry =>
    block(entry.resourceId, entry.start, entry.end, { kind: 'away' as const, label: entry.reason }),
  );
  const held = day.holds.flatMap(hold =>
    block(hold.resourceId, hold.start, hold.end, { kind: 'held' as const, label: 'Held' }),
  );
  return unique([...open, ...away, ...held]);
}

function unique(blocks: readonly GridBlock[]): GridBlock[] {
  return [
    ...new Map(
      blocks.map(entry => [`${entry.columnId}|${entry.kind}|${entry.start}|${entry.end}`, entry]),
    ).values(),
  ];
}

/** Where the day begins and ends on the screen: all work and all visits, with half an hour around. */
export function dayBounds(
  events: readonly GridEvent[],
  blocks: readonly GridBlock[],
): { from: Minute; to: Minute } {
  const times = [...events, ...blocks.filter(entry => entry.kind !== 'away')];
  const starts = times.map(entry => entry.start);
  const ends = times.map(entry => entry.end);
  const from = Math.min(8 * 60, ...starts) - 30;
  const to = Math.max(17 * 60, ...ends) + 30;
  return {
    from: Math.max(0, Math.floor(from / 30) * 30),
    to: Math.min(MINUTES_OF_DAY, Math.ceil(to / 30) * 30),
  };
}

export interface JudgeFacts {
  readonly day: CalendarDay;
  readonly kind: ColumnKind;
  readonly zone: string;
  readonly now: Instant;
  readonly blocks: readonly GridBlock[];
}

/** What the day on the screen says against a move, before the server is asked. */
export function judgeMove(move: GridMove, { day, kind, zone, now, blocks }: JudgeFacts): string | undefined {
  const visit = day.appointments.find(entry => entry.appointmentId === move.id);
  if (!visit) return undefined;
  if (instantOfMinute(day.date, move.start, zone) < now && minuteOf(visit.localStart) !== move.start) {
    return 'This time has passed.';
  }
  const inColumn = blocks.filter(entry => entry.columnId === move.columnId);
  const away = inColumn.find(
    entry => entry.kind === 'away' && entry.start < move.end && move.start < entry.end,
  );
  if (away) return `Away: ${away.label ?? 'time off'}.`;
  const working = inColumn.some(
    entry => entry.kind === 'open' && entry.start <= move.start && move.end <= entry.end,
  );
  if (!working) return kind === 'provider' ? 'The provider does not work then.' : 'Nobody works there then.';
  const rival = day.appointments.find(other => {
    if (other.appointmentId === move.id || statusLook(other).look === 'broken') return false;
    const sharesColumn = eventsOf(other, kind).some(event => event.columnId === move.columnId);
    const sharesProvider = kind === 'room' && other.providerId === visit.providerId;
    const start = minuteOf(other.localStart);
    return (sharesColumn || sharesProvider) && start < move.end && move.start < start + other.durationMinutes;
  });
  return rival && `${rival.patientName} is booked at ${minuteLabel(minuteOf(rival.localStart))}.`;
}

/** Where a provider works on the day, before, at or after a time: the place that a wish outside the hours is about. */
export function placeOfWish(day: CalendarDay, providerId: string, at: Instant): string | undefined {
  const distance = ({ start, end }: CalendarDay['openWindows'][number]) =>
    Math.max(Date.parse(start) - Date.parse(at), Date.parse(at) - Date.parse(end), 0);
  return day.openWindows
    .filter(window => window.providerId === providerId)
    .sort((a, b) => distance(a) - distance(b))[0]?.locationId;
}

/** The location where a provider works at a time, for a move to another provider. */
export function locationAt(day: CalendarDay, providerId: string, at: Instant): string | undefined {
  return day.openWindows.find(
    window => window.providerId === providerId && window.start <= at && at < window.end,
  )?.locationId;
}
