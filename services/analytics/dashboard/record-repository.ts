import type { Instant, LocalDate } from '@spark-den/kernel';
import { sql } from 'kysely';
import type { AnalyticsContext } from '../context.ts';

/** From when on the practice has a record of each kind; null while it has none. */
export interface RecordBegins {
  readonly visits: LocalDate | null;
  readonly cash: LocalDate | null;
  readonly charges: Instant | null;
}

/** A figure is compared only with weeks that the practice has a record of. */
export async function recordBegins({ db, practiceId }: AnalyticsContext): Promise<RecordBegins> {
  const { rows } = await sql<RecordBegins>`
    select (select min(date) from visit where practice_id = ${practiceId}) as visits,
           (select min(posting_date) from cash_posting where practice_id = ${practiceId}) as cash,
           (select min(posted_at) from charge_posting where practice_id = ${practiceId}) as charges`.execute(
    db,
  );
  return rows[0] ?? { visits: null, cash: null, charges: null };
}
