import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import { READS_BEGIN, READS_END, WITH_NEXT } from './with-next.ts';

const COMMIT = CompiledQuery.raw('commit');
const ROLLBACK = CompiledQuery.raw('rollback');

/** One transaction that sees only this practice's rows. Its start goes out with its first statement. */
export function inPracticeTransaction<T>(
  db: Kysely<unknown>,
  practiceId: string,
  work: (tx: Transaction<unknown>) => Promise<T>,
): Promise<T> {
  const begin = CompiledQuery.raw(
    `${WITH_NEXT}begin; select set_config('app.practice_id', '${quotable(practiceId)}', true)`,
  );
  return db.connection().execute(async connection => {
    await connection.executeQuery(begin);
    try {
      const result = await work(connection as Transaction<unknown>);
      await connection.executeQuery(COMMIT);
      return result;
    } catch (error) {
      await connection.executeQuery(ROLLBACK).catch(() => {});
      throw error;
    }
  });
}

const NOBODY = CompiledQuery.raw(
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
  const begin = CompiledQuery.raw(
    `${READS_BEGIN}select set_config('app.practice_id', '${quotable(practiceId)}', false), set_config('default_transaction_read_only', 'on', false)`,
  );
  return db.connection().execute(async connection => {
    await connection.executeQuery(begin);
    try {
      return await work(connection as Transaction<unknown>);
    } finally {
      await connection.executeQuery(NOBODY);
    }
  });
}

/** An empty id is nobody's practice and sees nothing. */
function quotable(practiceId: string): string {
  if (/^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})?$/i.test(practiceId)) return practiceId;
  throw new TypeError('a practice is named by a UUID');
}
