import { patientsContract } from '@spark-den/contracts/patients/operations';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { InputOf } from '@spark-den/contracts/operation';
import type { LocalDate } from '@spark-den/kernel';
import { queryOptions, skipToken, type QueryKey } from '@tanstack/react-query';
import { api } from '../../../app/api.ts';

export const scheduling = api(schedulingContract);
export const patients = api(patientsContract);

const LONG = 10 * 60_000;

export const calendarKey = (date: LocalDate, locationId?: string): QueryKey => [
  'scheduling',
  'calendar',
  date,
  locationId ?? 'all',
];

export const calendarQuery = (date: LocalDate, locationId?: string) =>
  queryOptions({
    queryKey: calendarKey(date, locationId),
    queryFn: ({ signal }) => scheduling.calendarDay({ date, locationId }, { signal }),
  });

export const resourcesQuery = queryOptions({
  queryKey: ['scheduling', 'resources'],
  queryFn: ({ signal }) => scheduling.listSchedulingResources({}, { signal }),
  staleTime: LONG,
});

export const typesQuery = queryOptions({
  queryKey: ['scheduling', 'types'],
  queryFn: ({ signal }) => scheduling.listAppointmentTypes({}, { signal }),
  staleTime: LONG,
});

export const appointmentQuery = (appointmentId: string) =>
  queryOptions({
    queryKey: ['scheduling', 'appointment', appointmentId],
    queryFn: ({ signal }) => scheduling.getAppointment({ appointmentId }, { signal }),
  });

export const checkInQuery = (appointmentId: string) =>
  queryOptions({
    queryKey: ['scheduling', 'check-in', appointmentId],
    queryFn: ({ signal }) => scheduling.checkInStatus({ appointmentId }, { signal }),
  });

export const flowQuery = (date: LocalDate, locationId?: string) =>
  queryOptions({
    queryKey: ['scheduling', 'flow', date, locationId ?? 'all'],
    queryFn: ({ signal }) => scheduling.flowBoard({ date, locationId }, { signal }),
    refetchInterval: 60_000,
  });

export type SlotSearch = InputOf<typeof schedulingContract.operations.findSlots>;

export const slotsQuery = (search: SlotSearch) =>
  queryOptions({
    queryKey: ['scheduling', 'slots', search],
    queryFn: ({ signal }) => scheduling.findSlots(search, { signal }),
  });

/** Whether a wished time is free, and why not; without a wish nothing is asked. */
export const wishQuery = (wish: InputOf<typeof schedulingContract.operations.explainSlot> | undefined) =>
  queryOptions({
    queryKey: ['scheduling', 'wish', wish],
    queryFn: wish ? ({ signal }) => scheduling.explainSlot(wish, { signal }) : skipToken,
  });

export const providerScheduleQuery = (providerId: string) =>
  queryOptions({
    queryKey: ['scheduling', 'provider-schedule', providerId],
    queryFn: ({ signal }) => scheduling.getProviderSchedule({ providerId }, { signal }),
  });

export const closuresQuery = (from: LocalDate, to: LocalDate) =>
  queryOptions({
    queryKey: ['scheduling', 'closures', from, to],
    queryFn: ({ signal }) => scheduling.listClosures({ from, to }, { signal }),
  });
