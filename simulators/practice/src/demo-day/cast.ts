import { namedMember, type Member, type NamedMember } from '@spark-den/payers-simulator/roster';
import type { Findings } from '../care-team.ts';
import type { VisitKind } from '../case-mix.ts';

export interface Part {
  readonly key: NamedMember;
  readonly member: Member;
  /** 1 Osei, 2 Reyes. */
  readonly provider: number;
  readonly kind: VisitKind;
  /** Minutes from midnight. */
  readonly start: number;
  readonly findings: Findings;
  readonly copay?: 'cash' | 'card';
  /** A typing error at the front desk, found when the payer rejects the claim. */
  readonly wrongMemberId?: string;
}

const hour = (value: number) => Math.round(value * 60);

function part(key: NamedMember, rest: Omit<Part, 'key' | 'member'>): Part {
  return { key, member: namedMember(key), ...rest };
}

const VISIT: Findings = { diagnoses: ['I10', 'E119'], services: [{ code: '99213', pointers: [1, 2] }] };

/** The patients of the day, each for what their payers do with the claim. */
export const CAST: readonly Part[] = [
  // the deductible takes nearly all of it: patient's share
  part('commercial', {
    provider: 1,
    kind: 'follow-up',
    start: hour(9),
    copay: 'cash',
    findings: {
      diagnoses: ['I10'],
      services: [
        { code: '99214', pointers: [1] },
        { code: '36415', pointers: [1] },
      ],
    },
  }),
  // sequestration, crossover, nothing left for the patient
  part('dual', {
    provider: 1,
    kind: 'follow-up',
    start: hour(9.5),
    findings: { ...VISIT, services: [{ code: '99214', pointers: [1, 2] }] },
  }),
  // commercial first, then our own claim to the State
  part('twoPayers', { provider: 1, kind: 'follow-up', start: hour(10), copay: 'card', findings: VISIT }),
  // one line paid, one refused
  part('ultrasound', {
    provider: 1,
    kind: 'ultrasound',
    start: hour(10.5),
    findings: {
      diagnoses: ['K219'],
      services: [
        { code: '76705', pointers: [1] },
        { code: '81002', pointers: [1] },
      ],
    },
  }),
  // paid too little, then reversed and corrected with interest
  part('underpaid', {
    provider: 2,
    kind: 'follow-up',
    start: hour(9),
    copay: 'cash',
    findings: {
      diagnoses: ['E785'],
      services: [
        { code: '99215', pointers: [1] },
        { code: '93000', pointers: [1] },
      ],
    },
  }),
  // paid too much, then recouped by a provider-level adjustment
  part('recouped', {
    provider: 2,
    kind: 'follow-up',
    start: hour(9.5),
    findings: { diagnoses: ['E119'], services: [{ code: '99215', pointers: [1] }] },
  }),
  // preventive: no share for the patient
  part('federal', {
    provider: 2,
    kind: 'wellness',
    start: hour(10),
    findings: {
      diagnoses: ['Z0000', 'Z23'],
      services: [
        { code: 'G0439', pointers: [1] },
        { code: 'G0008', pointers: [2] },
        { code: 'Q2039', pointers: [2] },
      ],
    },
  }),
  // the State alone; its number is mistyped, the claim is rejected, corrected and sent again as an original
  part('medicaid', {
    provider: 2,
    kind: 'follow-up',
    start: hour(11),
    findings: VISIT,
    wrongMemberId: 'SMA123456780',
  }),
];
