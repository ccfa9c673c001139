import { writeInterchange, type SegmentDraft } from '@spark-den/x12/segments';
import type { Member } from '../roster/member.ts';

/** A 270 about a member, as a practice would send it. */
export function inquiryFile(
  member: Pick<Member, 'lastName' | 'firstName' | 'birthDate'>,
  payerId: string,
  memberId: string,
  serviceDate: string,
): string {
  const compact = (date: string) => date.replaceAll('-', '');
  const segments: SegmentDraft[] = [
    ['BHT', '0022', '13', 'ASK1', compact(serviceDate), '0900'],
    ['HL', '1', undefined, '20', '1'],
    ['NM1', 'PR', '2', 'A PAYER', undefined, undefined, undefined, undefined, 'PI', payerId],
    ['HL', '2', '1', '21', '1'],
    ['NM1', '1P', '2', 'HARBOR POINT', undefined, undefined, undefined, undefined, 'XX', '1990000105'],
    ['HL', '3', '2', '22', '0'],
    ['TRN', '1', 'TRACE-1', '1364000001'],
    [
      'NM1',
      'IL',
      '1',
      member.lastName.toUpperCase(),
      member.firstName.toUpperCase(),
      undefined,
      undefined,
      undefined,
      'MI',
      memberId,
    ],
    ['DMG', 'D8', compact(member.birthDate)],
    ['DTP', '291', 'D8', compact(serviceDate)],
    ['EQ', '30'],
  ];
  const version = '005010X279A1';
  return writeInterchange({
    sender: { qualifier: 'ZZ', id: 'HARBORPT' },
    receiver: { qualifier: 'ZZ', id: 'BRIGHTCH' },
    control: 1,
    at: `${serviceDate}T09:00`,
    usage: 'T',
    groups: [
      {
        functionalId: 'HS',
        sender: 'HARBORPT',
        receiver: 'BRIGHTCH',
        control: 1,
        version,
        transactions: [{ set: '270', control: '0001', version, segments }],
      },
    ],
  });
}
