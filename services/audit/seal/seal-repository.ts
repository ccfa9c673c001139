import type { Clock } from '@spark-den/kernel';
import { sql, type Kysely } from 'kysely';
import type { AuditDatabase } from '../database.ts';
import type { AnchorFile } from './anchors.ts';
import { GENESIS, headHash, leafHash, merkleRoot } from './hashes.ts';
import type { Signer } from './signing-key-repository.ts';

export const BATCH = 1_000;

export interface SealerParts {
  readonly db: Kysely<AuditDatabase>;
  readonly clock: Clock;
  readonly signer: () => Promise<Signer>;
  readonly anchors: AnchorFile;
}

/** Seals what waits, batch by batch. @returns how many events were sealed */
export async function sealAll(parts: SealerParts): Promise<number> {
  await anchorMissing(parts);
  let sealed = 0;
  for (;;) {
    const count = await sealBatch(parts);
    sealed += count;
    if (count < BATCH) return sealed;
  }
}

/**
 * One batch: its events leave the queue, get the next positions, and a signed head that names the head before.
 * A crash after the commit loses the anchor only, which the next start writes.
 */
async function sealBatch({ db, clock, signer, anchors }: SealerParts): Promise<number> {
  const seal = await db.transaction().execute(async tx => {
    const { rows } = await sql<{
      mine: boolean;
    }>`select pg_try_advisory_xact_lock(hashtext('audit sealer')) as mine`.execute(tx);
    if (!rows[0]?.mine) return undefined;
    const waiting = await takeWaiting(tx);
    if (waiting.length === 0) return undefined;
    const before = await tx.selectFrom('seal').selectAll().orderBy('number', 'desc').executeTakeFirst();
    const first = (before?.lastPosition ?? 0) + 1;
    const sealedRows = waiting.map((event, index) => ({
      position: first + index,
      eventId: event.id,
      leaf: leafHash(first + index, event),
    }));
    await sql`
      insert into sealed_event (position, event_id, leaf)
      select "position", "eventId", "leaf"
      from jsonb_to_recordset(${JSON.stringify(sealedRows)}::jsonb)
        as sealed ("position" bigint, "eventId" uuid, "leaf" text)`.execute(tx);
    const key = await signer();
    const fields = {
      number: (before?.number ?? 0) + 1,
      firstPosition: first,
      lastPosition: first + waiting.length - 1,
      root: merkleRoot(sealedRows.map(({ leaf }) => leaf)),
      previousHead: before?.head ?? GENESIS,
      sealedAt: clock.now(),
      keyId: key.keyId,
    };
    const head = headHash(fields);
    await tx
      .insertInto('seal')
      .values({ ...fields, head, signature: key.sign(head) })
      .execute();
    return { ...fields, head, count: waiting.length };
  });
  if (!seal) return 0;
  anchors.append({ number: seal.number, lastPosition: seal.lastPosition, head: seal.head });
  return seal.count;
}

async function takeWaiting(tx: Kysely<AuditDatabase>) {
  const taken = await tx
    .deleteFrom('unsealed')
    .where('arrival', 'in', eb => eb.selectFrom('unsealed').select('arrival').orderBy('arrival').limit(BATCH))
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

/** Anchors seals whose anchor a crash prevented. */
async function anchorMissing({ db, anchors }: SealerParts): Promise<void> {
  const last = anchors.read().at(-1)?.number ?? 0;
  const seals = await db
    .selectFrom('seal')
    .select(['number', 'lastPosition', 'head'])
    .where('number', '>', last)
    .orderBy('number')
    .execute();
  for (const seal of seals) anchors.append(seal);
}
