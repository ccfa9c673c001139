import { createKysely, createPool } from '@spark-den/adapters';
import { auditContract } from '@spark-den/contracts/audit/operations';
import type { Verification } from '@spark-den/contracts/audit/types';
import { instant } from '@spark-den/kernel';
import { startTestSystem, type TestSystem } from '@spark-den/testkit';
import fc from 'fast-check';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { AuditDatabase } from '../database.ts';
import { AnchorFile } from '../seal/anchors.ts';
import { headHash, leafHash, merkleRoot } from '../seal/hashes.ts';
import { auditService } from '../service.ts';
import { sampleEvent } from '../testing.ts';
import { verifySnapshot } from './verify-log.ts';

const EVENTS = 240;
const ROUNDS = process.env.ASSURE ? 1_000 : 20;
const SEED = 20261116;

type Tx = Transaction<AuditDatabase>;
interface Place {
  readonly position: number;
  readonly other: number;
}
interface Tampering {
  readonly name: string;
  readonly apply: (tx: Tx, place: Place) => Promise<unknown>;
  /** Whether the finding names the right place. */
  readonly located: (finding: NonNullable<Verification['finding']>, place: Place) => boolean;
}

const eventAt = (position: number) => sql`(select event_id from sealed_event where position = ${position})`;
const exactly = (finding: { position: number }, { position }: Place) => finding.position === position;

/** What an owner of the database might do, with every trigger and every right in the way taken out. */
const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'changes an event',
    apply: (tx, { position }) =>
      sql`update event set actor_name = 'Somebody else' where id = ${eventAt(position)}`.execute(tx),
    located: exactly,
  },
  {
    name: 'changes a detail of an event',
    apply: (tx, { position }) =>
      sql`update event set detail = '{"place": -1}' where id = ${eventAt(position)}`.execute(tx),
    located: exactly,
  },
  {
    name: 'moves an event to another practice',
    apply: (tx, { position }) =>
      sql`update event set practice_id = '01900000-0000-7000-8000-000000000099' where id = ${eventAt(position)}`.execute(
        tx,
      ),
    located: exactly,
  },
  {
    name: 'deletes an event',
    apply: (tx, { position }) => sql`delete from event where id = ${eventAt(position)}`.execute(tx),
    located: exactly,
  },
  {
    name: 'deletes an event with its place in the order',
    async apply(tx, { position }) {
      await sql`delete from event where id = ${eventAt(position)}`.execute(tx);
      await sql`delete from sealed_event where position = ${position}`.execute(tx);
    },
    located: exactly,
  },
  {
    name: 'deletes an event and moves the others up',
    async apply(tx, { position }) {
      await sql`delete from sealed_event where position = ${position}`.execute(tx);
      await sql`update sealed_event set position = position + 1000000 where position > ${position}`.execute(
        tx,
      );
      await sql`update sealed_event set position = position - 1000001 where position > 1000000`.execute(tx);
    },
    located: exactly,
  },
  {
    name: 'swaps two events',
    async apply(tx, { position, other }) {
      await sql`update sealed_event set position = 1000000 where position = ${position}`.execute(tx);
      await sql`update sealed_event set position = ${position} where position = ${other}`.execute(tx);
      await sql`update sealed_event set position = ${other} where position = 1000000`.execute(tx);
    },
    located: (finding, { position, other }) => finding.position === Math.min(position, other),
  },
  {
    name: 'puts an event in without a seal',
    apply: tx => insertEvent(tx),
    located: finding => finding.problem === 'event_added' && finding.position === EVENTS + 1,
  },
  {
    name: 'puts a forged event in place of one',
    async apply(tx, { position }) {
      const id = await insertEvent(tx);
      await sql`update sealed_event set event_id = ${id} where position = ${position}`.execute(tx);
    },
    located: exactly,
  },
  {
    name: 'rewrites the log from a position on, without the key',
    apply: (tx, { position }) => rewriteFrom(tx, position),
    located: (finding, { position }) => finding.problem === 'signature_wrong' && finding.position <= position,
  },
  {
    name: 'cuts the end off',
    apply: (tx, { position }) => restore(tx, position),
    located: (finding, { position }) => finding.problem === 'head_missing' && finding.position <= position,
  },
  {
    name: 'empties everything',
    apply: tx => sql`truncate event, sealed_event, seal, unsealed cascade`.execute(tx),
    located: finding => finding.problem === 'head_missing' && finding.position === 1,
  },
];

