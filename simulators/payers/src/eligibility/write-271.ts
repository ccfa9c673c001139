import { centsToDecimal, type LocalDate } from '@spark-den/kernel';
import type { SegmentDraft } from '@spark-den/x12/segments';
import { compact } from '../clearinghouse/envelope.ts';
import { CLEARINGHOUSE } from '../clearinghouse/parties.ts';
import { findPayer } from '../payers/payers.ts';
import type { Payer } from '../payers/payer.ts';
import type { MemberCoverage } from '../roster/member.ts';
import type { Answer, Refusal } from './answer.ts';
import type { Inquiry } from './inquiry.ts';

export const ELIGIBILITY_VERSION = '005010X279A1';

/** Segments of a 271 between ST and SE: the tree of the question, and the answer at its place. */
export function write271(inquiry: Inquiry, answer: Answer, today: LocalDate, time: string): SegmentDraft[] {
  const refusal = answer.kind === 'refused' ? answer.refusal : undefined;
  const payerName = findPayer(inquiry.payer.id)?.name ?? (inquiry.payer.name || 'UNKNOWN PAYER');
  const [atSource, atReceiver] = [refusal?.level === 'source', refusal?.level === 'receiver'];
  return [
    ['BHT', '0022', '11', inquiry.reference || '0', compact(today), time.replace(':', '')],
    ['HL', '1', undefined, '20', atSource ? '0' : '1'],
    ...(atSource && refusal ? [aaa(refusal)] : []),
    ['NM1', 'PR', '2', payerName, undefined, undefined, undefined, undefined, 'PI', inquiry.payer.id],
    ...(atSource ? [] : receiverLevel(inquiry, answer, atReceiver ? refusal : undefined)),
  ];
}

function receiverLevel(inquiry: Inquiry, answer: Answer, refusal: Refusal | undefined): SegmentDraft[] {
  const { receiver } = inquiry;
  return [
    ['HL', '2', '1', '21', refusal ? '0' : '1'],
    [
      'NM1',
      receiver.entity || '1P',
      receiver.isPerson ? '1' : '2',
      receiver.name,
      undefined,
      undefined,
      undefined,
      undefined,
      'XX',
      receiver.npi,
    ],
    ...(refusal ? [aaa(refusal)] : subscriberLevel(inquiry, answer)),
  ];
}

function subscriberLevel(inquiry: Inquiry, answer: Answer): SegmentDraft[] {
  const [number, source] = inquiry.trace;
  return [
    ['HL', '3', '2', '22', '0'],
    ...(number ? ([['TRN', '2', number, source ?? `9${CLEARINGHOUSE.id}00`]] as const) : []),
    ...(answer.kind === 'refused' ? asAsked(inquiry, answer.refusal) : asKnown(answer)),
  ];
}

function asAsked(inquiry: Inquiry, refusal: Refusal): SegmentDraft[] {
  return [
    [
      'NM1',
      'IL',
      '1',
      inquiry.lastName,
      inquiry.firstName,
      undefined,
      undefined,
      undefined,
      inquiry.memberId ? 'MI' : undefined,
      inquiry.memberId,
    ],
    aaa(refusal),
    ...(inquiry.birthDate ? ([['DMG', 'D8', compact(inquiry.birthDate)]] as const) : []),
  ];
}

function asKnown(answer: Exclude<Answer, { kind: 'refused' }>): SegmentDraft[] {
  const { member, coverage } = answer;
  return [
    [
      'NM1',
      'IL',
      '1',
      upper(member.lastName),
      upper(member.firstName),
      undefined,
      undefined,
      undefined,
      'MI',
      coverage.memberId,
    ],
    ...(coverage.groupNumber ? ([['REF', '6P', coverage.groupNumber]] as const) : []),
    ['N3', upper(member.address.line1)],
    ['N4', upper(member.address.city), member.address.state, member.address.zip],
    ['DMG', 'D8', compact(member.birthDate), member.sex],
    ['DTP', '346', 'D8', compact(coverage.startsOn)],
    ...(coverage.endsOn ? ([['DTP', '347', 'D8', compact(coverage.endsOn)]] as const) : []),
    ...(answer.kind === 'active' ? benefits(answer) : inactive(answer.coverage)),
  ];
}

function inactive(coverage: MemberCoverage): SegmentDraft[] {
  return [['EB', '6', undefined, '30', undefined, upper(coverage.planName)]];
}

const INSURANCE_TYPE = { CI: 'PR', MB: 'MB', MC: 'MC' } as const;

function benefits(answer: Extract<Answer, { kind: 'active' }>): SegmentDraft[] {
  const { payer, coverage, deductibleLeft, others } = answer;
  const type = INSURANCE_TYPE[payer.filingIndicator];
  return [
    ['EB', '1', 'IND', '30', type, upper(coverage.planName)],
    ...shares(payer, centsToDecimal(deductibleLeft)),
    ...others.flatMap(otherPayer),
  ];
}

/** Amounts that the patient bears, in network: zero is said, never left out. */
function shares(payer: Payer, deductibleLeft: string): SegmentDraft[] {
  const { copayCents, deductibleCents, coinsurance } = payer.benefits;
  const amount = (code: string, types: readonly string[], period: string, money: string): SegmentDraft => [
    'EB',
    code,
    'IND',
    { repeat: types },
    undefined,
    undefined,
    period,
    money,
    undefined,
    undefined,
    undefined,
    undefined,
    'Y',
  ];
  return [
    amount('C', ['30'], '23', centsToDecimal(deductibleCents)),
    amount('C', ['30'], '29', deductibleLeft),
    amount('B', ['98'], '27', centsToDecimal(copayCents)),
    [
      'EB',
      'A',
      'IND',
      { repeat: ['30', '98'] },
      undefined,
      undefined,
      '27',
      undefined,
      String(coinsurance / 10_000),
      undefined,
      undefined,
      undefined,
      'Y',
    ],
    [
      'EB',
      'A',
      'IND',
      'BZ',
      undefined,
      undefined,
      '27',
      undefined,
      '0',
      undefined,
      undefined,
      undefined,
      'Y',
    ],
  ];
}

function otherPayer(other: MemberCoverage): SegmentDraft[] {
  const payer = findPayer(other.payerId);
  if (!payer) return [];
  return [
    ['EB', 'R', 'IND', '30', INSURANCE_TYPE[payer.filingIndicator], upper(other.planName)],
    ['REF', '1L', other.memberId],
    ['LS', '2120'],
    ['NM1', 'PR', '2', payer.name, undefined, undefined, undefined, undefined, 'PI', payer.id],
    ['LE', '2120'],
  ];
}

function aaa({ reason, followUp }: Refusal): SegmentDraft {
  return ['AAA', 'N', undefined, reason, followUp];
}

function upper(text: string): string {
  return text.toUpperCase();
}
