import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { ConsentInput } from '@spark-den/contracts/patients/types';
import type { LocalDate } from '@spark-den/kernel';
import { fail, type Context, type Handlers } from '@spark-den/service-kit';
import type { z } from 'zod';
import type { PatientsDatabase } from '../database.ts';
import { insertConsents } from './patient-repository.ts';
import type { PracticeCalendar } from './practice-calendar.ts';
import { requirePatient } from './require-patient.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;

export function recordConsent(calendar: PracticeCalendar): Handle['recordConsent'] {
  return async (context, { patientId, consent }) => {
    const { own } = await requirePatient(context, patientId);
    const [consentId = ''] = await storeConsents(context, own.id, [consent], await calendar.today(context));
    return { consentId };
  };
}

/** @returns their ids */
export async function storeConsents(
  context: Context<PatientsDatabase>,
  patientId: string,
  consents: readonly z.infer<typeof ConsentInput>[],
  today: LocalDate,
): Promise<string[]> {
  if (consents.some(({ signedOn }) => signedOn > today))
    throw fail(patientsContract, 'patients.signed_in_future');
  const rows = consents.map(consent => ({
    ...consent,
    id: context.newId(),
    practiceId: context.practiceId,
    patientId,
    recordedAt: context.now,
    recordedBy: context.principal.displayName,
  }));
  await insertConsents(context.db, rows);
  return rows.map(({ id }) => id);
}
