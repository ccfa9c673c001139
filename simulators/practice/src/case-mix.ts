import { demoIds } from './demo-practice.ts';
import type { Findings } from './care-team.ts';
import type { Random } from './random.ts';

export type VisitKind = 'new' | 'follow-up' | 'wellness' | 'ultrasound';

export const VISIT_TYPES: Readonly<Record<VisitKind, { readonly typeId: string; readonly minutes: number }>> =
  {
    new: { typeId: demoIds.appointmentType(1), minutes: 40 },
    'follow-up': { typeId: demoIds.appointmentType(2), minutes: 20 },
    wellness: { typeId: demoIds.appointmentType(3), minutes: 40 },
    ultrasound: { typeId: demoIds.appointmentType(4), minutes: 60 },
  };

const COMPLAINTS = ['I10', 'E119', 'E785', 'J069', 'M5450', 'K219', 'R5383'] as const;

/** What a visit of this kind comes to: the work of a family practice, with the odd line that a payer refuses. */
export function findingsOf(kind: VisitKind, random: Random): Findings {
  switch (kind) {
    case 'new':
      return office(
        random,
        random.weighted([
          ['99203', 6],
          ['99204', 4],
        ]),
      );
    case 'wellness':
      return wellness(random);
    case 'ultrasound':
      return {
        diagnoses: [random.chance(0.7) ? 'R1011' : 'K219', 'I10'],
        services: [
          { code: '76705', pointers: [1] },
          ...(random.chance(0.4) ? [{ code: 'A4550', pointers: [1] }] : []),
        ],
      };
    case 'follow-up':
      return office(
        random,
        random.weighted([
          ['99213', 6],
          ['99214', 3],
          ['99215', 1],
        ]),
      );
  }
}

function office(random: Random, visitCode: string): Findings {
  const first = random.pick(COMPLAINTS);
  const second = random.pick(COMPLAINTS);
  const extras = [
    ...(random.chance(0.3) ? ['36415'] : []),
    ...(random.chance(0.2) ? ['81002'] : []),
    ...(random.chance(0.15) ? ['93000'] : []),
    ...(random.chance(0.08) ? ['J3420'] : []),
  ];
  return {
    diagnoses: first === second ? [first] : [first, second],
    services: [
      { code: visitCode, pointers: first === second ? [1] : [1, 2] },
      ...extras.map(code => ({ code, pointers: [1] })),
    ],
  };
}

function wellness(random: Random): Findings {
  return {
    diagnoses: ['Z0000', 'Z23'],
    services: [
      { code: 'G0439', pointers: [1] },
      ...(random.chance(0.5) ? [{ code: 'G0444', pointers: [1] }] : []),
      ...(random.chance(0.4)
        ? [
            { code: 'G0008', pointers: [2] },
            { code: 'Q2039', pointers: [2] },
          ]
        : []),
    ],
  };
}
