import { localDate } from '@spark-den/kernel';
import { cascadeCoverage, federalCoverage, stateCoverage } from './coverages.ts';
import { namedMembers, NAMED_KEYS, type NamedMember } from './named-members.ts';
import { FAMILY, GIVEN_F, GIVEN_M, STREETS, TOWNS } from './names.ts';
import type { Member, MemberCoverage, Quirk } from './member.ts';

/** How many members the payers know; the first are named, the others made from their number. */
export const ROSTER_SIZE = 1200;

let cached: readonly Member[] | undefined;

/** Every member, in order of number from 1. The same in each run: ids mean the same person to both sides. */
export function roster(): readonly Member[] {
  cached ??= buildRoster();
  return cached;
}

export function namedMember(key: NamedMember): Member {
  return roster()[NAMED_KEYS.indexOf(key)] as Member;
}

const byMemberId = new Map<string, Member>();

export function findMember(payerId: string, memberId: string): Member | undefined {
  if (byMemberId.size === 0) {
    for (const member of roster()) {
      for (const coverage of member.coverages)
        byMemberId.set(`${coverage.payerId} ${coverage.memberId}`, member);
    }
  }
  return byMemberId.get(`${payerId} ${memberId}`);
}

function buildRoster(): Member[] {
  const members = namedMembers();
  for (let number = members.length + 1; number <= ROSTER_SIZE; number += 1) members.push(makeMember(number));
  return members;
}

function makeMember(number: number): Member {
  const sex = number % 2 === 0 ? 'F' : 'M';
  const given = sex === 'F' ? GIVEN_F : GIVEN_M;
  const firstName = given[(number * 7) % given.length] as string;
  const lastName = FAMILY[(number * 11) % FAMILY.length] as string;
  const coverages = coveragesOf(number);
  const town = TOWNS[number % TOWNS.length] as (typeof TOWNS)[number];
  const quirk = quirkOf(number);
  return {
    number,
    firstName,
    lastName,
    sex,
    birthDate: birthDateOf(number, coverages),
    address: {
      line1: `${100 + ((number * 13) % 880)} ${STREETS[number % STREETS.length] as string}`,
      state: 'IL',
      ...town,
    },
    phone: `${number % 3 === 0 ? '312' : '847'}55501${String(number % 100).padStart(2, '0')}`,
    email: `member${number}@example.com`,
    coverages,
    deductibleUsed: [0, 50, 100, 100][number % 4] ?? 0,
    ...(quirk ? { quirk } : {}),
  };
}

/** Of ten: five commercial, two Federal, one each of Federal with State, commercial with State, State alone. */
function coveragesOf(number: number): readonly MemberCoverage[] {
  switch (number % 10) {
    case 5:
    case 6:
      return [federalCoverage(number)];
    case 7:
      return [federalCoverage(number), stateCoverage(number, 2)];
    case 8:
      return [cascadeCoverage(number), stateCoverage(number, 2)];
    case 9:
      return [stateCoverage(number, 1)];
    default:
      return [cascadeCoverage(number)];
  }
}

function birthDateOf(number: number, coverages: readonly MemberCoverage[]) {
  const isFederal = coverages[0]?.payerId === 'FEDPB02';
  const year = isFederal ? 1936 + (number % 24) : 1962 + (number % 44);
  return localDate(`${year}-${pad(1 + (number % 12))}-${pad(1 + ((number * 5) % 28))}`);
}

function quirkOf(number: number): Quirk | undefined {
  if (number % 60 === 20) return 'underpaid-first';
  if (number % 60 === 45) return 'overpaid-first';
  return undefined;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
