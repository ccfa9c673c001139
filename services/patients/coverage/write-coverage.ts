import { administrationContract } from '@spark-den/contracts/administration/operations';
import type { Payer } from '@spark-den/contracts/administration/types';
import type { CoverageFields } from '@spark-den/contracts/patients/coverage-types';
import { CoverageChanged } from '@spark-den/contracts/patients/events';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { AppError } from '@spark-den/kernel';
import { fail, type Context } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { assertCoverage, assertPaysLast, touchedSpan } from './coverage.ts';
import {
  coveragesOf,
  insertCoverage,
  insertCoverageChange,
  updateCoverage,
  type CoverageRow,
} from './coverage-repository.ts';
import { changesBetween } from '../records/demographics.ts';

type PatientContext = Context<PatientsDatabase>;

export async function findPayer(context: PatientContext, payerId: string): Promise<Payer> {
  try {
    return await context.call(administrationContract).getPayer({ payerId });
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not_found') {
      throw fail(patientsContract, 'patients.payer_unknown', { payerId });
    }
    throw error;
  }
}

/** A plan must be one of the payer's. */
async function checkPlan(context: PatientContext, { payerId, planId }: CoverageFields): Promise<void> {
  if (planId === null) return;
  const { items } = await context.call(administrationContract).listPlans({ payerId, limit: 200 });
  if (!items.some(plan => plan.id === planId)) {
    throw fail(patientsContract, 'patients.plan_unknown', { payerId, planId });
  }
}

function columnsOf(fields: CoverageFields, payer: Payer) {
  return {
    payerId: fields.payerId,
    payerName: payer.name,
    payerKind: payer.kind,
    paysLast: payer.profile.secondary.alwaysLast,
    planId: fields.planId,
    planName: fields.planName,
    memberId: fields.memberId,
    groupNumber: fields.groupNumber,
    relationship: fields.relationship,
    subscriber:
      fields.relationship === 'self' || !fields.subscriber ? null : JSON.stringify(fields.subscriber),
    rank: fields.rank,
    orderBasis: fields.orderBasis,
    validFrom: fields.validFrom,
    validTo: fields.validTo,
  };
}

/** Adds a coverage to a record, under the rules of order and dates. */
export async function writeCoverage(
  context: PatientContext,
  patientId: string,
  fields: CoverageFields,
): Promise<{ coverageId: string; version: number }> {
  assertCoverage(fields);
  const payer = await findPayer(context, fields.payerId);
  await checkPlan(context, fields);
  const id = context.newId();
  const columns = columnsOf(fields, payer);
  assertPaysLast({ ...columns, id }, await coveragesOf(context.db, [patientId]));
  await insertCoverage(context.db, {
    ...columns,
    id,
    practiceId: context.practiceId,
    patientId,
    createdAt: context.now,
  });
  await noteChange(context, { id }, 1, 'Added', []);
  const { validFrom: from, validTo: to } = fields;
  await context.emit(CoverageChanged, { patientId, coverageId: id, change: 'added', from, to }, patientId);
  return { coverageId: id, version: 1 };
}

/** Replaces what a coverage says; claims for the dates that it touches may now belong to another payer. */
export async function replaceCoverage(
  context: PatientContext,
  row: CoverageRow,
  fields: CoverageFields,
  change: { readonly kind: 'changed' | 'ended'; readonly reason: string },
): Promise<{ coverageId: string; version: number }> {
  if (row.version !== context.expectedVersion) {
    throw fail(patientsContract, 'patients.version_conflict', { current: row.version });
  }
  assertCoverage(fields);
  const payer = await findPayer(context, fields.payerId);
  // the plan of a coverage that is old may be closed by now
  if (fields.planId !== row.planId) await checkPlan(context, fields);
  const columns = columnsOf(fields, payer);
  assertPaysLast({ ...columns, id: row.id }, await coveragesOf(context.db, [row.patientId]));
  const differences = changesBetween(
    { ...row },
    { ...columns, subscriber: columns.subscriber === null ? null : fields.subscriber },
  );
  if (differences.length === 0) return { coverageId: row.id, version: row.version };
  if (!(await updateCoverage(context.db, row.id, row.version, columns))) {
    throw fail(patientsContract, 'patients.version_conflict', {});
  }
  const version = row.version + 1;
  await noteChange(context, row, version, change.reason, differences);
  await context.emit(
    CoverageChanged,
    { patientId: row.patientId, coverageId: row.id, change: change.kind, ...touchedSpan(row, fields) },
    row.patientId,
  );
  return { coverageId: row.id, version };
}

async function noteChange(
  context: PatientContext,
  row: { readonly id: string },
  version: number,
  reason: string,
  fields: readonly unknown[],
): Promise<void> {
  await insertCoverageChange(context.db, {
    id: context.newId(),
    practiceId: context.practiceId,
    coverageId: row.id,
    version,
    changedAt: context.now,
    changedBy: context.principal.displayName,
    changedById: context.principal.id,
    reason,
    fields: JSON.stringify(fields),
  });
}
