import type { ParsedInputOf } from '@spark-den/contracts/operation';
import {
  AppointmentCheckedIn,
  AppointmentStatusChanged,
  VisitCheckedOut,
} from '@spark-den/contracts/scheduling/events';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import { fail, type Handler } from '@spark-den/service-kit';
import { eventFacts } from '../appointments/announce.ts';
import { updateAppointment, type AppointmentRow } from '../appointments/appointment-repository.ts';
import { appointmentView } from '../appointments/appointment-view.ts';
import { releaseClaims } from '../appointments/claim-repository.ts';
import { appointmentToChange } from '../appointments/locked.ts';
import type { SchedulingContext } from '../context.ts';
import type { SchedulingDatabase } from '../database.ts';
import { changeRoom } from './change-room.ts';
import { recordStep } from './record-step.ts';
import { insertGates } from './step-repository.ts';
import { undoStep } from './undo-step.ts';
import { nextState, openGates } from './visit.ts';

type TransitionAppointment = Handler<
  typeof schedulingContract.operations.transitionAppointment,
  SchedulingDatabase
>;
type Input = ParsedInputOf<typeof schedulingContract.operations.transitionAppointment>;
type Step = Exclude<Input['step'], { action: 'undo' }>;

export const transitionAppointment: TransitionAppointment = async (
  context,
  { appointmentId, step, source },
) => {
  const row = await appointmentToChange(context, appointmentId);
  if (step.action === 'undo') await undoStep(context, row, step.reason, source);
  else await takeStep(context, row, step, source);
  return appointmentView(context, appointmentId);
};

async function takeStep(
  context: SchedulingContext,
  row: AppointmentRow,
  step: Step,
  source: Input['source'],
): Promise<void> {
  const { db, now } = context;
  const outcome = nextState(row, step.action, now);
  if (!outcome.allowed) {
    throw fail(schedulingContract, outcome.code, { status: row.status, action: step.action });
  }
  checkRights(context, step);
  checkGates(step);
  if (step.action === 'room' && step.roomId !== undefined && step.roomId !== row.roomId) {
    await changeRoom(context, row, step.roomId);
  }
  if (outcome.to === 'entered-in-error') await releaseClaims(db, row.id);
  await updateAppointment(db, row.id, row.version, {
    status: outcome.to,
    ...(outcome.stamps ? { [outcome.stamps]: now } : {}),
    ...(step.action === 'room' && step.roomId !== undefined ? { roomId: step.roomId } : {}),
  });
  const stepId = await recordStep(context, {
    appointmentId: row.id,
    action: step.action,
    from: row.status,
    to: outcome.to,
    reason: reasonOf(step),
    source,
  });
  if (step.action === 'check-in') {
    await insertGates(db, { practiceId: context.practiceId, stepId, appointmentId: row.id }, step.gates);
  }
  await announce(context, row, outcome.to, step);
}

/** Check-in asks for every gate, check-out for charges, next visit and balance. */
function checkGates(step: Step): void {
  if (step.action === 'check-in') {
    const open = openGates(step.gates);
    if (open.length > 0) throw fail(schedulingContract, 'scheduling.checkin_gates_open', { open });
  }
  if (step.action === 'check-out') {
    const missing = [
      ...(step.chargesReviewed ? [] : ['charges']),
      ...(step.nextVisit === 'not-asked' ? ['next-visit'] : []),
      ...(step.balanceReviewed ? [] : ['balance']),
    ];
    if (missing.length > 0) throw fail(schedulingContract, 'scheduling.checkout_incomplete', { missing });
  }
}

function checkRights({ principal }: SchedulingContext, step: Step): void {
  const needs =
    step.action === 'enter-in-error'
      ? 'scheduling.visit.correct'
      : step.action === 'check-in' && step.gates.some(gate => gate.outcome === 'overridden')
        ? 'scheduling.visit.override-gate'
        : null;
  if (needs === null || principal.kind === 'service' || principal.permissions.has(needs)) return;
  throw fail(schedulingContract, 'scheduling.override_forbidden', { permission: needs });
}

function reasonOf(step: Step): string | undefined {
  if (step.action === 'check-out') return `next visit ${step.nextVisit}`;
  return 'reason' in step ? step.reason : undefined;
}

async function announce(
  context: SchedulingContext,
  row: AppointmentRow,
  to: AppointmentStatus,
  step: Step,
): Promise<void> {
  const { now: at } = context;
  const facts = eventFacts(row);
  await context.emit(AppointmentStatusChanged, { ...facts, from: row.status, to, at, undone: false }, row.id);
  if (step.action === 'check-in') {
    const overriddenGates = step.gates.filter(gate => gate.outcome === 'overridden').map(({ gate }) => gate);
    await context.emit(AppointmentCheckedIn, { ...facts, checkedInAt: at, overriddenGates }, row.id);
  }
  if (step.action === 'check-out') {
    await context.emit(VisitCheckedOut, { ...facts, checkedOutAt: at }, row.id);
  }
}
