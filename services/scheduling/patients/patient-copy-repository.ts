import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { fail } from '@spark-den/service-kit';
import type { SchedulingContext } from '../context.ts';

/** Makes sure that the patient exists and that the calendar has a name to show. */
export async function requirePatient(context: SchedulingContext, patientId: string): Promise<void> {
  const known = await context.db
    .selectFrom('patientCopy')
    .select('patientId')
    .where('patientId', '=', patientId)
    .executeTakeFirst();
  if (known) return;
  const copied = await copyPatients(context, [patientId]);
  if (!copied.includes(patientId))
    throw fail(schedulingContract, 'scheduling.patient_not_found', { patientId });
}

/** Reads names anew for ids that the calendar already shows; others are nobody's business here. */
export async function refreshPatients(context: SchedulingContext, ids: readonly string[]): Promise<void> {
  const known = await context.db
    .selectFrom('patientCopy')
    .select('patientId')
    .where(eb => eb.or([eb('patientId', 'in', [...ids]), eb('survivingId', 'in', [...ids])]))
    .execute();
  if (known.length > 0) {
    await copyPatients(
      context,
      known.map(row => row.patientId),
    );
  }
}

async function copyPatients(context: SchedulingContext, patientIds: readonly string[]): Promise<string[]> {
  const { items } = await context.call(patientsContract).getPatientSummaries({ patientIds: [...patientIds] });
  for (const item of items) {
    const copy = {
      survivingId: item.id,
      name: displayName(item),
      mrn: item.mrn,
      born: item.birthDate,
      restricted: item.restricted,
    };
    await context.db
      .insertInto('patientCopy')
      .values({ practiceId: context.practiceId, patientId: item.requestedId, ...copy })
      .onConflict(conflict => conflict.columns(['practiceId', 'patientId']).doUpdateSet(copy))
      .execute();
  }
  return items.map(item => item.requestedId);
}

interface Named {
  readonly name: { readonly family: string; readonly given: string };
  readonly nameUsed: string | null;
}

/** `Lee, Ann (Annie)`: as a schedule is read, by family name. */
export function displayName({ name, nameUsed }: Named): string {
  const used = nameUsed && nameUsed !== name.given ? ` (${nameUsed})` : '';
  return `${name.family}, ${name.given}${used}`;
}
