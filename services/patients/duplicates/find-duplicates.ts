import type { patientsContract } from '@spark-den/contracts/patients/operations';
import type { Handlers, Ports } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { seesRestricted } from '../records/require-patient.ts';
import { toCandidate } from './candidate.ts';
import { personOfProbe } from './person.ts';
import { searchCandidates } from './search-candidates.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;

export function findDuplicates(ports: Ports): Handle['findDuplicates'] {
  return async (context, { person, excludePatientId, limit }) => {
    const found = await searchCandidates(context, ports.cipher, personOfProbe(person), {
      exceptId: excludePatientId,
    });
    const shown = found
      .filter(({ patient }) => !patient.row.restricted || seesRestricted(context))
      .slice(0, limit);
    context.audit({
      entityType: 'patient',
      detail: { patientIds: shown.map(({ patient }) => patient.row.id) },
    });
    return { candidates: shown.map(toCandidate) };
  };
}
