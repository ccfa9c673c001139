import type { Transaction } from 'kysely';
import type { PatientsDatabase } from '../database.ts';

export async function ssnIsTaken(
  db: Transaction<PatientsDatabase>,
  ssnHash: string,
  exceptIds: readonly string[],
): Promise<boolean> {
  let query = db.selectFrom('patient').select('id').where('ssnHash', '=', ssnHash).limit(1);
  if (exceptIds.length > 0) query = query.where('id', 'not in', [...exceptIds]);
  return (await query.executeTakeFirst()) !== undefined;
}
