import type { AppointmentStatus, AppointmentSummary } from '@spark-den/contracts/scheduling/types';
import type { Tone } from '@spark-den/ui';

interface StatusLook {
  readonly label: string;
  readonly tone: Tone;
  readonly look: 'plain' | 'done' | 'broken';
}

const STATUS: Readonly<Record<AppointmentStatus, StatusLook>> = {
  booked: { label: 'Booked', tone: 'neutral', look: 'plain' },
  arrived: { label: 'Arrived', tone: 'info', look: 'plain' },
  'checked-in': { label: 'Checked in', tone: 'progress', look: 'plain' },
  'in-room': { label: 'In room', tone: 'progress', look: 'plain' },
  'with-provider': { label: 'With provider', tone: 'progress', look: 'plain' },
  'ready-checkout': { label: 'Ready to check out', tone: 'warning', look: 'plain' },
  'checked-out': { label: 'Checked out', tone: 'success', look: 'done' },
  cancelled: { label: 'Cancelled', tone: 'neutral', look: 'broken' },
  'no-show': { label: 'No-show', tone: 'danger', look: 'broken' },
  'left-without-being-seen': { label: 'Left unseen', tone: 'danger', look: 'broken' },
  'entered-in-error': { label: 'Entered in error', tone: 'neutral', look: 'broken' },
};

/** A visit's state in a word and a tone; a booked one that the patient confirmed says so. */
export function statusLook(visit: Pick<AppointmentSummary, 'status' | 'confirmation'>): StatusLook {
  if (visit.status === 'booked' && visit.confirmation === 'confirmed') {
    return { label: 'Confirmed', tone: 'info', look: 'plain' };
  }
  if (visit.status === 'booked' && visit.confirmation === 'declined') {
    return { label: 'Declined', tone: 'warning', look: 'plain' };
  }
  return STATUS[visit.status];
}

export type SimpleStep = 'arrive' | 'room' | 'start-visit' | 'finish-visit';

/** The step that comes next, in the words of its button; check-in and check-out ask questions of their own. */
export const NEXT_STEP: Readonly<
  Partial<
    Record<
      AppointmentStatus,
      { readonly action: SimpleStep | 'check-in' | 'check-out'; readonly label: string }
    >
  >
> = {
  booked: { action: 'arrive', label: 'Arrived' },
  arrived: { action: 'check-in', label: 'Check in…' },
  'checked-in': { action: 'room', label: 'Room' },
  'in-room': { action: 'start-visit', label: 'Start visit' },
  'with-provider': { action: 'finish-visit', label: 'Finish visit' },
  'ready-checkout': { action: 'check-out', label: 'Check out…' },
};
