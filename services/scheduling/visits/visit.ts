import type { AppointmentStatus, CheckInGate, GateResult } from '@spark-den/contracts/scheduling/types';
import { CHECK_IN_GATES } from '@spark-den/contracts/scheduling/types';
import { localDateAt, MINUTE_MS, msBetween, type Instant } from '@spark-den/kernel';

/** The life of a visit as rules (DOMAIN A.1). Nothing here knows a clock or a database. */
export type VisitAction =
  | 'arrive'
  | 'check-in'
  | 'room'
  | 'start-visit'
  | 'finish-visit'
  | 'check-out'
  | 'no-show'
  | 'leave-unseen'
  | 'enter-in-error';

/** Which time of the visit a state stamps. */
export type FlowColumn =
  'arrivedAt' | 'checkedInAt' | 'roomedAt' | 'withProviderAt' | 'readyCheckoutAt' | 'checkedOutAt';

interface Step {
  readonly from: readonly AppointmentStatus[];
  readonly to: AppointmentStatus;
  readonly stamps: FlowColumn | null;
}

const STEPS: Readonly<Record<VisitAction, Step>> = {
  arrive: { from: ['booked'], to: 'arrived', stamps: 'arrivedAt' },
  'check-in': { from: ['arrived'], to: 'checked-in', stamps: 'checkedInAt' },
  room: { from: ['checked-in'], to: 'in-room', stamps: 'roomedAt' },
  'start-visit': { from: ['in-room'], to: 'with-provider', stamps: 'withProviderAt' },
  'finish-visit': { from: ['with-provider'], to: 'ready-checkout', stamps: 'readyCheckoutAt' },
  'check-out': { from: ['ready-checkout'], to: 'checked-out', stamps: 'checkedOutAt' },
  'no-show': { from: ['booked'], to: 'no-show', stamps: null },
  'leave-unseen': { from: ['arrived', 'checked-in', 'in-room'], to: 'left-without-being-seen', stamps: null },
  'enter-in-error': {
    from: [
      'booked',
      'arrived',
      'checked-in',
      'in-room',
      'with-provider',
      'ready-checkout',
      'no-show',
      'left-without-being-seen',
    ],
    to: 'entered-in-error',
    stamps: null,
  },
};

/** After this long past its start a visit that nobody came to is a no-show. */
export const NO_SHOW_GRACE_MS = 15 * MINUTE_MS;

/** Cancelled with less notice than this is late. */
export const LATE_CANCEL_MINUTES = 24 * 60;

/** A walk-in may be booked for a time that began up to this long ago. */
export const WALK_IN_MS = 30 * MINUTE_MS;

const BEGUN_OR_OVER: ReadonlySet<AppointmentStatus> = new Set([
  'arrived',
  'checked-in',
  'in-room',
  'with-provider',
  'ready-checkout',
  'checked-out',
  'cancelled',
  'no-show',
  'left-without-being-seen',
  'entered-in-error',
]);

/** States in which the visit no longer takes anybody's time. */
export const RELEASED: readonly AppointmentStatus[] = ['cancelled', 'entered-in-error'];

export interface VisitNow {
  readonly status: AppointmentStatus;
  readonly startAt: Instant;
  readonly zone: string;
}

export type StepOutcome =
  | { readonly allowed: true; readonly to: AppointmentStatus; readonly stamps: FlowColumn | null }
  | {
      readonly allowed: false;
      readonly code: 'scheduling.transition_not_allowed' | 'scheduling.too_early_for_no_show';
    };

export function nextState(visit: VisitNow, action: VisitAction, now: Instant): StepOutcome {
  const step = STEPS[action];
  if (!step.from.includes(visit.status)) {
    return { allowed: false, code: 'scheduling.transition_not_allowed' };
  }
  // nobody arrives on the day before: that would be a slip of the hand on tomorrow's list
  if (action === 'arrive' && localDateAt(now, visit.zone) < localDateAt(visit.startAt, visit.zone)) {
    return { allowed: false, code: 'scheduling.transition_not_allowed' };
  }
  if (action === 'no-show' && msBetween(visit.startAt, now) < NO_SHOW_GRACE_MS) {
    return { allowed: false, code: 'scheduling.too_early_for_no_show' };
  }
  return { allowed: true, to: step.to, stamps: step.stamps };
}

/** The column that a step stamped, so that undoing it can void the time. */
export function stampOf(action: string): FlowColumn | null {
  return action in STEPS ? STEPS[action as VisitAction].stamps : null;
}

/** Before a patient is here a visit can be moved or cancelled; after that it is "left without being seen". */
export function canMoveOrCancel(status: AppointmentStatus): boolean {
  return !BEGUN_OR_OVER.has(status);
}

/** Steps can be taken back on the day on which they were taken, at the location. */
export function canUndo(
  step: { readonly action: string; readonly at: Instant },
  zone: string,
  now: Instant,
): boolean {
  return step.action in STEPS && localDateAt(step.at, zone) === localDateAt(now, zone);
}

/** Gates that are neither satisfied nor overridden. */
export function openGates(results: readonly GateResult[]): CheckInGate[] {
  const passed = new Set(results.map(result => result.gate));
  return CHECK_IN_GATES.filter(gate => !passed.has(gate));
}

/** Time between cancelling and the start, and whether that is short notice. */
export function noticeOf(startAt: Instant, now: Instant): { noticeMinutes: number; late: boolean } {
  const noticeMinutes = Math.floor(msBetween(now, startAt) / MINUTE_MS);
  return { noticeMinutes, late: noticeMinutes < LATE_CANCEL_MINUTES };
}

/** In the room minus the later of arrival and start (DOMAIN A.1); coming early is not the practice's wait. */
export function waitMinutes(visit: {
  readonly startAt: Instant;
  readonly arrivedAt: Instant | null;
  readonly roomedAt: Instant | null;
}): number | null {
  if (!visit.roomedAt || !visit.arrivedAt) return null;
  const from = visit.arrivedAt > visit.startAt ? visit.arrivedAt : visit.startAt;
  return Math.max(0, Math.round(msBetween(from, visit.roomedAt) / MINUTE_MS));
}
