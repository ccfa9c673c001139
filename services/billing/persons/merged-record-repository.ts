import { sql } from 'kysely';
import type { BillingContext } from '../context.ts';

/** Every record that stands for the person whom this id means, the surviving one first. */
export async function recordsOf(context: BillingContext, patientId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with person as (
      select coalesce((select person_id from merged_record where patient_id = ${patientId}), ${patientId}::uuid) as id
    )
    select id from person
    union all
    select patient_id from merged_record join person on person.id = merged_record.person_id`.execute(
    context.db,
  );
  return rows.map(({ id }) => id);
}

/** Lets these records stand for the person, and for nobody else. */
export async function storeRecords(
  context: BillingContext,
  personId: string,
  patientIds: readonly string[],
): Promise<void> {
  await context.db
    .deleteFrom('mergedRecord')
    .where('practiceId', '=', context.practiceId)
    .where('patientId', 'in', patientIds)
    .execute();
  const merged = patientIds.filter(patientId => patientId !== personId);
  if (merged.length === 0) return;
  await context.db
    .insertInto('mergedRecord')
    .values(merged.map(patientId => ({ practiceId: context.practiceId, patientId, personId })))
    .execute();
}
