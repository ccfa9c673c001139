import { AppError } from '@spark-den/kernel';
import { sql, type Transaction } from 'kysely';
import type { Reply } from './call.ts';

export interface IdempotencyKey {
  readonly practiceId: string;
  readonly principalId: string;
  readonly operation: string;
  readonly key: string;
  readonly inputHash: string;
}

interface StoredAnswer {
  inputHash: string;
  status: string;
  response: string | null;
}

/**
 * Takes the key within the transaction of the effect. A concurrent repeat waits here for the first to commit.
 * @returns the first answer when the key was used before
 * @throws AppError rule_violated when it was used for something else
 */
export async function claimKey(tx: Transaction<unknown>, key: IdempotencyKey): Promise<Reply | undefined> {
  const claimed = await sql`
    insert into idempotency_key (practice_id, principal_id, operation, key, input_hash, status)
    values (${key.practiceId}, ${key.principalId}, ${key.operation}, ${key.key}, ${key.inputHash}, 'running')
    on conflict do nothing`.execute(tx);
  if (claimed.numAffectedRows === 1n) return undefined;
  const { rows } = await sql<StoredAnswer>`
    select input_hash, status, response from idempotency_key
    where practice_id = ${key.practiceId} and principal_id = ${key.principalId}
      and operation = ${key.operation} and key = ${key.key}`.execute(tx);
  const [earlier] = rows;
  if (!earlier || earlier.inputHash !== key.inputHash || earlier.response === null) {
    throw new AppError('rule_violated', 'platform.idempotency_key_reused');
  }
  return JSON.parse(earlier.response) as Reply;
}
