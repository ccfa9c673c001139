import type { z } from 'zod';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { SurvivorAttribute } from '@spark-den/contracts/patients/duplicate-types';
import type { Demographics, FieldChange } from '@spark-den/contracts/patients/types';
import type { LocalDate } from '@spark-den/kernel';
import { fold, prepare } from '@spark-den/matching';
import { fail } from '@spark-den/service-kit';
import type { Insertable } from 'kysely';
import type { PatientTable } from '../database.ts';
import type { PatientRow } from './patient-row.ts';

type DemographicColumns = Pick<
  Insertable<PatientTable>,
  | 'family'
  | 'given'
  | 'middle'
  | 'suffix'
  | 'formerFamilyNames'
  | 'birthDate'
  | 'sex'
  | 'phones'
  | 'email'
  | 'address'
  | 'selfDescription'
  | 'familyKey'
  | 'familySound'
  | 'givenKey'
>;

/** Demographics as columns of the patient table, with the folded names that lists sort by. */
export function demographicColumns(demographics: Demographics): DemographicColumns {
  const { name } = demographics;
  return {
    family: name.family,
    given: name.given,
    middle: name.middle,
    suffix: name.suffix,
    formerFamilyNames: JSON.stringify(demographics.formerFamilyNames),
    birthDate: demographics.birthDate,
    sex: demographics.sex,
    phones: JSON.stringify(demographics.phones),
    email: demographics.email,
    address: demographics.address && JSON.stringify(demographics.address),
    selfDescription: JSON.stringify(demographics.selfDescription),
    familyKey: fold(name.family),
    familySound: familySoundOf(name.family),
    givenKey: fold(name.given),
  };
}

/** By what the engine tells families apart. */
export function familySoundOf(family: string): string {
  return prepare({ id: '', family }).familySound;
}

export function demographicsOf(row: PatientRow): Demographics {
  return {
    name: { family: row.family, given: row.given, middle: row.middle, suffix: row.suffix },
    formerFamilyNames: row.formerFamilyNames,
    birthDate: row.birthDate,
    sex: row.sex,
    phones: row.phones,
    email: row.email,
    address: row.address,
    selfDescription: row.selfDescription,
  };
}

type Change = z.input<typeof FieldChange>;

/** Which of the given fields differ, with both values; objects count as a whole. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): Change[] {
  return Object.keys(after)
    .filter(field => stable(before[field]) !== stable(after[field]))
    .map(field => ({ field, before: json(before[field]), after: json(after[field]) }));
}

function json(value: unknown): Change['before'] {
  return JSON.parse(JSON.stringify(value ?? null)) as Change['before'];
}

/** jsonb does not keep the order of keys, so equal objects are compared with sorted keys. */
function stable(value: unknown): string {
  return JSON.stringify(value ?? null, (_, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/** A merge may have taken these fields from the merged record; an edit of the field ends that. */
export const ATTRIBUTE_OF_FIELD: Readonly<Record<string, SurvivorAttribute>> = {
  name: 'name',
  birthDate: 'birthDate',
  sex: 'sex',
  phones: 'phones',
  email: 'email',
  address: 'address',
  selfDescription: 'selfDescription',
  ssn: 'ssn',
};

export function assertBorn(birthDate: LocalDate, today: LocalDate): void {
  if (birthDate > today) throw fail(patientsContract, 'patients.birth_date_in_future');
}
