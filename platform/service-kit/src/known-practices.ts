import { sql, type Kysely, type Transaction } from 'kysely';

/** Notes that this service has data of the practice, so that its workers visit it. */
export async function rememberPractice(tx: Transaction<unknown>, practiceId: string): Promise<void> {
  await sql`insert into known_practice (practice_id) values (${practiceId}) on conflict do nothing`.execute(
    tx,
  );
}

export async function knownPractices(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{
    practiceId: string;
  }>`select practice_id from known_practice order by practice_id`.execute(db);
  return rows.map(row => row.practiceId);
}
