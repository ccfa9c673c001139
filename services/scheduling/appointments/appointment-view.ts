import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { GateResult } from '@spark-den/contracts/scheduling/types';
import { fail } from '@spark-den/service-kit';
import type { Selectable } from 'kysely';
import type { SchedulingContext } from '../context.ts';
import type { CheckInGateTable } from '../database.ts';
import { gatesOf, stepsOf } from '../visits/step-repository.ts';
import { waitMinutes } from '../visits/visit.ts';
import { bookedResources, movesOf, summaryById, type SummaryRow } from './appointment-repository.ts';

/** A row of the calendar; the name of a restricted chart is shown only to those who may open it. */
export function summaryView(row: SummaryRow, context: Pick<SchedulingContext, 'principal'>) {
  const hidden = row.patientRestricted === true && !maySeeRestricted(context);
  return {
    appointmentId: row.id,
    version: row.version,
    patientId: row.patientId,
    patientName: hidden ? 'Restricted chart' : (row.patientName ?? 'Name not known yet'),
    patientMrn: hidden ? null : row.patientMrn,
    patientBorn: hidden ? null : row.patientBorn,
    appointmentTypeId: row.appointmentTypeId,
    appointmentTypeName: row.typeName,
    color: row.color,
    providerId: row.providerId,
    providerName: row.providerName,
    locationId: row.locationId,
    zone: row.zone,
    roomId: row.roomId,
    roomName: row.roomName,
    equipmentIds: row.equipmentIds,
    start: row.startAt,
    end: row.endAt,
    date: row.localDate,
    localStart: row.localStart,
    durationMinutes: row.durationMinutes,
    status: row.status,
    confirmation: row.confirmation,
    visitReason: row.visitReason,
    exceptionReason: row.exceptionReason,
    flow: {
      arrivedAt: row.arrivedAt,
      checkedInAt: row.checkedInAt,
      roomedAt: row.roomedAt,
      withProviderAt: row.withProviderAt,
      readyCheckoutAt: row.readyCheckoutAt,
      checkedOutAt: row.checkedOutAt,
    },
    waitMinutes: waitMinutes(row),
  };
}

/** The whole of an appointment: with resources, moves, gates and steps. */
export async function appointmentView(context: SchedulingContext, appointmentId: string) {
  const { db } = context;
  const row = await summaryById(db, appointmentId);
  if (!row) throw fail(schedulingContract, 'scheduling.appointment_not_found', { appointmentId });
  context.audit({ patientId: row.patientId, entityType: 'appointment', entityId: row.id });
  const steps = await stepsOf(db, appointmentId);
  const moves = await movesOf(db, appointmentId);
  return {
    ...summaryView(row, context),
    bookedAt: row.bookedAt,
    resources: await bookedResources(db, appointmentId).then(list =>
      list.map(({ startAt, endAt, ...rest }) => ({ ...rest, start: startAt, end: endAt })),
    ),
    cancellation: cancellationOf(row),
    moves: moves.map(move => ({
      fromStart: move.fromStart,
      toStart: move.toStart,
      fromProviderId: move.fromProviderId,
      toProviderId: move.toProviderId,
      at: move.at,
      actorName: move.actorName,
      reason: move.reason,
    })),
    gates: (await gatesOf(db, [appointmentId])).map(gateView),
    steps: steps.map(step => ({
      stepId: step.id,
      action: step.action,
      from: step.fromStatus,
      to: step.toStatus,
      at: step.at,
      actorId: step.actorId,
      actorName: step.actorName,
      source: step.source,
      reason: step.reason,
      voidedAt: step.voidedAt,
      voidedBy: step.voidedBy,
    })),
  };
}

function cancellationOf(row: SummaryRow) {
  if (!row.cancelledAt || !row.cancelledBy) return null;
  return {
    by: row.cancelledBy,
    reason: row.cancelReason ?? '',
    at: row.cancelledAt,
    noticeMinutes: row.noticeMinutes ?? 0,
    late: row.lateCancel ?? false,
  };
}

function gateView(row: Selectable<CheckInGateTable>): GateResult {
  return row.outcome === 'satisfied'
    ? { gate: row.gate, outcome: 'satisfied', evidence: row.evidence ?? '' }
    : { gate: row.gate, outcome: 'overridden', reason: row.reason ?? '' };
}

function maySeeRestricted({ principal }: Pick<SchedulingContext, 'principal'>): boolean {
  return principal.kind === 'service' || principal.permissions.has('patients.restricted.read');
}
