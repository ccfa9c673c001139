import type { SurvivorAttribute } from '@spark-den/contracts/patients/duplicate-types';
import type { Patient } from '@spark-den/contracts/patients/types';
import { formatDate } from '@spark-den/ui';
import type { z } from 'zod';
import { addressText, fullName, phoneText, wordsOf } from './patient-text.ts';

type Record = z.output<typeof Patient>;

export interface ComparedField {
  readonly label: string;
  readonly stays: string;
  readonly joins: string;
  /** What a merge may take from the record that joins. */
  readonly attribute?: SurvivorAttribute;
}

/** Shown where a record has no value; nothing can be taken from there. */
export const NOTHING = '—';

const FIELDS: readonly (readonly [string, SurvivorAttribute, (record: Record) => string])[] = [
  ['Name', 'name', record => fullName(record.name)],
  ['Date of birth', 'birthDate', record => formatDate(record.birthDate)],
  ['Sex', 'sex', record => wordsOf(record.sex)],
  ['Phone', 'phones', record => record.phones.map(({ number }) => phoneText(number)).join(', ') || NOTHING],
  ['Email', 'email', record => record.email ?? NOTHING],
  ['Address', 'address', record => (record.address ? addressText(record.address) : NOTHING)],
  ['SSN', 'ssn', record => (record.ssnLast4 ? `•••-••-${record.ssnLast4}` : NOTHING)],
];

export function comparedFields(stays: Record, joins: Record): ComparedField[] {
  return FIELDS.map(([label, attribute, textOf]) => ({
    label,
    attribute,
    stays: textOf(stays),
    joins: textOf(joins),
  }));
}
