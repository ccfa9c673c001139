import type { InputOf } from '@spark-den/contracts/operation';
import type { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { Appointment, AppointmentSummary } from '@spark-den/contracts/scheduling/types';
import { useToast, useZone } from '@spark-den/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CalendarDay } from '../lib/calendar-model.ts';
import { refusal } from '../lib/problem.ts';
import { calendarKey, scheduling } from './scheduling-queries.ts';

type Step = InputOf<typeof schedulingContract.operations.transitionAppointment>['step'];
type Visit = Pick<AppointmentSummary, 'appointmentId' | 'version' | 'patientName'>;

/** Marks everything that a change of a visit may have changed; live events do the same for the others. */
export function useRefreshVisits(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['scheduling'] });
}

/** Takes a step of a visit and offers to take it back. */
export function useTakeStep() {
  const refresh = useRefreshVisits();
  const toast = useToast();
  const zone = useZone();
  const undo = useMutation({
    mutationFn: (visit: Visit) =>
      scheduling.transitionAppointment(
        { appointmentId: visit.appointmentId, step: { action: 'undo', reason: 'Undone at once' } },
        { version: visit.version },
      ),
    onSettled: refresh,
    onError: error => toast.show(refusal(error, zone), { tone: 'danger' }),
  });
  return useMutation({
    mutationFn: ({ visit, step }: { visit: Visit; step: Step; done: string }) =>
      scheduling.transitionAppointment(
        { appointmentId: visit.appointmentId, step },
        { version: visit.version },
      ),
    onSuccess: (after, { step, done }) =>
      toast.show(`${after.patientName}: ${done}`, {
        tone: 'success',
        undo: step.action === 'undo' ? undefined : () => undo.mutate(after),
      }),
    onSettled: refresh,
    onError: error => toast.show(refusal(error, zone), { tone: 'danger' }),
  });
}

export type MoveInput = Omit<InputOf<typeof schedulingContract.operations.moveAppointment>, 'appointmentId'>;

interface Move {
  readonly visit: AppointmentSummary;
  readonly to: MoveInput;
  /** How the visit looks until the server has answered. */
  readonly meanwhile: Partial<AppointmentSummary>;
  readonly isUndo?: boolean;
}

/** Moves a visit on the screen at once; the server's no puts it back with the reason. */
export function useMoveVisit(date: CalendarDay['date'], locationId: string | undefined) {
  const client = useQueryClient();
  const toast = useToast();
  const zone = useZone();
  const refresh = useRefreshVisits();
  const key = calendarKey(date, locationId);
  const patch = (appointmentId: string, change: Partial<AppointmentSummary>) =>
    client.setQueryData<CalendarDay>(
      key,
      day =>
        day && {
          ...day,
          appointments: day.appointments.map(visit =>
            visit.appointmentId === appointmentId ? { ...visit, ...change } : visit,
          ),
        },
    );
  const move = useMutation({
    mutationFn: ({ visit, to }: Move): Promise<Appointment> =>
      scheduling.moveAppointment({ appointmentId: visit.appointmentId, ...to }, { version: visit.version }),
    onMutate: ({ visit, meanwhile }) => {
      void client.cancelQueries({ queryKey: key });
      patch(visit.appointmentId, meanwhile);
    },
    onError: (error, { visit }) => {
      patch(visit.appointmentId, visit);
      toast.show(`Not moved. ${refusal(error, zone)}`, { tone: 'danger' });
    },
    onSuccess: (after, { visit, isUndo }) => {
      patch(visit.appointmentId, { version: after.version });
      const back: MoveInput = {
        start: visit.start,
        providerId: visit.providerId,
        locationId: visit.locationId,
        roomId: visit.roomId ?? undefined,
        durationMinutes: visit.durationMinutes,
      };
      const { version: _version, ...meanwhile } = visit;
      toast.show(isUndo ? 'Move undone' : `${visit.patientName} moved`, {
        tone: 'success',
        undo: isUndo
          ? undefined
          : () =>
              move.mutate({ visit: { ...visit, version: after.version }, to: back, meanwhile, isUndo: true }),
      });
    },
    onSettled: refresh,
  });
  return move;
}
