import type { Demographics } from '@spark-den/contracts/patients/types';
import type { PersonRecord } from '@spark-den/matching';
import { addressesOf } from '../duplicates/person.ts';

/** Somebody about to be registered, as the matching engine sees one. */
export function draftPerson(
  id: string,
  demographics: Demographics,
  ssn: string | undefined,
  memberIds: readonly string[],
): PersonRecord {
  const { name, address, email } = demographics;
  return {
    id,
    given: [name.given, name.middle].filter(part => part !== null),
    family: name.family,
    formerFamily: demographics.formerFamilyNames,
    suffix: name.suffix ?? undefined,
    birthDate: demographics.birthDate,
    sex: demographics.sex,
    ssn,
    phones: demographics.phones.map(phone => phone.number),
    emails: email === null ? [] : [email],
    addresses: addressesOf(address),
    memberIds,
  };
}
