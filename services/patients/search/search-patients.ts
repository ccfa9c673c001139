import type { patientsContract } from '@spark-den/contracts/patients/operations';
import type { Handlers } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { decodeCursor, encodeCursor } from '../records/cursor.ts';
import { loadPatients, primaryCoverages } from '../records/patient-repository.ts';
import { toSummary } from '../records/patient-row.ts';
import type { PracticeCalendar } from '../records/practice-calendar.ts';
import { seesRestricted } from '../records/require-patient.ts';
import { searchQuery } from './search-query.ts';
import { searchPatientIds, type SearchPosition } from './search-repository.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;

/** Finds also what only a merged record knows, and shows the surviving one in its place, once. */
export function searchPatients(calendar: PracticeCalendar): Handle['searchPatients'] {
  return async (context, { cursor, limit, status, ...fields }) => {
    const today = await calendar.today(context);
    const restricted = seesRestricted(context);
    const rows = await searchPatientIds(context.db, searchQuery(fields, today), {
      status,
      restricted,
      limit,
      after: positionOf(cursor),
    });
    const page = rows.slice(0, limit);
    const loaded = await loadPatients(
      context.db,
      page.map(({ id }) => id),
    );
    const survivors = new Map(
      page.flatMap(({ id }) => {
        const row = loaded.get(id)?.row;
        return row && (restricted || !row.restricted) ? [[row.id, row] as const] : [];
      }),
    );
    const ids = [...survivors.keys()];
    const primaries = await primaryCoverages(context.db, ids, today);
    context.audit({ entityType: 'patient', detail: { patientIds: ids } });
    const last = page.at(-1);
    return {
      items: [...survivors.values()].map(row => toSummary(row, primaries.get(row.id))),
      nextCursor:
        rows.length > limit && last
          ? encodeCursor([last.rank, last.familyKey, last.givenKey, last.id])
          : null,
    };
  };
}

function positionOf(cursor: string | undefined): SearchPosition | undefined {
  const values = decodeCursor(cursor);
  if (!values) return undefined;
  const [rank, familyKey, givenKey, id] = values;
  return { rank: Number(rank), familyKey: String(familyKey), givenKey: String(givenKey), id: String(id) };
}
