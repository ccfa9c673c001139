import { learnWeights } from '@spark-den/matching';
import type { Worker, WorkerRuntime } from '@spark-den/service-kit';
import { setImmediate } from 'node:timers/promises';
import type { PatientsDatabase } from '../database.ts';
import { memberIdsOf } from './key-repository.ts';
import { personOf } from './person.ts';
import { countPatients, latestPatients, loadWeights, saveWeights } from './weights-repository.ts';

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
  await runtime.inPractice(practiceId, 'keep what matching learned', async ({ db, now }) => {
    await saveWeights(db, practiceId, { model, learnedFrom: await countPatients(db) }, now);
  });
}
