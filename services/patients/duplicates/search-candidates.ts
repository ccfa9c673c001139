import {
  comparePrepared,
  fold,
  forPopulation,
  keyOfNumber,
  MOST_FAMILIES,
  prepare,
  STARTING_MODEL,
  withoutSharedValues,
  type Comparison,
  type MatchingModel,
  type PersonalNumber,
  type PersonRecord,
  type Prepared,
  type TermFrequencies,
} from '@spark-den/matching';
import type { Context, FieldCipher } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { loadPatients, type LoadedPatient } from '../records/patient-repository.ts';
import { memberIdsOf, nameCounts, patientsSharing } from './key-repository.ts';
import { matchKeys } from './keys.ts';
import { personOf } from './person.ts';
import { keysOfManyFamilies, loadWeights } from './weights-repository.ts';

export interface FoundCandidate {
  readonly patient: LoadedPatient;
  readonly comparison: Comparison;
}

/**
 * Patients who may be this person, best first. The engine sees every record, also those merged into others:
 * somebody may come under the name that only the merged record knows.
 */
export async function searchCandidates(
  context: Context<PatientsDatabase>,
  cipher: FieldCipher,
  person: PersonRecord,
  options: { readonly exceptId?: string } = {},
): Promise<FoundCandidate[]> {
  const { db, practiceId } = context;
  const ids = await patientsSharing(db, await matchKeys(cipher, practiceId, person));
  if (ids.length === 0) return [];
  const asWritten = prepare(person);
  const isShared = await numbersOfManyFamilies(db, asWritten);
  const prepared = withoutSharedValues(asWritten, isShared);
  const counts = await nameCounts(db, fold(person.family ?? ''), fold(person.given?.[0] ?? ''));
  const model = forPopulation(await weightsOf(db), counts.total);
  const frequencies = frequenciesFrom(counts);
  const [loaded, memberIds] = await Promise.all([loadPatients(db, ids), memberIdsOf(db, ids)]);

  const best = new Map<string, FoundCandidate>();
  for (const id of ids) {
    const patient = loaded.get(id);
    if (!patient || patient.own.id === options.exceptId || id === options.exceptId) continue;
    const record = [patient.own, ...patient.aliases].find(row => row.id === id);
    if (!record) continue;
    const ssn =
      person.ssn !== undefined && record.ssnCipher !== null
        ? await cipher.decrypt(practiceId, record.ssnCipher)
        : undefined;
    const other = withoutSharedValues(prepare(personOf(record, memberIds.get(id) ?? [], ssn)), isShared);
    const comparison = comparePrepared(model, prepared, other, frequencies);
    if (comparison.outcome === 'different') continue;
    const known = best.get(patient.own.id);
    if (!known || known.comparison.score < comparison.score)
      best.set(patient.own.id, { patient, comparison });
  }
  return [...best.values()].sort(
    (a, b) => b.comparison.score - a.comparison.score || (a.patient.own.id < b.patient.own.id ? -1 : 1),
  );
}

/**
 * What the practice's own patients have taught. How likely somebody at the desk is known already is another matter than
 * how many of the records are duplicates, so that stays as shipped.
 */
async function weightsOf(db: Context<PatientsDatabase>['db']): Promise<MatchingModel> {
  const learned = await loadWeights(db);
  if (!learned) return STARTING_MODEL;
  const { expectedDuplicates, expectedHousehold, thresholds } = STARTING_MODEL;
  return { ...learned.model, expectedDuplicates, expectedHousehold, thresholds };
}

/** Tells the numbers of a person that so many families have that they are nobody's. */
async function numbersOfManyFamilies(
  db: Context<PatientsDatabase>['db'],
  { phones, emails, memberIds }: Prepared,
): Promise<(pass: PersonalNumber, value: string) => boolean> {
  const keyOf = (pass: PersonalNumber, value: string) => `${pass}:${keyOfNumber(pass, value)}`;
  const keys = [
    ...phones.map(value => keyOf('phone', value)),
    ...emails.map(value => keyOf('email', value)),
    ...memberIds.map(value => keyOf('memberId', value)),
  ];
  const shared = await keysOfManyFamilies(db, keys, MOST_FAMILIES);
  return (pass, value) => shared.has(keyOf(pass, value));
}

/** Only a practice with some hundreds of patients says how common a name is. */
function frequenciesFrom(counts: { family: number; given: number; total: number }): TermFrequencies {
  return {
    of(field) {
      if (counts.total < 200 || (field !== 'family' && field !== 'given')) return undefined;
      return (counts[field] + 0.5) / (counts.total + 1);
    },
  };
}
