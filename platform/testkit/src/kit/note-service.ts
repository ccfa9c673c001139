import {
  CentsField,
  Id,
  InstantField,
  LocalDateField,
  Page,
  PageInput,
  Text,
} from '@spark-den/contracts/fields';
import { event, operation, serviceContract } from '@spark-den/contracts/operation';
import { localDateAt, type Cents, type Instant, type LocalDate } from '@spark-den/kernel';
import { defineService, fail, on, type Context } from '@spark-den/service-kit';
import { sql } from 'kysely';
import { z } from 'zod';

/** A service as small as one can be: the platform's own tests run on it. */
const Note = z.object({
  id: Id,
  patientId: Id,
  body: z.string(),
  amountCents: CentsField,
  writtenOn: LocalDateField,
  createdAt: InstantField,
  version: z.int(),
});

export const NoteWritten = event('NoteWritten', z.object({ noteId: Id }), { live: true });

const noteErrors = {
  'notes.note_not_found': { kind: 'not_found', title: 'There is no such note.' },
  'notes.version_conflict': { kind: 'conflict', title: 'Somebody changed this note. Read it again.' },
} as const;

export const notesContract = serviceContract({
  name: 'notes',
  port: 17_999,
  database: 'business',
  operations: {
    writeNote: operation({
      summary: 'Writes a note',
      method: 'POST',
      path: '/notes',
      input: z.strictObject({ patientId: Id, body: Text(200), amountCents: CentsField.optional() }),
      output: Note,
      permission: 'notes.note.write',
      phi: 'write',
      audit: 'note.written',
      rateClass: 'standard',
      idempotent: true,
      errors: [],
    }),
    readNote: operation({
      summary: 'Reads a note',
      method: 'GET',
      path: '/notes/:noteId',
      input: z.strictObject({ noteId: Id }),
      output: Note,
      permission: 'notes.note.read',
      phi: 'read',
      audit: 'note.read',
      rateClass: 'standard',
      idempotent: false,
      errors: ['notes.note_not_found'],
    }),
    listNotes: operation({
      summary: 'Lists notes',
      method: 'GET',
      path: '/notes',
      input: z.strictObject({ ...PageInput }),
      output: Page(Note),
      permission: 'notes.note.read',
      phi: 'read',
      audit: 'note.listed',
      rateClass: 'standard',
      idempotent: false,
      errors: [],
    }),
    changeNote: operation({
      summary: 'Changes a note that nobody else changed',
      method: 'PATCH',
      path: '/notes/:noteId',
      input: z.strictObject({ noteId: Id, body: Text(200) }),
      output: Note,
      permission: 'notes.note.write',
      phi: 'write',
      audit: 'note.changed',
      rateClass: 'standard',
      idempotent: true,
      ifMatch: true,
      errors: ['notes.note_not_found', 'notes.version_conflict'],
    }),
    breakDown: operation({
      summary: 'Fails in a way that no contract lists',
      method: 'POST',
      path: '/notes/breakdowns',
      input: z.strictObject({ secret: z.string() }),
      output: z.object({}),
      permission: 'notes.note.write',
      phi: 'write',
      audit: 'note.broken',
      rateClass: 'standard',
      idempotent: false,
      errors: [],
    }),
  },
  events: { NoteWritten },
  errors: noteErrors,
  permissions: {
    'notes.note.read': { label: 'Read notes', roles: ['billing-manager', 'front-desk-coordinator'] },
    'notes.note.write': { label: 'Write notes', roles: ['billing-manager'] },
  },
});

interface NoteRow {
  id: string;
  practiceId: string;
  patientId: string;
  body: string;
  amountCents: Cents;
  writtenOn: LocalDate;
  createdAt: Instant;
  version: number;
}

interface NotesDatabase {
  note: NoteRow;
  noteSeen: { noteId: string; practiceId: string; times: number };
}

async function find(context: Context<NotesDatabase>, noteId: string): Promise<NoteRow> {
  const row = await context.db.selectFrom('note').selectAll().where('id', '=', noteId).executeTakeFirst();
  if (!row) throw fail(notesContract, 'notes.note_not_found', { noteId });
  return row;
}

/** The body of a note at which the consumer's transaction always breaks. */
export const POISON = 'poison';

/** How often the consumer throws before it does its work: tests set it. */
export const faults = { beforeHandling: 0 };

export const notesService = defineService<NotesDatabase>()({
  contract: notesContract,
  migrations: new URL('./migrations/', import.meta.url),
  handlers: () => ({
    async writeNote(context, input) {
      const row: NoteRow = {
        id: context.newId(),
        practiceId: context.practiceId,
        patientId: input.patientId,
        body: input.body,
        amountCents: input.amountCents ?? (0 as Cents),
        writtenOn: localDateAt(context.now, 'America/Chicago'),
        createdAt: context.now,
        version: 1,
      };
      await context.db.insertInto('note').values(row).execute();
      await context.emit(NoteWritten, { noteId: row.id }, input.patientId);
      context.audit({ patientId: input.patientId, entityType: 'note', entityId: row.id });
      return row;
    },
    async readNote(context, { noteId }) {
      const row = await find(context, noteId);
      context.audit({ patientId: row.patientId, entityType: 'note', entityId: noteId });
      return row;
    },
    async listNotes(context) {
      const items = await context.db.selectFrom('note').selectAll().orderBy('id').execute();
      return { items, nextCursor: null };
    },
    async changeNote(context, { noteId, body }) {
      await find(context, noteId);
      const row = await context.db
        .updateTable('note')
        .set(eb => ({ body, version: eb('version', '+', 1) }))
        .where('id', '=', noteId)
        .where('version', '=', context.expectedVersion ?? 0)
        .returningAll()
        .executeTakeFirst();
      if (!row) throw fail(notesContract, 'notes.version_conflict', { noteId });
      return row;
    },
    breakDown(_, { secret }) {
      throw new Error(`unexpected ${secret}`);
    },
  }),
  subscriptions: () => [
    on(NoteWritten, 'notes.count', async (context: Context<NotesDatabase>, { payload }) => {
      if (faults.beforeHandling > 0) {
        faults.beforeHandling -= 1;
        throw new Error('planted');
      }
      const { body } = await find(context, payload.noteId);
      if (body === POISON) await sql`select 1 / 0`.execute(context.db);
      await context.db
        .insertInto('noteSeen')
        .values({ noteId: payload.noteId, practiceId: context.practiceId, times: 1 })
        .onConflict(conflict =>
          conflict.column('noteId').doUpdateSet(eb => ({ times: eb('noteSeen.times', '+', 1) })),
        )
        .execute();
    }),
  ],
});
