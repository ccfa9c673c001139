import { patientsContract } from '@spark-den/contracts/patients/operations';
import { fail, type Handlers, type Ports } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { requirePatient } from './require-patient.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;

/** Declared as a write, so that the audit event is in the same transaction: no reveal without its trace. */
export function revealSsn(ports: Ports): Handle['revealSsn'] {
  return async (context, { patientId }) => {
    const { row } = await requirePatient(context, patientId);
    if (row.ssnCipher === null) throw fail(patientsContract, 'patients.ssn_not_recorded', { patientId });
    return { ssn: await ports.cipher.decrypt(context.practiceId, row.ssnCipher) };
  };
}
