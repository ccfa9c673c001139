import type { Ports, Worker, WorkerRuntime } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { familySoundOf } from '../records/demographics.ts';
import { writeKeys } from './refresh-matching.ts';
import { lockedPatientsAfter, lockRenewal, saveRenewal, setFamilySound } from './renewal-repository.ts';

/** Raised with every change of the keys that the engine makes of a record. */
const KEYS_VERSION = 2;
const AT_ONCE = 100;

/** Makes the stored keys anew after the engine changed its own; until then older records are found by their older keys. */
export function renewKeysWorker(ports: Ports): Worker<PatientsDatabase> {
  return {
    name: 'renew matching keys',
    everyMs: 3_600_000,
    async run(runtime) {
      for (const practiceId of await runtime.practices()) {
        while (await renewSome(runtime, ports, practiceId));
      }
    },
  };
}

/** @returns whether there are more */
export async function renewSome(
  runtime: WorkerRuntime<PatientsDatabase>,
  ports: Pick<Ports, 'cipher'>,
  practiceId: string,
): Promise<boolean> {
  return runtime.inPractice(practiceId, 'renew matching keys', async ({ db }) => {
    const state = await lockRenewal(db, practiceId, KEYS_VERSION);
    if (state.finished) return false;
    const rows = await lockedPatientsAfter(db, state.upTo, AT_ONCE);
    for (const row of rows) {
      await writeKeys({ db, practiceId }, ports, row);
      await setFamilySound(db, row.id, familySoundOf(row.family));
    }
    await saveRenewal(db, { upTo: rows.at(-1)?.id ?? state.upTo, finished: rows.length < AT_ONCE });
    return rows.length === AT_ONCE;
  });
}
