import { sql, type Kysely } from 'kysely';

/** Which practices have data in this service, so that its workers visit them. */
export class KnownPractices {
  readonly #db: Kysely<unknown>;
  readonly #noted = new Set<string>();

  constructor(db: Kysely<unknown>) {
    this.#db = db;
  }

  /** Notes a practice at its first work, outside that work's transaction: no other work then waits for it. */
  async note(practiceId: string): Promise<void> {
    if (practiceId === '' || this.#noted.has(practiceId)) return;
    await sql`insert into known_practice (practice_id) values (${practiceId}) on conflict do nothing`.execute(
      this.#db,
    );
    this.#noted.add(practiceId);
  }

  async list(): Promise<string[]> {
    const { rows } = await sql<{
      practiceId: string;
    }>`select practice_id from known_practice order by practice_id`.execute(this.#db);
    return rows.map(row => row.practiceId);
  }
}
