import { centsToDecimal, cents } from '@spark-den/kernel';
import { writeInterchange, type SegmentDraft } from '@spark-den/x12/segments';
import { coverageWith, type Member } from '../roster/member.ts';
import { findPayer } from '../payers/payers.ts';

export interface TestLine {
  readonly code: string;
  readonly charge: number;
  /** 1-based places in the claim's diagnoses. */
  readonly pointers?: readonly number[];
  /** Earlier payer's decision: paid, then CAS segments. */
  readonly prior?: { readonly paid: number; readonly cas: readonly SegmentDraft[] };
}

export interface TestClaim {
  readonly pcn: string;
  readonly member: Member;
  readonly payerId: string;
  readonly serviceDate: string;
  readonly lines: readonly TestLine[];
  readonly diagnoses?: readonly string[];
  readonly frequency?: string;
  readonly replaces?: string;
  readonly memberId?: string;
  readonly birthDate?: string;
  readonly renderingNpi?: string;
  /** Payer that paid before, with its payment. */
  readonly priorPayer?: { readonly id: string; readonly paid: number };
}

/** An 837P as a practice would send it; made here by hand so that the simulator is never judged by our product's writer. */
export function claimFile(claims: readonly TestClaim[], control = 1, at = '2026-03-10T09:00'): string {
  const segments: SegmentDraft[] = [
    ['BHT', '0019', '00', `BATCH${control}`, at.slice(0, 10).replaceAll('-', ''), '0900', 'CH'],
    ['NM1', '41', '2', 'HARBOR POINT FAMILY MEDICINE', ...none(4), '46', 'HARBORPT'],
    ['PER', 'IC', 'BILLING OFFICE', 'TE', '8475550100'],
    ['NM1', '40', '2', 'BRIGHTLINE CLEARINGHOUSE', ...none(4), '46', 'BRIGHTCH'],
    ['HL', '1', undefined, '20', '1'],
    ['PRV', 'BI', 'PXC', '207Q00000X'],
    ['NM1', '85', '2', 'HARBOR POINT FAMILY MEDICINE', ...none(4), 'XX', '1990000105'],
    ['N3', '410 LAKESHORE DRIVE'],
    ['N4', 'EVANSTON', 'IL', '602014410'],
    ['REF', 'EI', '364000001'],
    ...claims.flatMap(claimSegments),
  ];
  return writeInterchange({
    sender: { qualifier: 'ZZ', id: 'HARBORPT' },
    receiver: { qualifier: 'ZZ', id: 'BRIGHTCH' },
    control,
    at,
    usage: 'T',
    groups: [
      {
        functionalId: 'HC',
        sender: 'HARBORPT',
        receiver: 'BRIGHTCH',
        control,
        version: '005010X222A1',
        transactions: [{ set: '837', control: '0001', version: '005010X222A1', segments }],
      },
    ],
  });
}

function claimSegments(claim: TestClaim, index: number): SegmentDraft[] {
  const payer = findPayer(claim.payerId);
  const { member } = claim;
  const total = claim.lines.reduce((sum, line) => sum + line.charge, 0);
  const [main, ...others] = claim.diagnoses ?? ['I10'];
  const memberId = claim.memberId ?? coverageWith(member, claim.payerId)?.memberId ?? 'CMW999999999';
  return [
    ['HL', String(index + 2), '1', '22', '0'],
    ['SBR', claim.priorPayer ? 'S' : 'P', '18', ...none(6), payer?.filingIndicator ?? 'CI'],
    [
      'NM1',
      'IL',
      '1',
      member.lastName.toUpperCase(),
      member.firstName.toUpperCase(),
      ...none(3),
      'MI',
      memberId,
    ],
    ['N3', member.address.line1.toUpperCase()],
    ['N4', member.address.city.toUpperCase(), member.address.state, member.address.zip],
    ['DMG', 'D8', (claim.birthDate ?? member.birthDate).replaceAll('-', ''), member.sex],
    ['NM1', 'PR', '2', payer?.name ?? 'NOBODY', ...none(4), 'PI', claim.payerId],
    ['CLM', claim.pcn, money(total), ...none(2), ['11', 'B', claim.frequency ?? '1'], 'Y', 'A', 'Y', 'Y'],
    ...(claim.replaces ? ([['REF', 'F8', claim.replaces]] as const) : []),
    ['HI', ['ABK', main], ...others.map(code => ['ABF', code])],
    ['NM1', '82', '1', 'OSEI', 'AMARA', ...none(3), 'XX', claim.renderingNpi ?? '1990000204'],
    ['PRV', 'PE', 'PXC', '207Q00000X'],
    ...otherPayer(claim),
    ...claim.lines.flatMap((line, place) => lineSegments(claim, line, place)),
  ];
}

function otherPayer({ priorPayer, member }: TestClaim): SegmentDraft[] {
  const payer = priorPayer && findPayer(priorPayer.id);
  if (!priorPayer || !payer) return [];
  return [
    ['SBR', 'P', '18', ...none(6), payer.filingIndicator],
    ['AMT', 'D', money(priorPayer.paid)],
    ['OI', undefined, undefined, 'Y', undefined, undefined, 'Y'],
    [
      'NM1',
      'IL',
      '1',
      member.lastName.toUpperCase(),
      member.firstName.toUpperCase(),
      ...none(3),
      'MI',
      coverageWith(member, payer.id)?.memberId,
    ],
    ['NM1', 'PR', '2', payer.name, ...none(4), 'PI', payer.id],
  ];
}

function lineSegments(claim: TestClaim, line: TestLine, place: number): SegmentDraft[] {
  return [
    ['LX', String(place + 1)],
    ['SV1', ['HC', line.code], money(line.charge), 'UN', '1', ...none(2), (line.pointers ?? [1]).map(String)],
    ['DTP', '472', 'D8', claim.serviceDate.replaceAll('-', '')],
    ['REF', '6R', `${claim.pcn}L${place + 1}`],
    ...(line.prior && claim.priorPayer
      ? ([
          ['SVD', claim.priorPayer.id, money(line.prior.paid), ['HC', line.code], undefined, '1'],
          ...line.prior.cas,
          ['DTP', '573', 'D8', claim.serviceDate.replaceAll('-', '')],
        ] as const)
      : []),
  ];
}

function money(amount: number): string {
  return centsToDecimal(cents(amount));
}

function none(count: number): undefined[] {
  return Array.from({ length: count }, () => undefined);
}
