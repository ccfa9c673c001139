import { sql, type Kysely, type Transaction } from 'kysely';
import { WITH_NEXT } from './with-next.ts';

/**
 * One transaction that sees only this practice's rows. Its start goes out with its first statement. An empty id is nobody's practice and sees nothing.
 */
export function inPracticeTransaction<T>(
  db: Kysely<unknown>,
  practiceId: string,
  work: (tx: Transaction<unknown>) => Promise<T>,
): Promise<T> {
  if (!/^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})?$/i.test(practiceId))
    throw new TypeError('a practice is named by a UUID');
  return db.connection().execute(async connection => {
    await sql
      .raw(`${WITH_NEXT}begin; select set_config('app.practice_id', '${practiceId}', true)`)
      .execute(connection);
    try {
      const result = await work(connection as Transaction<unknown>);
      await sql.raw('commit').execute(connection);
      return result;
    } catch (error) {
      await sql
        .raw('rollback')
        .execute(connection)
        .catch(() => {});
      throw error;
    }
  });
}
