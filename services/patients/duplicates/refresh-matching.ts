import { prepare } from '@spark-den/matching';
import type { Context, Ports } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { loadPatients } from '../records/patient-repository.ts';
import type { PatientRow } from '../records/patient-row.ts';
import { reasonsOf } from './candidate.ts';
import { lockKeys, memberIdsOf, replaceKeys } from './key-repository.ts';
import { matchKeys, searchKeys, termKeys } from './keys.ts';
import { replacePairs } from './pair-repository.ts';
import { personOf } from './person.ts';
import { searchCandidates, type FoundCandidate } from './search-candidates.ts';

type PatientContext = Context<PatientsDatabase>;

/** Registrations and changes that could concern one person wait for each other; others do not. */
export async function lockForMatching(context: PatientContext, keys: readonly string[]): Promise<void> {
  const telling = keys.filter(key => /^(ssn|phone|birth-date|both-names|email|memberId):/.test(key));
  await lockKeys(context.db, context.practiceId, telling);
}

/** Writes the keys of a record anew and looks again for records that may be the same person. */
export async function refreshMatching(
  context: PatientContext,
  ports: Ports,
  patientId: string,
): Promise<void> {
  const patient = (await loadPatients(context.db, [patientId])).get(patientId);
  const row = patient && [patient.own, ...patient.aliases].find(({ id }) => id === patientId);
  if (!row) return;
  const person = await writeKeys(context, ports, row);
  const found = await searchCandidates(context, ports.cipher, person, { exceptId: patientId });
  await writePairs(context, patientId, found);
}

/** Writes the keys of one record anew, from what the record says now. */
export async function writeKeys(
  context: Pick<PatientContext, 'db' | 'practiceId'>,
  ports: Pick<Ports, 'cipher'>,
  row: PatientRow,
) {
  const memberIds = (await memberIdsOf(context.db, [row.id])).get(row.id) ?? [];
  const ssn =
    row.ssnCipher === null ? undefined : await ports.cipher.decrypt(context.practiceId, row.ssnCipher);
  const person = personOf(row, memberIds, ssn);
  const prepared = prepare(person);
  const matches = await matchKeys(ports.cipher, context.practiceId, prepared);
  await replaceKeys(context.db, context.practiceId, row.id, [
    ...searchKeys(person, [row.selfDescription.nameUsed], row.mrn),
    ...matches.map(value => ({ kind: 'match', value }) as const),
    ...termKeys(prepared).map(value => ({ kind: 'term', value }) as const),
  ]);
  return person;
}

/** The review queue holds what the engine says now; what somebody dismissed stays dismissed. */
export async function writePairs(
  context: PatientContext,
  patientId: string,
  found: readonly FoundCandidate[],
): Promise<void> {
  await replacePairs(
    context.db,
    patientId,
    found.map(({ patient, comparison }) => {
      const [lowId = '', highId = ''] = [patientId, patient.own.id].sort();
      return {
        practiceId: context.practiceId,
        lowId,
        highId,
        posterior: comparison.posterior,
        score: comparison.score,
        outcome: comparison.outcome === 'link' ? ('link' as const) : ('review' as const),
        reasons: JSON.stringify(reasonsOf(comparison)),
        guards: JSON.stringify(comparison.guards),
        foundAt: context.now,
        dismissedAt: null,
        dismissedBy: null,
        dismissReason: null,
      };
    }),
  );
}
