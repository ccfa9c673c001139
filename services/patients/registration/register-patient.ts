import { PatientRegistered } from '@spark-den/contracts/patients/events';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { prepare } from '@spark-den/matching';
import { fail, type Context, type Handlers, type Ports } from '@spark-den/service-kit';
import { writeCoverage } from '../coverage/write-coverage.ts';
import type { PatientsDatabase } from '../database.ts';
import { isLikely } from '../duplicates/candidate.ts';
import { matchKeys } from '../duplicates/keys.ts';
import { lockForMatching, writeKeys, writePairs } from '../duplicates/refresh-matching.ts';
import { dismissAs } from '../duplicates/review-pairs.ts';
import { searchCandidates, type FoundCandidate } from '../duplicates/search-candidates.ts';
import { storeConsents } from '../records/consents.ts';
import { recordPreferences } from '../records/change-details.ts';
import { assertBorn, demographicColumns } from '../records/demographics.ts';
import { insertChange, insertPatient, loadPatients, nextMrn } from '../records/patient-repository.ts';
import type { PracticeCalendar } from '../records/practice-calendar.ts';
import { assertSsnIsFree, ssnColumns } from '../records/ssn.ts';
import { deleteDraft } from './draft-repository.ts';
import { draftPerson } from './new-person.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;
type Decision = Parameters<Handle['registerPatient']>[1]['duplicateDecision'];

/**
 * Registers a patient, unless somebody likely to be the same is there already. The keys of the new person are locked
 * first, so of two registrations of one person at once the second sees the first.
 */
export function registerPatient(ports: Ports, calendar: PracticeCalendar): Handle['registerPatient'] {
  return async (context, input) => {
    const { demographics, duplicateDecision } = input;
    const today = await calendar.today(context);
    assertBorn(demographics.birthDate, today);
    const patientId = context.newId();
    const person = draftPerson(
      patientId,
      demographics,
      input.ssn,
      input.coverages.map(({ memberId }) => memberId),
    );
    await lockForMatching(context, await matchKeys(ports.cipher, context.practiceId, prepare(person)));
    const ssn = await ssnColumns(ports.cipher, context.practiceId, input.ssn ?? null);
    const found = await searchCandidates(context, ports.cipher, person);
    assertDecided(found, duplicateDecision);
    await assertSsnIsFree(context, ssn.ssnHash, []);

    const mrn = await nextMrn(context.db, context.practiceId);
    await insertPatient(context.db, {
      ...demographicColumns(demographics),
      ...ssn,
      id: patientId,
      practiceId: context.practiceId,
      mrn,
      contacts: JSON.stringify(input.contacts),
      preferences: JSON.stringify(recordPreferences(context, input.preferences, 'registration')),
      registeredAt: context.now,
      registeredBy: context.principal.displayName,
    });
    await recordStart(context, patientId);
    await storeConsents(context, patientId, input.consents, today);
    for (const coverage of input.coverages) await writeCoverage(context, patientId, coverage);
    const own = (await loadPatients(context.db, [patientId])).get(patientId)?.own;
    if (own) await writeKeys(context, ports, own);
    await writePairs(context, patientId, found);
    const considered = (duplicateDecision?.consideredPatientIds ?? []).filter(id =>
      found.some(({ patient }) => patient.own.id === id),
    );
    for (const id of considered) await dismissAs(context, [patientId, id], duplicateDecision?.reason ?? '');
    if (input.draftId !== undefined && !(await deleteDraft(context.db, input.draftId))) {
      throw fail(patientsContract, 'patients.draft_not_found', { draftId: input.draftId });
    }
    context.audit({
      patientId,
      entityType: 'patient',
      entityId: patientId,
      detail: { consideredPatientIds: considered },
    });
    await context.emit(PatientRegistered, { patientId, mrn }, patientId);
    return { patientId, mrn, version: 1 };
  };
}

/** Every likely duplicate must have been looked at; one that appeared meanwhile has not. */
function assertDecided(found: readonly FoundCandidate[], decision: Decision): void {
  const considered = new Set(decision?.consideredPatientIds ?? []);
  const undecided = found.filter(isLikely).filter(({ patient }) => !considered.has(patient.own.id));
  if (undecided.length === 0) return;
  throw fail(patientsContract, 'patients.likely_duplicate', {
    candidates: undecided.map(({ patient, comparison }) => ({
      patientId: patient.own.id,
      mrn: patient.own.mrn,
      posterior: comparison.posterior,
      outcome: comparison.outcome,
    })),
  });
}

async function recordStart(context: Context<PatientsDatabase>, patientId: string): Promise<void> {
  await insertChange(context.db, {
    id: context.newId(),
    practiceId: context.practiceId,
    patientId,
    version: 1,
    changedAt: context.now,
    changedBy: context.principal.displayName,
    changedById: context.principal.id,
    reason: 'Registration',
    fields: '[]',
  });
}
