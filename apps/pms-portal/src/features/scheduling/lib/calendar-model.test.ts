import type { AppointmentSummary } from '@spark-den/contracts/scheduling/types';
import { instant, localDate, localTime, zone } from '@spark-den/kernel';
import {
  dayBounds,
  eventsOf,
  gridBlocks,
  judgeMove,
  placeOfWish,
  type CalendarDay,
  type Resources,
} from './calendar-model.ts';

const CHICAGO = zone('America/Chicago');
const date = localDate('2026-11-23');
const at = (time: string) => instant(`2026-11-23T${time}:00Z`);

const visit = (id: string, start: string, more: Partial<AppointmentSummary> = {}): AppointmentSummary => ({
  appointmentId: id,
  version: 1,
  patientId: `patient-${id}`,
  patientName: `Patient ${id}`,
  patientMrn: null,
  patientBorn: null,
  appointmentTypeId: 'type',
  appointmentTypeName: 'Follow-up',
  color: 'teal',
  providerId: 'osei',
  providerName: 'Amara Osei, MD',
  locationId: 'lakeside',
  zone: CHICAGO,
  roomId: 'exam-1',
  roomName: 'Exam 1',
  equipmentIds: [],
  start: at('15:00'),
  end: at('15:20'),
  date,
  localStart: localTime(start),
  durationMinutes: 20,
  status: 'booked',
  confirmation: 'unconfirmed',
  visitReason: null,
  exceptionReason: null,
  flow: {
    arrivedAt: null,
    checkedInAt: null,
    roomedAt: null,
    withProviderAt: null,
    readyCheckoutAt: null,
    checkedOutAt: null,
  },
  waitMinutes: null,
  ...more,
});
const day: CalendarDay = {
  date,
  asOf: at('12:00'),
  appointments: [
    visit('a', '09:00'),
    visit('b', '10:00', { providerId: 'reyes' }),
    visit('c', '11:00', { status: 'no-show' }),
  ],
  openWindows: [
    {
      providerId: 'osei',
      locationId: 'lakeside',
      date,
      start: at('14:00'),
      end: at('18:00'),
      appointmentTypeIds: [],
    },
    {
      providerId: 'reyes',
      locationId: 'lakeside',
      date,
      start: at('14:00'),
      end: at('18:00'),
      appointmentTypeIds: [],
    },
  ],
  timeOff: [{ timeOffId: 't', resourceId: 'osei', start: at('17:30'), end: at('23:00'), reason: 'dentist' }],
  closures: [],
  holds: [],
};
const resources: Resources = {
  locations: [{ locationId: 'lakeside', name: 'Lakeside Clinic', zone: CHICAGO }],
  resources: [],
};

describe('the day as columns', () => {
  const blocks = gridBlocks(day, resources, 'provider', CHICAGO);
  const judge = (start: number, columnId = 'osei', kind: 'provider' | 'room' = 'provider') =>
    judgeMove(
      { id: 'a', columnId, start, end: start + 20 },
      {
        day,
        kind,
        zone: CHICAGO,
        now: at('14:30'),
        blocks: kind === 'provider' ? blocks : [{ columnId, start: 480, end: 720, kind: 'open' }],
      },
    );

  it('NAV-07 (narrow row: days, no weeks) says before the drop what is in the way of a move', () => {
    expect(judge(570)).toBeUndefined();
    expect(judge(490)).toBe('This time has passed.');
    expect(judge(12 * 60)).toBe('Away: dentist.');
    expect(judge(15 * 60, 'reyes')).toBe('The provider does not work then.');
    expect(judge(590, 'reyes')).toBe('Patient b is booked at 10:00 AM.');
    expect(judge(11 * 60)).toBeUndefined();
  });

  it('in the columns of rooms the provider must be free too', () => {
    expect(judge(590, 'exam-1', 'room')).toBe('Patient b is booked at 10:00 AM.');
    expect(judge(590, 'exam-2', 'room')).toBeUndefined();
  });

  it('keeps the event of a visit that has not changed, so that its column is not drawn again', () => {
    const [first] = day.appointments;
    expect(eventsOf(first!, 'provider')).toBe(eventsOf(first!, 'provider'));
    expect(eventsOf({ ...first! }, 'provider')).not.toBe(eventsOf(first!, 'provider'));
    const procedure = visit('d', '13:00', { equipmentIds: ['ultrasound'] });
    expect(eventsOf(procedure, 'room').map(event => [event.id, event.columnId, event.movable])).toEqual([
      ['d', 'exam-1', true],
      ['d~1', 'ultrasound', false],
    ]);
  });

  it('NAV-07 (narrow: the place of a time outside the hours) takes the nearest place where the provider works that day', () => {
    const [open] = day.openWindows;
    const away = { ...open!, locationId: 'hillcrest', start: at('20:00'), end: at('22:00') };
    const split = { ...day, openWindows: [...day.openWindows, away] };
    expect(placeOfWish(split, 'osei', at('18:30'))).toBe('lakeside');
    expect(placeOfWish(split, 'osei', at('19:30'))).toBe('hillcrest');
    expect(placeOfWish({ ...day, openWindows: [] }, 'osei', at('15:00'))).toBeUndefined();
  });

  it('shows all work and all visits with half an hour around', () => {
    expect(dayBounds(eventsOf(visit('e', '06:40'), 'provider'), blocks)).toEqual({ from: 360, to: 1050 });
  });
});
