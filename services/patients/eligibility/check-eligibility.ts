import { administrationContract } from '@spark-den/contracts/administration/operations';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import { EligibilityChecked } from '@spark-den/contracts/patients/events';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { AppError, type LocalDate } from '@spark-den/kernel';
import { fail, type Context, type Handlers } from '@spark-den/service-kit';
import type { CoverageRow } from '../coverage/coverage-repository.ts';
import { findCoverage } from '../coverage/coverage-repository.ts';
import { findPayer } from '../coverage/write-coverage.ts';
import type { PatientsDatabase } from '../database.ts';
import { decodeCursor, encodeCursor } from '../records/cursor.ts';
import { loadPatients } from '../records/patient-repository.ts';
import type { PatientRow } from '../records/patient-row.ts';
import { memberIds, requirePatient } from '../records/require-patient.ts';
import { checksOf, insertCheck, type CheckRow } from './eligibility-repository.ts';
import { inquiryPeople } from './inquiry.ts';
import { interpretAnswer, type Interpretation } from './interpret-answer.ts';
import { noAnswer } from './rejections.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;
type PatientContext = Context<PatientsDatabase>;

const NOTHING_KNOWN: Omit<Interpretation, 'rejections'> = {
  status: 'unknown',
  planName: null,
  planFrom: null,
  planTo: null,
  benefits: [],
  conflicts: [],
  notices: [],
};

/** Every check is a row of its own, also one that failed: the answer before it stays what it was. */
export const checkEligibility: Handle['checkEligibility'] = async (
  context,
  { coverageId, serviceDate, serviceTypeCode },
) => {
  const coverage = await findCoverage(context.db, coverageId);
  const patient = coverage && (await loadPatients(context.db, [coverage.patientId])).get(coverage.patientId);
  if (!coverage || !patient) throw fail(patientsContract, 'patients.coverage_not_found', { coverageId });
  const asked = await ask(context, coverage, patient.row, serviceDate, serviceTypeCode);
  const { benefits, conflicts, rejections, notices, ...plan } = asked.interpretation;
  const check = {
    ...plan,
    id: context.newId(),
    patientId: patient.own.id,
    coverageId,
    payerId: coverage.payerId,
    serviceDate,
    serviceTypeCode,
    checkedAt: context.now,
    checkedBy: context.principal.displayName,
    requestFileId: asked.requestFileId,
    responseFileId: asked.responseFileId,
  };
  await insertCheck(context.db, {
    ...check,
    practiceId: context.practiceId,
    benefits: JSON.stringify(benefits),
    conflicts: JSON.stringify(conflicts),
    rejections: JSON.stringify(rejections),
    notices: JSON.stringify(notices),
  });
  context.audit({ patientId: patient.own.id, entityType: 'coverage', entityId: coverageId });
  await context.emit(
    EligibilityChecked,
    {
      patientId: patient.own.id,
      coverageId,
      checkId: check.id,
      serviceDate,
      status: plan.status,
    },
    patient.own.id,
  );
  return { ...check, benefits, conflicts, rejections, notices };
};

interface Asked {
  readonly interpretation: Interpretation;
  readonly requestFileId: string | null;
  readonly responseFileId: string | null;
}

/** A clearinghouse that is away or an inquiry that cannot be sent makes the answer unknown, not the page fail. */
async function ask(
  context: PatientContext,
  coverage: CoverageRow,
  row: PatientRow,
  serviceDate: LocalDate,
  serviceTypeCode: string,
): Promise<Asked> {
  const payer = await findPayer(context, coverage.payerId);
  const practice = await context.call(administrationContract).getPractice({});
  try {
    const { outcome, answer, requestFileId, responseFileId } = await context
      .call(integrationContract)
      .checkEligibility({
        payer: { name: payer.name, ediId: payer.ediId },
        provider: { kind: 'organization', name: practice.name, npi: practice.billingNpi },
        ...inquiryPeople(row, coverage),
        serviceDate,
        serviceTypeCodes: [serviceTypeCode],
      });
    const interpretation = answer
      ? interpretAnswer(answer, serviceDate)
      : { ...NOTHING_KNOWN, rejections: [noAnswer(outcome === 'unreadable' ? 'unreadable' : 'no-answer')] };
    return { interpretation, requestFileId, responseFileId };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const outcome = error.code === 'integration.bad_inquiry' ? 'not-sent' : 'no-answer';
    const interpretation = { ...NOTHING_KNOWN, rejections: [noAnswer(outcome)] };
    return { interpretation, requestFileId: null, responseFileId: null };
  }
}

export const listEligibilityChecks: Handle['listEligibilityChecks'] = async (
  context,
  { patientId, coverageId, cursor, limit },
) => {
  const patient = await requirePatient(context, patientId);
  const before = decodeCursor(cursor)?.[0];
  const rows = await checksOf(
    context.db,
    { patientIds: memberIds(patient), coverageId },
    before === undefined ? undefined : Number(before),
    limit,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(toCheck),
    nextCursor: rows.length > limit && last ? encodeCursor([last.sequence]) : null,
  };
};

function toCheck({ practiceId: _, sequence: __, ...check }: CheckRow) {
  return check;
}
