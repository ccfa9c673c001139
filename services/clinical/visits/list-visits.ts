import type { listVisits as operation } from '@spark-den/contracts/clinical/operations';
import type { Handler } from '@spark-den/service-kit';
import type { Database } from '../database.ts';
import { visitPatients } from './visit-patients.ts';
import { listDay } from './visit-repository.ts';
import { PRESENT } from './visit.ts';

export const listVisits: Handler<typeof operation, Database> = async (context, { date, providerId }) => {
  const rows = await listDay(context, { date, providerId, statuses: PRESENT });
  const patients = await visitPatients(
    context,
    rows.map(row => row.patientId),
  );
  return {
    asOf: context.now,
    items: rows.map(({ startAt, endAt, practiceId: _, ...visit }) => ({
      ...visit,
      start: startAt,
      end: endAt,
      patient: patients.get(visit.patientId) ?? null,
    })),
  };
};
