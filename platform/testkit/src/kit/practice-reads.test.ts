import { createKysely, createPool, roleUrl } from '@spark-den/adapters';
import { inPracticeReads, inPracticeTransaction } from '@spark-den/service-kit';
import fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import type pg from 'pg';
import { OTHER_PRACTICE_ID, person, PRACTICE_ID } from '../people.ts';
import { startTestSystem, type TestSystem } from '../test-system.ts';
import { notesContract, notesService } from './note-service.ts';

describe('reads of a practice over a connection that others use too', () => {
  let test: TestSystem;
  let pool: pg.Pool;
  let db: Kysely<unknown>;

  beforeAll(async () => {
    test = await startTestSystem({ services: [notesService] });
    await test
      .as(notesContract, person('billing-manager', [notesContract]))
      .writeNote({ patientId: PRACTICE_ID, body: 'paid in full' });
    pool = createPool(roleUrl(test.databases, 'svc_notes', 'business'), { max: 1 });
    db = createKysely(pool);
  });
  afterAll(async () => {
    await pool.end();
    await test.stop();
  });

  const count = async (at: Kysely<unknown>) => {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from notes.note where ${true}`.execute(at);
    return rows[0]?.n;
  };

  it('DB-01 (narrow: one table) see their own practice, and leave the connection to the next as nobody', async () => {
    expect(await inPracticeReads(db, PRACTICE_ID, count)).toBe(1);
    expect(await count(db)).toBe(0);
    expect(await inPracticeReads(db, OTHER_PRACTICE_ID, count)).toBe(0);
    expect(await inPracticeReads(db, PRACTICE_ID, count)).toBe(1);
    expect(await inPracticeTransaction(db, OTHER_PRACTICE_ID, count)).toBe(0);
    expect(await inPracticeTransaction(db, PRACTICE_ID, count)).toBe(1);
    expect((await pool.query<{ n: number }>('select count(*)::int as n from notes.note')).rows).toEqual([
      { n: 0 },
    ]);
  });

  it('show each caller its own practice in whatever order practices, transactions and failures follow each other', async () => {
    const uses = {
      reads: (practice: string) => inPracticeReads(db, practice, count),
      twice: (practice: string) => inPracticeReads(db, practice, async tx => (await count(tx), count(tx))),
      nothing: (practice: string) => inPracticeReads(db, practice, async () => seenBy(practice)),
      transaction: (practice: string) => inPracticeTransaction(db, practice, count),
      failing: (practice: string) =>
        inPracticeReads(db, practice, tx => sql`select 1 / ${0}::int`.execute(tx)).then(
          () => undefined,
          () => seenBy(practice),
        ),
      nobody: async (practice: string) => ((await count(db)) === 0 ? seenBy(practice) : undefined),
      writes: (practice: string) =>
        inPracticeTransaction(db, practice, async tx => {
          await sql`update notes.note set body = body where practice_id = ${practice}`.execute(tx);
          return seenBy(practice);
        }),
    };
    const seenBy = (practice: string) => (practice === PRACTICE_ID ? 1 : 0);
    const step = fc.record({
      use: fc.constantFrom(...(Object.keys(uses) as (keyof typeof uses)[])),
      practice: fc.constantFrom(PRACTICE_ID, OTHER_PRACTICE_ID),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async steps => {
        for (const { use, practice } of steps) expect(await uses[use](practice)).toBe(seenBy(practice));
        expect(await count(db)).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('leave the connection as nobody also when they fail', async () => {
    const failing = inPracticeReads(db, PRACTICE_ID, tx => sql`select 1 / ${0}::int`.execute(tx));
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(await count(db)).toBe(0);
  });

  it('are refused to write, and a transaction after them is not', async () => {
    const erase = (tx: Kysely<unknown>) => sql`delete from notes.note where id = ${PRACTICE_ID}`.execute(tx);
    await expect(inPracticeReads(db, PRACTICE_ID, erase)).rejects.toMatchObject({ code: '25006' });
    await expect(inPracticeTransaction(db, PRACTICE_ID, erase)).resolves.toBeDefined();
  });
});
