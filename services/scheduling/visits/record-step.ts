import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import type { SchedulingContext } from '../context.ts';
import { insertStep } from './step-repository.ts';

export interface NewStep {
  readonly appointmentId: string;
  readonly action: string;
  readonly from: AppointmentStatus | null;
  readonly to: AppointmentStatus;
  readonly reason?: string;
  readonly source?: 'portal' | 'api' | 'simulator' | 'system';
}

/** Writes a step down with the server's time and who took it; returns its id. */
export async function recordStep(context: SchedulingContext, step: NewStep): Promise<string> {
  const id = context.newId();
  await insertStep(context.db, {
    id,
    practiceId: context.practiceId,
    appointmentId: step.appointmentId,
    action: step.action,
    fromStatus: step.from,
    toStatus: step.to,
    at: context.now,
    actorId: context.principal.id,
    actorName: context.principal.displayName,
    source: step.source ?? (context.principal.kind === 'user' ? 'portal' : 'system'),
    reason: step.reason ?? null,
    voidedAt: null,
    voidedBy: null,
  });
  return id;
}
