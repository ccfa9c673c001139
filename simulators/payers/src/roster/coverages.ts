import { localDate } from '@spark-den/kernel';
import { PAYER_IDS, type MemberCoverage } from './member.ts';

const FROM = localDate('2024-01-01');

export function cascadeCoverage(member: number, endsOn?: string): MemberCoverage {
  return {
    payerId: PAYER_IDS.cascade,
    memberId: memberId('CMW', member),
    rank: 1,
    planName: 'Cascade Choice PPO',
    groupNumber: 'HRB0417',
    startsOn: FROM,
    ...(endsOn ? { endsOn: localDate(endsOn) } : {}),
  };
}

export function federalCoverage(member: number): MemberCoverage {
  return {
    payerId: PAYER_IDS.federal,
    memberId: memberId('FPB', member),
    rank: 1,
    planName: 'Federal Part B',
    startsOn: FROM,
  };
}

export function stateCoverage(member: number, rank: number): MemberCoverage {
  return {
    payerId: PAYER_IDS.state,
    memberId: memberId('SMA', member),
    rank,
    planName: 'State Medical Assistance',
    startsOn: FROM,
  };
}

/** Three letters of the payer and nine digits, the last of them a check digit (weights 3 and 1, modulo 10). */
function memberId(prefix: string, member: number): string {
  const body = String(10_000_000 + member * 137).padStart(8, '0');
  return `${prefix}${body}${memberCheckDigit(body)}`;
}

export function memberCheckDigit(body: string): number {
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** Whether an id could be one of this payer's; says nothing about whether it was given out. */
export function isMemberIdOf(payerId: string, id: string): boolean {
  const prefix = { [PAYER_IDS.cascade]: 'CMW', [PAYER_IDS.federal]: 'FPB', [PAYER_IDS.state]: 'SMA' }[
    payerId
  ];
  if (!prefix || !new RegExp(`^${prefix}\\d{9}$`).test(id)) return false;
  return memberCheckDigit(id.slice(3, 11)) === Number(id[11]);
}
