import { person } from '../people.ts';
import { startTestSystem, type TestSystem } from '../test-system.ts';
import { notesContract, notesService } from './note-service.ts';

const PATIENT = '01900000-0000-7000-8fff-000000000001';
const biller = person('billing-manager', [notesContract]);

describe('a crash at any statement of a command', () => {
  let test: TestSystem;
  beforeAll(async () => {
    test = await startTestSystem({ services: [notesService] });
  });
  afterAll(() => test.stop());

  it('F02 (narrow: cut connections) G25 leaves all of it or nothing, and a repeat with the same key does it exactly once', async () => {
    const command = (key: string) =>
      test.dispatch(
        'notes',
        { operation: 'writeNote', input: { patientId: PATIENT, body: key }, idempotencyKey: key },
        biller,
      );
    test.fuse.mend();
    await command('measure');
    const statements = test.fuse.seen;
    expect(statements).toBeGreaterThan(4);
    for (let at = 1; at <= statements; at += 1) {
      test.fuse.blowAt(at);
      await command(`cut at ${at}`);
      test.fuse.mend();
      expect((await command(`cut at ${at}`)).status).toBe(200);
    }
    const counts = await test.withRoot('business', async client => ({
      notes: (await client.query<{ n: number }>('select count(*)::int as n from notes.note')).rows[0]?.n,
      bodies: (await client.query<{ n: number }>('select count(distinct body)::int as n from notes.note'))
        .rows[0]?.n,
      outbox: (await client.query<{ n: number }>('select count(*)::int as n from notes.outbox')).rows[0]?.n,
      audit: (
        await client.query<{ n: number }>(
          `select count(*)::int as n from notes.audit_spool where event->>'action' = 'note.written' and event->>'outcome' = 'success'`,
        )
      ).rows[0]?.n,
    }));
    expect(counts).toEqual({
      notes: statements + 1,
      bodies: statements + 1,
      outbox: statements + 1,
      audit: statements + 1,
    });
  });
});
