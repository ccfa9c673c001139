import { localDate } from '@spark-den/kernel';
import type { EligibilityInquiry } from '../src/index.ts';

export const INQUIRY: EligibilityInquiry = {
  reference: 'E000000017',
  createdOn: localDate('2026-11-16'),
  createdAt: '0930',
  payer: { kind: 'organization', name: 'CASCADE MUTUAL', idQualifier: 'PI', id: 'CASMU01' },
  provider: { kind: 'organization', name: 'HARBOR POINT', idQualifier: 'XX', id: '1990000105' },
  subjects: [
    {
      trace: { number: 'E000000017', originator: '9199000010' },
      subscriber: {
        party: { kind: 'person', name: 'KIM', firstName: 'ROSA', idQualifier: 'MI', id: 'CMW000009' },
      },
      dependant: {
        party: { kind: 'person', name: 'KIM', firstName: 'NOAH' },
        bornOn: localDate('2015-02-28'),
        sex: 'M',
        relation: '19',
      },
      asOf: localDate('2026-11-16'),
      serviceTypes: ['30', '98'],
    },
  ],
};
