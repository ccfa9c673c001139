import {
  candidatesAmong,
  forPopulation,
  partnersAmong,
  prepare,
  STARTING_MODEL,
  withoutSharedValues,
  type Comparison,
  type MatchingModel,
  type PersonRecord,
  type Prepared,
} from '@spark-den/matching';
import type { Context, FieldCipher } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { loadPatients, type LoadedPatient } from '../records/patient-repository.ts';
import { blocksOf, memberIdsOf } from './key-repository.ts';
import { matchKeys } from './keys.ts';
import { personOf } from './person.ts';
import { frequenciesAmong, sharedNumbers } from './practice-values.ts';
import { loadWeights, type LearnedWeights } from './weights-repository.ts';

export interface FoundCandidate {
  readonly patient: LoadedPatient;
  readonly comparison: Comparison;
}

type PatientContext = Context<PatientsDatabase>;

/**
 * Patients who may be this person, best first: what the engine's own index answers, with keys and counts read from the
 * database instead of memory. The engine sees every record, also those merged into others: somebody may come under the name
 * that only the merged record knows.
 */
export async function searchCandidates(
  context: PatientContext,
  cipher: FieldCipher,
  person: PersonRecord,
  options: { readonly exceptId?: string } = {},
): Promise<FoundCandidate[]> {
  const { db, practiceId } = context;
  const { patients, asked } = await sharedNumbers(db, prepare(person));
  const blocks = await blocksOf(db, await matchKeys(cipher, practiceId, asked));
  const ids = partnersAmong(blocks, patients, id => id !== options.exceptId);
  if (ids.length === 0) return [];

  const [loaded, learned] = [await loadPatients(db, ids), await loadWeights(db)];
  const survivors = new Map(ids.map(id => [id, loaded.get(id)] as const));
  const others = await recordsOf(context, cipher, survivors, person.ssn !== undefined);
  const { isShared, frequencies } = await frequenciesAmong(db, { asked, others, patients, learned });
  const candidates = candidatesAmong(
    forPopulation(weightsOf(learned), patients),
    asked,
    others.map(other => withoutSharedValues(other, isShared)),
    { frequencies, survivorOf: id => survivors.get(id)?.own.id ?? id },
  );
  const byId = new Map([...survivors.values()].map(patient => [patient?.own.id, patient]));
  return candidates.flatMap(comparison => {
    const patient = byId.get(comparison.id);
    return patient && comparison.id !== options.exceptId ? { patient, comparison } : [];
  });
}

/** The records themselves, ready to compare; numbers are decrypted only where there is one to compare them with. */
async function recordsOf(
  { db, practiceId }: PatientContext,
  cipher: FieldCipher,
  patients: ReadonlyMap<string, LoadedPatient | undefined>,
  withSsn: boolean,
): Promise<Prepared[]> {
  const memberIds = await memberIdsOf(db, [...patients.keys()]);
  const records: Prepared[] = [];
  for (const [id, patient] of patients) {
    const row = patient && [patient.own, ...patient.aliases].find(record => record.id === id);
    if (!row) continue;
    const ssn =
      withSsn && row.ssnCipher !== null ? await cipher.decrypt(practiceId, row.ssnCipher) : undefined;
    records.push(prepare(personOf(row, memberIds.get(id) ?? [], ssn)));
  }
  return records;
}

/**
 * What the practice's own patients have taught. How likely somebody at the desk is known already is another matter than
 * how many of the records are duplicates, so that stays as shipped.
 */
export function weightsOf(learned: LearnedWeights | undefined): MatchingModel {
  if (!learned) return STARTING_MODEL;
  const { expectedDuplicates, expectedHousehold, thresholds } = STARTING_MODEL;
  // levels that the engine has come to know since then keep their shipped weights
  const levels = Object.fromEntries(
    Object.entries(STARTING_MODEL.levels).map(([field, shares]) => [
      field,
      { ...shares, ...learned.model.levels[field] },
    ]),
  );
  return { ...learned.model, levels, expectedDuplicates, expectedHousehold, thresholds };
}