describe('tampering with the audit log', () => {
  let test: TestSystem;
  let root: Kysely<AuditDatabase>;
  let anchors: AnchorFile;

  beforeAll(async () => {
    test = await startTestSystem({ services: [auditService], background: true });
    anchors = new AnchorFile(test.system.ports.settings.auditAnchorFile);
    const audit = test.as(auditContract);
    for (let number = 0; number < EVENTS; number += 40) {
      await audit.ingest({ events: Array.from({ length: 40 }, (_, index) => sampleEvent(number + index)) });
      await sealed(number + 40);
    }
    const url = new URL(test.databases.adminUrl);
    url.pathname = `/${test.databases.prefix}shared`;
    root = createKysely<AuditDatabase>(createPool(url.toString(), { max: 1 }));
  });
  afterAll(async () => {
    await root.destroy();
    await test.stop();
  });

  async function sealed(count: number) {
    for (;;) {
      if (anchors.read().at(-1)?.lastPosition === count) return;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  /** Verifies after `tamper`, then undoes it. */
  async function verifyAfter(tamper: (tx: Tx) => Promise<unknown>): Promise<Verification> {
    let result: Verification | undefined;
    await root
      .transaction()
      .execute(async tx => {
        await sql`set local search_path = audit, public`.execute(tx);
        await sql`set local session_replication_role = replica`.execute(tx);
        await tamper(tx);
        result = await verifySnapshot(tx, anchors.read(), instant('2026-11-16T16:00:00Z'));
        throw new Error('undo');
      })
      .catch((error: unknown) => {
        if (!result) throw error;
      });
    if (!result) throw new Error('not verified');
    return result;
  }

  it('SHARED-05 proves an untouched log', async () => {
    await expect(verifyAfter(async () => {})).resolves.toMatchObject({
      ok: true,
      events: EVENTS,
      finding: null,
    });
  });

  it.each(TAMPERINGS)('NAV-32 F34 G10 finds and locates who $name', async ({ apply, located }) => {
    const rounds = Math.ceil(ROUNDS / TAMPERINGS.length);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: EVENTS - 1 }),
        fc.integer({ min: 1, max: EVENTS }),
        async (position, far) => {
          const place = { position, other: far === position ? EVENTS : far };
          const { ok, finding } = await verifyAfter(tx => apply(tx, place));
          expect({ ok, located: finding !== null && located(finding, place), finding }).toMatchObject({
            ok: false,
            located: true,
          });
        },
      ),
      { numRuns: rounds, seed: SEED },
    );
  });

  it('NAV-32 the log refuses to change, whoever of the services asks', async () => {
    for (const role of ['svc_audit', 'relay_audit']) {
      for (const statement of [
        "update audit.event set actor_name = 'x'",
        'delete from audit.event',
        'truncate audit.event',
        'delete from audit.sealed_event',
        "update audit.seal set root = 'x'",
      ]) {
        await expect(test.withRole(role, 'shared', client => client.query(statement))).rejects.toMatchObject({
          code: '42501',
        });
      }
    }
    await expect(
      test.withRole('svc_audit', 'shared', client =>
        client.query('select public_key from audit.signing_key'),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('NAV-32 even the owner of the table is refused by it', async () => {
    await expect(test.withRoot('shared', client => client.query('delete from audit.event'))).rejects.toThrow(
      'append-only',
    );
    await expect(
      test.withRoot('shared', client => client.query('truncate audit.event cascade')),
    ).rejects.toThrow('append-only');
  });
});

async function insertEvent(tx: Tx): Promise<string> {
  const event = sampleEvent(3);
  await tx
    .insertInto('event')
    .values({ ...event, detail: JSON.stringify(event.detail) })
    .execute();
  return event.id;
}

/** Changes an event, then makes leaves, roots and heads fit again: all but the signatures. */
async function rewriteFrom(tx: Tx, position: number): Promise<void> {
  await sql`update event set actor_name = 'Nobody' where id = ${eventAt(position)}`.execute(tx);
  const seals = await tx
    .selectFrom('seal')
    .selectAll()
    .where('lastPosition', '>=', position)
    .orderBy('number')
    .execute();
  let previousHead = seals[0]?.previousHead ?? '';
  for (const seal of seals) {
    const rows = await tx
      .selectFrom('sealedEvent')
      .innerJoin('event', 'event.id', 'sealedEvent.eventId')
      .selectAll('event')
      .select('position')
      .where('position', '>=', seal.firstPosition)
      .where('position', '<=', seal.lastPosition)
      .orderBy('position')
      .execute();
    const leaves = rows.map(({ position: at, ...event }) => leafHash(at, event));
    for (const [index, leaf] of leaves.entries()) {
      await sql`update sealed_event set leaf = ${leaf} where position = ${seal.firstPosition + index}`.execute(
        tx,
      );
    }
    const fields = { ...seal, previousHead, root: merkleRoot(leaves) };
    const head = headHash(fields);
    await sql`update seal set root = ${fields.root}, previous_head = ${previousHead}, head = ${head} where number = ${seal.number}`.execute(
      tx,
    );
    previousHead = head;
  }
}

/** Puts the database back to where it stood before the seal over `position`. */
async function restore(tx: Tx, position: number): Promise<void> {
  await sql`create temporary table gone on commit drop as
    select sealed_event.* from sealed_event, seal
    where ${position} between first_position and last_position and sealed_event.position >= first_position`.execute(
    tx,
  );
  await sql`delete from event where id in (select event_id from gone)`.execute(tx);
  await sql`delete from sealed_event where position in (select position from gone)`.execute(tx);
  await sql`delete from seal where last_position >= ${position}`.execute(tx);
}
