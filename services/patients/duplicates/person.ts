import type { DuplicateProbe } from '@spark-den/contracts/patients/duplicate-types';
import type { Address } from '@spark-den/contracts/patients/types';
import type { PersonRecord } from '@spark-den/matching';
import type { PatientRow } from '../records/patient-row.ts';

/** A stored patient as the matching engine sees one; the SSN is passed in only where it was decrypted. */
export function personOf(row: PatientRow, memberIds: readonly string[], ssn?: string): PersonRecord {
  return {
    id: row.id,
    given: [row.given, row.middle].filter(name => name !== null),
    family: row.family,
    formerFamily: row.formerFamilyNames,
    suffix: row.suffix ?? undefined,
    birthDate: row.birthDate,
    sex: row.sex,
    ssn,
    ssnLast4: row.ssnLast4 ?? undefined,
    phones: row.phones.map(phone => phone.number),
    emails: row.email === null ? [] : [row.email],
    addresses: addressesOf(row.address),
    memberIds,
  };
}

export function addressesOf(address: Address | null): PersonRecord['addresses'] {
  if (!address) return [];
  const { line1, line2, city, state, postalCode } = address;
  return [{ line: line2 === null ? line1 : `${line1} ${line2}`, city, state, postalCode }];
}

/** Somebody described in a form, perhaps half. */
export function personOfProbe(probe: DuplicateProbe): PersonRecord {
  const line = [probe.line1, probe.line2].filter(Boolean).join(' ');
  const hasAddress = [line, probe.city, probe.postalCode].some(Boolean);
  const ssn = probe.ssn?.replace(/\D/g, '');
  return {
    id: '',
    given: [probe.given, probe.middle].filter((name): name is string => Boolean(name)),
    family: probe.family,
    formerFamily: probe.formerFamilyNames,
    suffix: probe.suffix,
    birthDate: probe.birthDate,
    sex: probe.sex,
    ssn: ssn?.length === 9 ? ssn : undefined,
    ssnLast4: ssn?.length === 4 ? ssn : undefined,
    phones: probe.phones,
    emails: probe.email ? [probe.email] : [],
    addresses: hasAddress
      ? [{ line, city: probe.city, state: probe.state, postalCode: probe.postalCode }]
      : [],
    memberIds: probe.memberId ? [probe.memberId] : [],
  };
}
