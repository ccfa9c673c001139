import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { AuditDatabase } from '../database.ts';

type Db = Kysely<AuditDatabase>;
type Tx = Transaction<AuditDatabase>;

/** Only one sealer works at a time, whichever process it runs in. @returns whether it is this one */
export async function becomeSealer(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{
    mine: boolean;
  }>`select pg_try_advisory_xact_lock(hashtext('audit sealer')) as mine`.execute(tx);
  return rows[0]?.mine ?? false;
}

/** Takes events off the queue, in the order in which they arrived. */
export async function takeWaiting(tx: Tx, limit: number) {
  const taken = await tx
    .deleteFrom('unsealed')
    .where('arrival', 'in', eb => eb.selectFrom('unsealed').select('arrival').orderBy('arrival').limit(limit))
    .returning(['arrival', 'eventId'])
    .execute();
  if (taken.length === 0) return [];
  const arrivals = new Map(taken.map(row => [row.eventId, row.arrival]));
  const events = await tx
    .selectFrom('event')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...arrivals.keys()]})`)
    .execute();
  return events.sort((a, b) => (arrivals.get(a.id) ?? 0) - (arrivals.get(b.id) ?? 0));
}

export async function newestSeal(tx: Tx): Promise<Selectable<AuditDatabase['seal']> | undefined> {
  return tx.selectFrom('seal').selectAll().orderBy('number', 'desc').executeTakeFirst();
}

export async function insertSeal(
  tx: Tx,
  seal: Selectable<AuditDatabase['seal']>,
  events: readonly Selectable<AuditDatabase['sealedEvent']>[],
): Promise<void> {
  await sql`
    insert into sealed_event (position, event_id, leaf)
    select "position", "eventId", "leaf"
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      as sealed ("position" bigint, "eventId" uuid, "leaf" text)`.execute(tx);
  await tx.insertInto('seal').values(seal).execute();
}

export async function sealsAfter(db: Db, number: number) {
  return db
    .selectFrom('seal')
    .select(['number', 'lastPosition', 'head'])
    .where('number', '>', number)
    .orderBy('number')
    .execute();
}
