import { addDays, subtractCents, type Cents, type LocalDate } from '@spark-den/kernel';
import { atLeastZero } from '../adjudication/money.ts';
import { findPayer } from '../payers/payers.ts';
import type { Payer } from '../payers/payer.ts';
import { isMemberIdOf } from '../roster/coverages.ts';
import { coverageWith, isCoveredOn, type Member, type MemberCoverage } from '../roster/member.ts';
import { findMember } from '../roster/roster.ts';
import type { Inquiry } from './inquiry.ts';

/** Where in the 271 a refusal stands, its AAA03 and its AAA04. */
export interface Refusal {
  readonly level: 'source' | 'receiver' | 'subscriber';
  readonly reason: string;
  readonly followUp: 'C' | 'R' | 'N';
}

export type Answer =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'inactive';
      readonly payer: Payer;
      readonly member: Member;
      readonly coverage: MemberCoverage;
    }
  | {
      readonly kind: 'active';
      readonly payer: Payer;
      readonly member: Member;
      readonly coverage: MemberCoverage;
      readonly deductibleLeft: Cents;
      readonly year: string;
      /** Cover that pays before this one. */
      readonly others: readonly MemberCoverage[];
    };

/** Ids that no member has, kept for tests: the payer is down, or does not answer. */
const DOWN = /042\d$/;
const SILENT = /080\d$/;

/** What a payer answers about a member on a date, from its roster and what it has paid this year. */
export function answerInquiry(
  inquiry: Inquiry,
  today: LocalDate,
  deductibleMet: (payerId: string, memberId: string, year: string) => Cents,
): Answer {
  const refusal = refusalOf(inquiry, today);
  if (refusal) return { kind: 'refused', refusal };
  const payer = findPayer(inquiry.payer.id) as Payer;
  const member = findMember(payer.id, inquiry.memberId) as Member;
  const coverage = coverageWith(member, payer.id) as MemberCoverage;
  const date = inquiry.serviceDate ?? today;
  if (!isCoveredOn(coverage, date)) return { kind: 'inactive', payer, member, coverage };
  const year = date.slice(0, 4);
  const met = deductibleMet(payer.id, inquiry.memberId, year);
  return {
    kind: 'active',
    payer,
    member,
    coverage,
    year,
    deductibleLeft: atLeastZero(subtractCents(payer.benefits.deductibleCents, met)),
    others: member.coverages.filter(other => other.rank < coverage.rank && isCoveredOn(other, date)),
  };
}

function refusalOf(inquiry: Inquiry, today: LocalDate): Refusal | undefined {
  const { memberId } = inquiry;
  const payer = findPayer(inquiry.payer.id);
  if (!payer) return { level: 'source', reason: '79', followUp: 'C' };
  if (!/^\d{10}$/.test(inquiry.receiver.npi)) return { level: 'receiver', reason: '43', followUp: 'C' };
  if (DOWN.test(memberId)) return { level: 'source', reason: '42', followUp: 'R' };
  if (SILENT.test(memberId)) return { level: 'source', reason: '80', followUp: 'R' };
  if (!isMemberIdOf(payer.id, memberId)) return { level: 'subscriber', reason: '72', followUp: 'C' };
  const member = findMember(payer.id, memberId);
  if (!member) return { level: 'subscriber', reason: '75', followUp: 'C' };
  if (member.quirk === 'system-down') return { level: 'source', reason: '42', followUp: 'R' };
  if (inquiry.birthDate && inquiry.birthDate !== member.birthDate)
    return { level: 'subscriber', reason: '71', followUp: 'C' };
  if (inquiry.lastName && !isSameName(inquiry.lastName, member.lastName))
    return { level: 'subscriber', reason: '73', followUp: 'C' };
  if (inquiry.serviceDate && inquiry.serviceDate > addDays(today, 365))
    return { level: 'subscriber', reason: '63', followUp: 'C' };
  return undefined;
}

/** Letters alone decide: files arrive in upper case and without marks. */
function isSameName(a: string, b: string): boolean {
  const letters = (name: string) => name.toUpperCase().replace(/[^A-Z]/g, '');
  return letters(a) === letters(b);
}
