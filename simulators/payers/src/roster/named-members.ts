import { localDate } from '@spark-den/kernel';
import { cascadeCoverage, federalCoverage, stateCoverage } from './coverages.ts';
import type { Member } from './member.ts';

type Named = Pick<Member, 'firstName' | 'lastName' | 'sex' | 'coverages' | 'quirk'> & {
  readonly born: string;
  /** The deductible is used up elsewhere each year. */
  readonly met?: true;
};

/** People whose story a demo or a test tells; their number is their place in this list, from 1. */
const NAMED = {
  /** Commercial cover alone, nothing odd. */
  commercial: {
    firstName: 'Eleanor',
    lastName: 'Whitfield',
    sex: 'F',
    born: '1984-03-17',
    coverages: [cascadeCoverage(1)],
  },
  /** Federal first, then State: claims cross over. */
  dual: {
    firstName: 'Walter',
    lastName: 'Lindqvist',
    sex: 'M',
    born: '1948-09-02',
    met: true,
    coverages: [federalCoverage(2), stateCoverage(2, 2)],
  },
  /** Commercial first, State second: we bill both. */
  twoPayers: {
    firstName: 'Rosa',
    lastName: 'Delgado-Kim',
    sex: 'F',
    born: '1979-11-25',
    met: true,
    coverages: [cascadeCoverage(3), stateCoverage(3, 2)],
  },
  /** Cover ended with the year 2025. */
  lapsed: {
    firstName: 'Gordon',
    lastName: 'Pryce',
    sex: 'M',
    born: '1990-05-08',
    coverages: [cascadeCoverage(4, '2025-12-31')],
  },
  /** The payer cannot answer at the moment (AAA 42). */
  unreachable: {
    firstName: 'Mabel',
    lastName: 'Okafor',
    sex: 'F',
    born: '1967-01-30',
    coverages: [cascadeCoverage(5)],
    quirk: 'system-down',
  },
  /** Paid too little, later reversed and corrected with interest. */
  underpaid: {
    firstName: 'Theodore',
    lastName: 'Banerjee',
    sex: 'M',
    born: '1975-07-14',
    met: true,
    coverages: [cascadeCoverage(6)],
    quirk: 'underpaid-first',
  },
  /** Paid too much, later reversed and set off against the next checks. */
  overpaid: {
    firstName: 'Lillian',
    lastName: 'Castellanos',
    sex: 'F',
    born: '1958-12-03',
    met: true,
    coverages: [cascadeCoverage(7)],
    quirk: 'overpaid-first',
  },
  /** As above with the Federal payer, which recoups later (WO). */
  recouped: {
    firstName: 'Harold',
    lastName: 'Nakamura',
    sex: 'M',
    born: '1951-04-19',
    met: true,
    coverages: [federalCoverage(8)],
    quirk: 'overpaid-first',
  },
  /** State cover alone. */
  medicaid: {
    firstName: 'Tamika',
    lastName: 'Bloom',
    sex: 'F',
    born: '1996-08-21',
    coverages: [stateCoverage(9, 1)],
  },
  /** Federal cover alone: the patient owes the coinsurance. */
  federal: {
    firstName: 'Clarence',
    lastName: 'Abernathy',
    sex: 'M',
    born: '1946-02-11',
    met: true,
    coverages: [federalCoverage(10)],
  },
  /** Another commercial member, for a denied line. */
  ultrasound: {
    firstName: 'Priscilla',
    lastName: 'Vandermeer',
    sex: 'F',
    born: '1988-06-06',
    coverages: [cascadeCoverage(11)],
  },
  /** No cover at all. */
  selfPay: { firstName: 'Omar', lastName: 'Haddad', sex: 'M', born: '1999-10-10', coverages: [] },
} as const satisfies Record<string, Named>;

export type NamedMember = keyof typeof NAMED;

export const NAMED_KEYS = Object.keys(NAMED) as readonly NamedMember[];

export function namedMembers(): Member[] {
  return NAMED_KEYS.map((key, index) => {
    const { born, met, ...named }: Named = NAMED[key];
    const number = index + 1;
    return {
      ...named,
      number,
      deductibleUsed: met ? 100 : 0,
      birthDate: localDate(born),
      address: { line1: `${100 + number} Harbor Street`, city: 'Evanston', state: 'IL', zip: '602014410' },
      phone: `84755501${String(number).padStart(2, '0')}`,
      email: `${named.firstName}.${named.lastName}@example.com`.toLowerCase(),
    };
  });
}
