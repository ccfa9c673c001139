import { patientsContract } from '@spark-den/contracts/patients/operations';
import { fail, type Context, type Handlers, type Ports } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { lockForMatching, refreshMatching } from '../duplicates/refresh-matching.ts';
import { badgesOf } from '../eligibility/eligibility-repository.ts';
import type { PracticeCalendar } from '../records/practice-calendar.ts';
import { memberIds, requirePatient } from '../records/require-patient.ts';
import { inPayingOrder } from './coverage.ts';
import { orderWarnings } from './coverage-order.ts';
import { coveragesOf, findCoverage, type CoverageRow } from './coverage-repository.ts';
import { replaceCoverage, writeCoverage } from './write-coverage.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;

export function listCoverages(calendar: PracticeCalendar): Handle['listCoverages'] {
  return async (context, { patientId, on }) => {
    const patient = await requirePatient(context, patientId);
    const rows = inPayingOrder(await coveragesOf(context.db, memberIds(patient), on));
    const badges = await badgesOf(
      context.db,
      rows.map(({ id }) => id),
    );
    const date = on ?? (await calendar.today(context));
    const current = inPayingOrder(await coveragesOf(context.db, memberIds(patient), date));
    return {
      items: rows.map(row => ({
        ...fieldsOf(row),
        ...identityOf(row),
        eligibility: badges.get(row.id) ?? null,
      })),
      warnings: orderWarnings(current, patient.row.birthDate, date),
    };
  };
}

function identityOf({ id, patientId, version, payerName }: CoverageRow) {
  return { id, patientId, version, payerName };
}

/** What a person enters of a coverage. */
export function fieldsOf(row: CoverageRow) {
  const { payerId, planId, planName, memberId, groupNumber, relationship, subscriber } = row;
  const { rank, orderBasis, validFrom, validTo } = row;
  return {
    payerId,
    planId,
    planName,
    memberId,
    groupNumber,
    relationship,
    subscriber,
    rank,
    orderBasis,
    validFrom,
    validTo,
  };
}

export function addCoverage(ports: Ports): Handle['addCoverage'] {
  return async (context, { patientId, coverage }) => {
    const { own } = await requirePatient(context, patientId);
    const added = await writeCoverage(context, own.id, coverage);
    await lockForMatching(context, [`memberId:${coverage.memberId}`]);
    await refreshMatching(context, ports, own.id);
    return added;
  };
}

async function requireCoverage(context: Context<PatientsDatabase>, coverageId: string): Promise<CoverageRow> {
  const row = await findCoverage(context.db, coverageId);
  if (!row) throw fail(patientsContract, 'patients.coverage_not_found', { coverageId });
  context.audit({ patientId: row.patientId, entityType: 'coverage', entityId: coverageId });
  return row;
}

export function changeCoverage(ports: Ports): Handle['changeCoverage'] {
  return async (context, { coverageId, coverage, reason }) => {
    const row = await requireCoverage(context, coverageId);
    const changed = await replaceCoverage(context, row, coverage, { kind: 'changed', reason });
    if (row.memberId !== coverage.memberId) await refreshMatching(context, ports, row.patientId);
    return changed;
  };
}

export const endCoverage: Handle['endCoverage'] = async (context, { coverageId, lastDay, reason }) => {
  const row = await requireCoverage(context, coverageId);
  return replaceCoverage(context, row, { ...fieldsOf(row), validTo: lastDay }, { kind: 'ended', reason });
};
