import type { patientsContract } from '@spark-den/contracts/patients/operations';
import type { Handlers, Ports } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { lockForMatching, refreshMatching } from '../duplicates/refresh-matching.ts';
import { changePatient } from './change-patient.ts';
import { assertBorn, changesBetween, demographicColumns, demographicsOf } from './demographics.ts';
import type { PracticeCalendar } from './practice-calendar.ts';
import { memberIds, requirePatient } from './require-patient.ts';
import { assertSsnIsFree, ssnColumns, type SsnColumns } from './ssn.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;

export function updatePatient(ports: Ports, calendar: PracticeCalendar): Handle['updatePatient'] {
  return async (context, { patientId, reason, demographics, ssn, status, deceasedOn }) => {
    const patient = await requirePatient(context, patientId);
    const { row, own } = patient;
    if (demographics) assertBorn(demographics.birthDate, await calendar.today(context));

    const before = { ...demographicsOf(row), status: row.status, deceasedOn: row.deceasedOn };
    const after = {
      ...(demographics ?? {}),
      ...(status === undefined ? {} : { status }),
      ...(deceasedOn === undefined ? {} : { deceasedOn }),
    };
    const fields = changesBetween(before, after);
    let ssnValues: Partial<SsnColumns> = {};
    if (ssn !== undefined) {
      const columns = await ssnColumns(ports.cipher, context.practiceId, ssn);
      if (columns.ssnHash !== row.ssnHash) {
        await lockForMatching(context, [`ssn:${columns.ssnHash ?? ''}`]);
        await assertSsnIsFree(context, columns.ssnHash, memberIds(patient));
        fields.push({ field: 'ssn', before: row.ssnLast4, after: columns.ssnLast4 });
        ssnValues = columns;
      }
    }
    const changed = await changePatient(context, patient, {
      reason,
      fields,
      values: {
        ...(demographics ? demographicColumns(demographics) : {}),
        ...(status === undefined ? {} : { status }),
        ...(deceasedOn === undefined ? {} : { deceasedOn }),
        ...ssnValues,
      },
    });
    if (fields.length > 0) await refreshMatching(context, ports, own.id);
    return changed;
  };
}
