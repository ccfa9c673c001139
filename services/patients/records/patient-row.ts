import type { z } from 'zod';
import type { Patient, PatientSummary } from '@spark-den/contracts/patients/types';
import type { Selectable } from 'kysely';
import type { CoverageTable, PatientTable } from '../database.ts';
import type { LoadedPatient } from './patient-repository.ts';

export type PatientRow = Selectable<PatientTable>;

export function toPatient({ row, aliases, consents }: LoadedPatient): z.input<typeof Patient> {
  return {
    id: row.id,
    mrn: row.mrn,
    version: row.version,
    status: row.status,
    deceasedOn: row.deceasedOn,
    restricted: row.restricted,
    name: { family: row.family, given: row.given, middle: row.middle, suffix: row.suffix },
    formerFamilyNames: row.formerFamilyNames,
    birthDate: row.birthDate,
    sex: row.sex,
    phones: row.phones,
    email: row.email,
    address: row.address,
    selfDescription: row.selfDescription,
    ssnLast4: row.ssnLast4,
    identifiers: [
      identifier('mrn', row.mrn, row.registeredAt),
      identifier('enterprise', row.id, row.registeredAt),
      ...aliases.map(alias => identifier('merged-mrn', alias.mrn, alias.registeredAt)),
    ],
    contacts: row.contacts,
    preferences: row.preferences,
    consents: consents.map(({ sequence: _, ...consent }) => consent),
    identityVerified: row.identityVerified,
    aliasIds: aliases.map(alias => alias.id),
    registeredAt: row.registeredAt,
  };
}

function identifier(system: 'mrn' | 'enterprise' | 'merged-mrn', value: string, from: string) {
  return { system, value, assigner: 'practice', from, to: null };
}

export function toSummary(
  row: PatientRow,
  primary?: Pick<Selectable<CoverageTable>, 'payerId' | 'memberId'>,
): z.input<typeof PatientSummary> {
  return {
    id: row.id,
    mrn: row.mrn,
    name: { family: row.family, given: row.given, middle: row.middle, suffix: row.suffix },
    nameUsed: row.selfDescription.nameUsed,
    birthDate: row.birthDate,
    sex: row.sex,
    phone: row.phones[0]?.number ?? null,
    city: row.address?.city ?? null,
    state: row.address?.state ?? null,
    ssnLast4: row.ssnLast4,
    status: row.status,
    restricted: row.restricted,
    primaryPayerId: primary?.payerId ?? null,
    primaryMemberId: primary?.memberId ?? null,
  };
}
