import { learnWeights, prepare, termsOf, type FrequencyField, type PersonRecord } from '@spark-den/matching';
import type { Worker, WorkerRuntime } from '@spark-den/service-kit';
import { setImmediate } from 'node:timers/promises';
import type { PatientsDatabase } from '../database.ts';
import { memberIdsOf } from './key-repository.ts';
import { personOf } from './person.ts';
import {
  countPatients,
  latestPatients,
  loadWeights,
  saveWeights,
  type LearnedWeights,
} from './weights-repository.ts';

/** Below so many patients the shipped weights know more than the records. */
const ENOUGH_PATIENTS = 500;
/** Weights settle long before this; time would not. */
const MOST_PATIENTS = 20_000;
/** Learned anew when the practice has grown by a tenth. */
const GROWTH = 1.1;

/** Learns, practice by practice, what agreement and disagreement mean among its own patients. */
export const learnWeightsWorker: Worker<PatientsDatabase> = {
  name: 'learn matching weights',
  everyMs: 6 * 3_600_000,
  async run(runtime) {
    for (const practiceId of await runtime.practices()) await learnForPractice(runtime, practiceId);
  },
};

export async function learnForPractice(
  runtime: WorkerRuntime<PatientsDatabase>,
  practiceId: string,
): Promise<void> {
  const rows = await runtime.inPractice(practiceId, 'read patients to learn matching', async ({ db }) => {
    const count = await countPatients(db);
    const learned = await loadWeights(db);
    if (count < ENOUGH_PATIENTS || count < (learned?.learnedFrom ?? 0) * GROWTH) return [];
    const latest = await latestPatients(db, MOST_PATIENTS);
    const memberIds = await memberIdsOf(
      db,
      latest.map(({ id }) => id),
    );
    // without Social Security numbers: nothing is decrypted for this, and their weights are well known
    return latest.map(row => personOf({ ...row, ssnLast4: null }, memberIds.get(row.id) ?? []));
  });
  if (rows.length < ENOUGH_PATIENTS) return;
  const learning = learnWeights(rows);
  let step = learning.next();
  while (step.done !== true) {
    await setImmediate();
    step = learning.next();
  }
  const model = step.value;
  const stated = await statedShares(rows);
  await runtime.inPractice(practiceId, 'keep what matching learned', async ({ db, now }) => {
    await saveWeights(db, practiceId, { model, stated, learnedFrom: await countPatients(db) }, now);
  });
}

/** How many of the patients state a value at all: how common a value is, is a share of those. */
async function statedShares(people: readonly PersonRecord[]): Promise<LearnedWeights['stated']> {
  const counts = new Map<FrequencyField, number>();
  for (const [index, person] of people.entries()) {
    if (index % 500 === 0) await setImmediate();
    for (const { field } of termsOf(prepare(person))) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].map(([field, count]) => [field, count / people.length]));
}
