import { AppError } from '@spark-den/kernel';
import { OTHER_PRACTICE_ID, person } from '../people.ts';
import { startTestSystem, type TestSystem } from '../test-system.ts';
import { faults, notesContract, notesService, POISON } from './note-service.ts';

const PATIENT = '01900000-0000-7000-8fff-000000000001';
const biller = person('billing-manager', [notesContract]);
const frontDesk = person('front-desk-coordinator', [notesContract]);
const stranger = person('billing-manager', [notesContract], OTHER_PRACTICE_ID);

describe.each(['local', 'http'] as const)(
  'the platform, its calls carried by the %s transport',
  transport => {
    let test: TestSystem;
    beforeAll(async () => {
      test = await startTestSystem({ services: [notesService], background: true, transport });
    });
    afterAll(() => test.stop());

    const write = (body = 'paid in full') =>
      test.as(notesContract, biller).writeNote({ patientId: PATIENT, body });

    it('keeps amounts, dates and instants as the kernel wants them', async () => {
      const { id } = await test
        .as(notesContract, biller)
        .writeNote({ patientId: PATIENT, body: 'x', amountCents: 9_007_199_254_740 });
      const note = await test.as(notesContract, biller).readNote({ noteId: id });
      expect(note).toMatchObject({
        amountCents: 9_007_199_254_740,
        writtenOn: '2026-11-16',
        createdAt: '2026-11-16T15:00:00.000Z',
      });
    });

    it('SEC-02 refuses by default and writes the denial down', async () => {
      await expect(
        test.as(notesContract, frontDesk).writeNote({ patientId: PATIENT, body: 'x' }),
      ).rejects.toMatchObject({
        kind: 'forbidden',
        fields: { permission: 'notes.note.write' },
      });
      await test.settled();
      expect(test.audited).toContainEqual(
        expect.objectContaining({ outcome: 'denied', action: 'note.written', actorId: frontDesk.id }),
      );
    });

    it('DB-01 (narrow: one table) shows another practice nothing, as if the note did not exist', async () => {
      const { id } = await write();
      const other = test.dispatch(
        'notes',
        { operation: 'readNote', input: { noteId: id }, requestId: 'a'.repeat(8) },
        stranger,
      );
      const missing = test.dispatch(
        'notes',
        { operation: 'readNote', input: { noteId: PATIENT }, requestId: 'a'.repeat(8) },
        biller,
      );
      expect((await other).body.replace(id, '')).toBe((await missing).body.replace(PATIENT, ''));
      await expect(test.as(notesContract, stranger).listNotes({})).resolves.toEqual({
        items: [],
        nextCursor: null,
      });
    });

    it('does not let a service role see rows without a practice, or own its tables', async () => {
      await write();
      await test.withRole('svc_notes', 'business', async client => {
        expect((await client.query('select * from notes.note')).rows).toEqual([]);
        await expect(client.query('alter table notes.note disable row level security')).rejects.toThrow(
          /must be owner/,
        );
        await expect(client.query('set role spark_owner')).rejects.toThrow(/permission denied/);
        await expect(client.query('select * from pg_authid')).rejects.toThrow(/permission denied/);
      });
    });

    it('APIS-01 (narrow: the dispatcher) F06 does a command once however often its key comes, and nothing else under it', async () => {
      const call = {
        operation: 'writeNote',
        requestId: 'the-same-request',
        input: { patientId: PATIENT, body: 'only once' },
        idempotencyKey: 'key-1',
      };
      const replies = await Promise.all(
        Array.from({ length: 8 }, () => test.dispatch('notes', call, biller)),
      );
      expect(new Set(replies.map(reply => reply.body)).size).toBe(1);
      const { items } = await test.as(notesContract, biller).listNotes({});
      expect(items.filter(note => note.body === 'only once')).toHaveLength(1);
      const other = await test.dispatch(
        'notes',
        { ...call, input: { patientId: PATIENT, body: 'another' } },
        biller,
      );
      expect(JSON.parse(other.body)).toMatchObject({ status: 422, code: 'platform.idempotency_key_reused' });
    });

    it('refuses unknown fields and names each wrong one', async () => {
      const reply = await test.dispatch(
        'notes',
        { operation: 'writeNote', input: { patientId: 'x', body: '', id: PATIENT }, idempotencyKey: 'key-2' },
        biller,
      );
      expect(JSON.parse(reply.body)).toMatchObject({
        code: 'platform.input_invalid',
        fields: { problems: [{ path: 'patientId' }, { path: 'body' }, { unknown: ['id'] }] },
      });
    });

    it('lets the first of two editors win', async () => {
      const { id } = await write();
      const notes = test.as(notesContract, biller);
      await expect(notes.changeNote({ noteId: id, body: 'first' }, { version: 1 })).resolves.toMatchObject({
        version: 2,
      });
      await expect(notes.changeNote({ noteId: id, body: 'second' }, { version: 1 })).rejects.toMatchObject({
        kind: 'conflict',
      });
    });

    it('tells nothing of an unexpected failure but an id to find it by', async () => {
      const reply = await test.dispatch(
        'notes',
        { operation: 'breakDown', input: { secret: 'canary-4711' } },
        biller,
      );
      expect(reply.status).toBe(500);
      expect(reply.body).not.toContain('canary-4711');
      expect(JSON.parse(reply.body)).toMatchObject({
        code: 'platform.internal',
        requestId: expect.any(String),
      });
    });

    it('HIPAA-01 (narrow: one service) leaves an audit event for every read and write, with patient, person and outcome', async () => {
      const { id } = await write();
      await test.as(notesContract, biller).readNote({ noteId: id });
      await test.settled();
      const ofNote = test.audited.filter(event => event.entityId === id);
      expect(ofNote.map(event => event.action).sort()).toEqual(['note.read', 'note.written']);
      expect(ofNote[0]).toMatchObject({
        patientId: PATIENT,
        actorId: biller.id,
        outcome: 'success',
        practiceId: biller.practiceId,
      });
    });

    it('G25 delivers each event once in effect, also when handling fails at first', async () => {
      faults.beforeHandling = 2;
      const { id } = await write();
      await test.settled();
      const { rows } = await test.withRoot('business', client =>
        client.query<{ times: number }>('select times from notes.note_seen where note_id = $1', [id]),
      );
      expect(rows).toEqual([{ times: 1 }]);
    });

    it('G25 handles what came together with an event that cannot be handled, and puts that one aside', async () => {
      const notes = await Promise.all(['one', POISON, 'three'].map(write));
      await test.settled();
      const [seen, dead] = await test.withRoot('business', async client => {
        const ids = [notes.map(({ id }) => id)];
        return [
          await client.query<{ times: number }>(
            'select times from notes.note_seen where note_id = any($1)',
            ids,
          ),
          await client.query<{ note: string; error_code: string }>(
            `select event->'payload'->>'noteId' as note, error_code from notes.dead_letter
             where event->'payload'->>'noteId' = any($1)`,
            ids,
          ),
        ] as const;
      });
      expect(seen.rows).toEqual([{ times: 1 }, { times: 1 }]);
      expect(dead.rows).toEqual([{ note: notes[1]?.id, error_code: '22012' }]);
    });

    it('does not start with an incomplete contract', async () => {
      const broken = {
        ...notesService,
        contract: {
          ...notesContract,
          operations: {
            writeNote: { ...notesContract.operations.writeNote, permission: 'notes.unknown', audit: null },
          },
        },
      };
      await expect(startTestSystem({ services: [broken as unknown as typeof notesService] })).rejects.toThrow(
        /notes\.writeNote: permission notes\.unknown is not in permissions\.ts[\s\S]*touches PHI but names no audit action/,
      );
    });

    it('throws what the contract lists as AppError at the caller', async () => {
      const error: unknown = await test
        .as(notesContract, biller)
        .readNote({ noteId: PATIENT })
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({
        kind: 'not_found',
        code: 'notes.note_not_found',
        fields: { noteId: PATIENT },
      });
    });
  },
);
