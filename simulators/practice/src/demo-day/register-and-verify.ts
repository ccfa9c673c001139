import { AppError } from '@spark-den/kernel';
import { namedMember } from '@spark-den/payers-simulator/roster';
import { probeOf, register, registrationOf, verifyCoverages, type RegisteredPatient } from '../front-desk.ts';
import { CAST, type Part } from './cast.ts';
import { expectThat, type Figures, type Scene } from './scene.ts';

export type Patients = ReadonlyMap<string, RegisteredPatient>;

/** Step 1: drafts, duplicates while typing, a refusal, a merge and its undoing. */
export async function registerPatients(
  scene: Scene,
): Promise<{ readonly patients: Patients; readonly figures: Figures }> {
  const { frontDesk, date } = scene;
  const draftId = crypto.randomUUID();
  const draft = { draftId, step: 'identity', data: { given: 'Eleanor' }, basedOnVersion: 0 };
  await frontDesk.patients.saveRegistrationDraft(draft);
  const kept = await frontDesk.patients.getRegistrationDraft({ draftId });
  const patients = new Map<string, RegisteredPatient>();
  for (const part of CAST) patients.set(part.key, await register(frontDesk, asTyped(part), date));
  for (const key of ['lapsed', 'unreachable', 'selfPay'] as const) {
    patients.set(key, await register(frontDesk, namedMember(key), date));
  }
  const { candidates } = await frontDesk.patients.findDuplicates({
    person: probeOf(namedMember('commercial')),
  });
  const refused = await frontDesk.patients
    .registerPatient({ ...registrationOf(namedMember('commercial'), date), draftId })
    .catch(codeOf);
  expectThat(refused === 'patients.likely_duplicate', 'a likely duplicate is refused', {
    refused: String(refused),
  });
  const merge = await mergeAndUndo(scene, patients);
  return {
    patients,
    figures: {
      registered: patients.size,
      draftVersion: kept.version,
      duplicateCandidates: candidates.length,
      topPosterior: candidates[0]?.posterior ?? 0,
      likelyDuplicateRefused: true,
      ...merge,
    },
  };
}

/** Step 2: what the payers answer, and that no answer is not a no. */
export async function verifyInsurance(scene: Scene, patients: Patients): Promise<Figures> {
  const outcome: Record<string, number> = { active: 0, inactive: 0, unknown: 0 };
  let benefits = 0;
  for (const patient of patients.values()) {
    for (const check of await verifyCoverages(scene.frontDesk, patient, scene.date)) {
      outcome[check.status] = (outcome[check.status] ?? 0) + 1;
      benefits += check.benefits.length;
      expectThat(
        check.benefits.every(({ segment }) => segment.position > 0),
        'each benefit names its segment',
      );
    }
  }
  expectThat(
    (outcome.active ?? 0) > 0 && (outcome.inactive ?? 0) > 0 && (outcome.unknown ?? 0) > 0,
    'all three answers occur',
    outcome,
  );
  return {
    checks: (outcome.active ?? 0) + (outcome.inactive ?? 0) + (outcome.unknown ?? 0),
    ...outcome,
    benefits,
  };
}

/** The front desk mistypes one member id; the payer will find it. */
function asTyped(part: Part) {
  if (!part.wrongMemberId) return part.member;
  const [coverage, ...rest] = part.member.coverages;
  if (!coverage) return part.member;
  return { ...part.member, coverages: [{ ...coverage, memberId: part.wrongMemberId }, ...rest] };
}

async function mergeAndUndo({ manager, frontDesk, date }: Scene, patients: Patients): Promise<Figures> {
  const original = patients.get('selfPay');
  if (!original) throw new Error('the self-paying patient is registered');
  const twin = await register(frontDesk, namedMember('selfPay'), date);
  const [kept, merged] = await Promise.all(
    [original, twin].map(({ patientId }) => manager.patients.getPatient({ patientId })),
  );
  if (!kept || !merged) throw new Error('both records are there');
  const { mergeId } = await manager.patients.mergePatients(
    {
      patientId: kept.id,
      mergedPatientId: merged.id,
      mergedVersion: merged.version,
      reason: 'Registered twice',
    },
    { version: kept.version },
  );
  const alias = await manager.patients.getPatient({ patientId: twin.patientId });
  expectThat(alias.id === original.patientId, 'a merged id leads to the surviving record');
  await manager.patients.unmergePatients({ mergeId, reason: 'Shown that it can be undone' });
  const again = await manager.patients.getPatient({ patientId: twin.patientId });
  expectThat(again.id === twin.patientId, 'an undone merge leaves both records as they were');
  return { mergedAndUndone: true };
}

function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : String(error);
}
