import type { GateResult } from '@spark-den/contracts/scheduling/types';
import type { Instant } from '@spark-den/kernel';
import { sql, type Insertable } from 'kysely';
import type { Db } from '../context.ts';
import type { AppointmentStepTable } from '../database.ts';

export async function insertStep(
  db: Db,
  row: Omit<Insertable<AppointmentStepTable>, 'sequence'>,
): Promise<void> {
  await db
    .insertInto('appointmentStep')
    .values({
      ...row,
      sequence: sql<number>`(
        select coalesce(max(sequence), 0) + 1 from appointment_step where appointment_id = ${row.appointmentId})`,
    })
    .execute();
}

export async function stepsOf(db: Db, appointmentId: string) {
  return db
    .selectFrom('appointmentStep')
    .selectAll()
    .where('appointmentId', '=', appointmentId)
    .orderBy('sequence')
    .execute();
}

/** The step that stands last: neither voided nor an undo. */
export async function lastStandingStep(db: Db, appointmentId: string) {
  return db
    .selectFrom('appointmentStep')
    .selectAll()
    .where('appointmentId', '=', appointmentId)
    .where('voidedAt', 'is', null)
    .where('action', '<>', 'undo')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function voidStep(db: Db, stepId: string, voidedAt: Instant, voidedBy: string): Promise<void> {
  await db.updateTable('appointmentStep').set({ voidedAt, voidedBy }).where('id', '=', stepId).execute();
}

export async function insertGates(
  db: Db,
  at: { readonly practiceId: string; readonly stepId: string; readonly appointmentId: string },
  gates: readonly GateResult[],
): Promise<void> {
  if (gates.length === 0) return;
  await db
    .insertInto('checkInGate')
    .values(
      gates.map(result => ({
        ...at,
        gate: result.gate,
        outcome: result.outcome,
        evidence: result.outcome === 'satisfied' ? result.evidence : null,
        reason: result.outcome === 'overridden' ? result.reason : null,
      })),
    )
    .execute();
}

/** Gates of the check-in that stands; those of a check-in that was undone stay as history only. */
export async function gatesOf(db: Db, appointmentIds: readonly string[]) {
  if (appointmentIds.length === 0) return [];
  return db
    .selectFrom('checkInGate as g')
    .innerJoin('appointmentStep as s', 's.id', 'g.stepId')
    .selectAll('g')
    .where('g.appointmentId', 'in', [...appointmentIds])
    .where('s.voidedAt', 'is', null)
    .execute();
}

/** When the present state of each visit began. */
export async function lastStepTimes(
  db: Db,
  appointmentIds: readonly string[],
): Promise<Map<string, Instant>> {
  if (appointmentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('appointmentStep')
    .select(['appointmentId', sql<Instant>`max(at)`.as('at')])
    .where('appointmentId', 'in', [...appointmentIds])
    .where('voidedAt', 'is', null)
    .where('action', '<>', 'undo')
    .groupBy('appointmentId')
    .execute();
  return new Map(rows.map(row => [row.appointmentId, row.at]));
}
