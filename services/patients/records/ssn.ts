import { patientsContract } from '@spark-den/contracts/patients/operations';
import { fail, type Context, type FieldCipher } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { ssnIsTaken } from './ssn-repository.ts';

export const SSN_PURPOSE = 'ssn';

export interface SsnColumns {
  readonly ssnCipher: string | null;
  readonly ssnHash: string | null;
  readonly ssnLast4: string | null;
}

/** The number encrypted, its keyed hash to find it by, and the four digits that may be shown. */
export async function ssnColumns(
  cipher: FieldCipher,
  practiceId: string,
  ssn: string | null,
): Promise<SsnColumns> {
  if (ssn === null) return { ssnCipher: null, ssnHash: null, ssnLast4: null };
  return {
    ssnCipher: await cipher.encrypt(practiceId, ssn),
    ssnHash: await cipher.blindIndex(practiceId, SSN_PURPOSE, ssn),
    ssnLast4: ssn.slice(-4),
  };
}

/** One number belongs to one person: refuses it while another patient, not an alias of this one, has it. */
export async function assertSsnIsFree(
  context: Context<PatientsDatabase>,
  ssnHash: string | null,
  ownIds: readonly string[],
): Promise<void> {
  if (ssnHash !== null && (await ssnIsTaken(context.db, ssnHash, ownIds))) {
    throw fail(patientsContract, 'patients.ssn_in_use');
  }
}
