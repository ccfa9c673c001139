import type { Payer as PracticePayer } from '@spark-den/contracts/administration/types';
import type { Address, Payer, Person } from '@spark-den/x12';
import type { ClaimContent, ContentCoverage, ContentPerson, PostalAddress } from './claim-content.ts';

/** SBR01 by place in the order of payers. */
export const RANKS = ['P', 'S', 'T'] as const;

/** How a patient stands to a subscriber: PAT01 for the patient, SBR02 for another payer's subscriber. */
export const RELATIONS: Readonly<
  Record<ContentCoverage['relationship'], { readonly patient: string; readonly subscriber: string }>
> = {
  self: { patient: '18', subscriber: '18' },
  spouse: { patient: '01', subscriber: '01' },
  child: { patient: '19', subscriber: '19' },
  other: { patient: 'G8', subscriber: 'G8' },
};

/** Capitals without accents: what every partner reads. */
export function upper(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toUpperCase();
}

export function addressOf(address: PostalAddress): Address {
  return {
    lines: [address.line1, address.line2].flatMap(line => (line === null ? [] : [upper(line)])),
    city: upper(address.city),
    state: address.state,
    postalCode: address.postalCode,
  };
}

export function personOf(
  person: ContentPerson,
  id?: { readonly qualifier: string; readonly id: string },
): Person {
  return {
    party: {
      kind: 'person',
      name: upper(person.lastName),
      firstName: upper(person.firstName),
      ...(person.middleName === null ? {} : { middleName: upper(person.middleName) }),
      ...(id ? { idQualifier: id.qualifier, id: id.id } : {}),
    },
    ...(person.address === null ? {} : { address: addressOf(person.address) }),
    ...(person.birthDate === null ? {} : { bornOn: person.birthDate }),
    ...(person.sex === null ? {} : { sex: person.sex }),
  };
}

export function payerOf(payer: PracticePayer): Payer {
  return {
    party: { kind: 'organization', name: upper(payer.name), idQualifier: 'PI', id: payer.ediId },
    address: addressOf(payer.address),
  };
}

export function coverageAt(content: ClaimContent, index: number): ContentCoverage {
  const coverage = content.coverages[index];
  if (!coverage) throw new RangeError(`a claim without coverage ${index}`);
  return coverage;
}
