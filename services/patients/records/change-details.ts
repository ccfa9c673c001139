import type { patientsContract } from '@spark-den/contracts/patients/operations';
import type { Preferences } from '@spark-den/contracts/patients/types';
import type { Context, Handlers } from '@spark-den/service-kit';
import type { PatientsDatabase, StoredPreferences } from '../database.ts';
import { changePatient } from './change-patient.ts';
import { changesBetween } from './demographics.ts';
import { requirePatient } from './require-patient.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;

export const setContacts: Handle['setContacts'] = async (context, { patientId, contacts, reason }) => {
  const patient = await requirePatient(context, patientId);
  return changePatient(context, patient, {
    reason,
    fields: changesBetween({ contacts: patient.own.contacts }, { contacts }),
    values: { contacts: JSON.stringify(contacts) },
  });
};

export const setPreferences: Handle['setPreferences'] = async (
  context,
  { patientId, preferences, source, reason },
) => {
  const patient = await requirePatient(context, patientId);
  const stored = recordPreferences(context, preferences, source, patient.own.preferences);
  return changePatient(context, patient, {
    reason,
    fields: changesBetween({ preferences: patient.own.preferences }, { preferences: stored }),
    values: { preferences: JSON.stringify(stored) },
  });
};

/** A choice that did not change keeps the source and time at which it was made. */
export function recordPreferences(
  context: Context<PatientsDatabase>,
  preferences: Preferences,
  source: string,
  before?: StoredPreferences,
): StoredPreferences {
  const choices = preferences.choices.map(choice => {
    const same = before?.choices.find(
      ({ channel, purpose, allowed }) =>
        channel === choice.channel && purpose === choice.purpose && allowed === choice.allowed,
    );
    return same ?? { ...choice, source, recordedAt: context.now, recordedBy: context.principal.displayName };
  });
  return { ...preferences, choices };
}

export const verifyIdentity: Handle['verifyIdentity'] = async (context, { patientId, method }) => {
  const patient = await requirePatient(context, patientId);
  const verified = { method, at: context.now, by: context.principal.displayName };
  await changePatient(context, patient, {
    reason: 'Identity checked',
    fields: changesBetween(
      { identityVerified: patient.own.identityVerified },
      { identityVerified: verified },
    ),
    values: { identityVerified: JSON.stringify(verified) },
  });
  return { verifiedAt: context.now };
};

export const restrictChart: Handle['restrictChart'] = async (context, { patientId, restricted, reason }) => {
  const patient = await requirePatient(context, patientId);
  return changePatient(context, patient, {
    reason,
    fields: changesBetween({ restricted: patient.own.restricted }, { restricted }),
    values: { restricted },
  });
};
