import { sql, type Kysely, type Transaction } from 'kysely';
import { READS_BEGIN, READS_END, WITH_NEXT } from './with-next.ts';

/** One transaction that sees only this practice's rows. Its start goes out with its first statement. */
export function inPracticeTransaction<T>(
  db: Kysely<unknown>,
  practiceId: string,
  work: (tx: Transaction<unknown>) => Promise<T>,
): Promise<T> {
  const begin = sql.raw(
    `${WITH_NEXT}begin; select set_config('app.practice_id', '${quotable(practiceId)}', true)`,
  );
  return db.connection().execute(async connection => {
    await begin.execute(connection);
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

const NOBODY = sql.raw(
  `${READS_END}select set_config('app.practice_id', '', false), set_config('default_transaction_read_only', 'off', false)`,
);

/**
 * Reads that see only this practice's rows. Each statement is a transaction of its own, as under READ COMMITTED they
 * would see no more of one another in a common one; the database refuses to write. Whoever uses the connection next
 * begins as nobody: that goes out before their first statement.
 */
export function inPracticeReads<T>(
  db: Kysely<unknown>,
  practiceId: string,
  work: (tx: Transaction<unknown>) => Promise<T>,
): Promise<T> {
  const begin = sql.raw(
    `${READS_BEGIN}select set_config('app.practice_id', '${quotable(practiceId)}', false), set_config('default_transaction_read_only', 'on', false)`,
  );
  return db.connection().execute(async connection => {
    await begin.execute(connection);
    try {
      return await work(connection as Transaction<unknown>);
    } finally {
      await NOBODY.execute(connection);
    }
  });
}

/** An empty id is nobody's practice and sees nothing. */
function quotable(practiceId: string): string {
  if (/^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})?$/i.test(practiceId)) return practiceId;
  throw new TypeError('a practice is named by a UUID');
}
