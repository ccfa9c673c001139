import type { SurvivorAttribute } from '@spark-den/contracts/patients/duplicate-types';
import type { Patient } from '@spark-den/contracts/patients/types';
import { formatDate } from '@spark-den/ui';
import type { z } from 'zod';
import { addressText, fullName, phoneText } from './patient-text.ts';

type Record = z.output<typeof Patient>;

export interface ComparedField {
  readonly label: string;
  readonly stays: string;
  readonly joins: string;
  /** What a merge may take from the record that joins. */
  readonly attribute?: SurvivorAttribute;
}

const FIELDS: readonly (readonly [string, SurvivorAttribute, (record: Record) => string])[] = [
  ['Name', 'name', record => fullName(record.name)],
  ['Date of birth', 'birthDate', record => formatDate(record.birthDate)],
  ['Sex', 'sex', record => record.sex],
  ['Phone', 'phones', record => record.phones.map(({ number }) => phoneText(number)).join(', ') || '—'],
  ['Email', 'email', record => record.email ?? '—'],
  ['Address', 'address', record => (record.address ? addressText(record.address) : '—')],
  ['SSN', 'ssn', record => (record.ssnLast4 ? `•••-••-${record.ssnLast4}` : '—')],
];

export function comparedFields(stays: Record, joins: Record): ComparedField[] {
  return FIELDS.map(([label, attribute, textOf]) => ({
    label,
    attribute,
    stays: textOf(stays),
    joins: textOf(joins),
  }));
}
