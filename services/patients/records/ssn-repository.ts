import type { Transaction } from 'kysely';
import type { PatientsDatabase } from '../database.ts';

/** Looks through the keys, which hold the hash of every record's number. */
export async function ssnIsTaken(
  db: Transaction<PatientsDatabase>,
  ssnHash: string,
  exceptIds: readonly string[],
): Promise<boolean> {
  let query = db
    .selectFrom('patientKey')
    .select('patientId')
    .where('kind', '=', 'match')
    .where('value', '=', `ssn:${ssnHash}`)
    .limit(1);
  if (exceptIds.length > 0) query = query.where('patientId', 'not in', [...exceptIds]);
  return (await query.executeTakeFirst()) !== undefined;
}
