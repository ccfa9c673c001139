import type { EligibilityCheck } from '@spark-den/contracts/patients/coverage-types';
import { cents, instant, localDate } from '@spark-den/kernel';
import { renderUi } from '@spark-den/ui/test-support';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { z } from 'zod';
import { EligibilityAnswer } from './eligibility-answer.tsx';

type Check = z.output<typeof EligibilityCheck>;

const ID = '01900000-0000-7000-8fff-000000000001';
const copay: Check['benefits'][number] = {
  kind: 'copay',
  code: 'B',
  label: 'Copay, individual, office visit',
  serviceTypeCodes: ['98'],
  coverageLevel: 'IND',
  insuranceType: null,
  planDescription: null,
  period: '27',
  isRemaining: false,
  amountCents: cents(2_500),
  patientShare: null,
  quantity: null,
  authorizationRequired: 'unknown',
  network: 'in',
  procedureCode: null,
  messages: [],
  segment: { position: 18, text: 'EB*B*IND*98***27*25*****Y' },
};

const check = (changes: Partial<Check>): Check => ({
  id: ID,
  patientId: ID,
  coverageId: ID,
  payerId: ID,
  serviceDate: localDate('2026-11-16'),
  serviceTypeCode: '30',
  checkedAt: instant('2026-11-16T15:00:00Z'),
  checkedBy: 'Grace Kim',
  status: 'active',
  planName: 'CASCADE PPO',
  planFrom: null,
  planTo: null,
  benefits: [
    copay,
    {
      ...copay,
      kind: 'deductible',
      label: 'Deductible',
      amountCents: null,
      network: 'not-stated',
      segment: { position: 19, text: 'EB*C*IND*30' },
    },
  ],
  conflicts: [],
  rejections: [],
  notices: [],
  requestFileId: null,
  responseFileId: null,
  ...changes,
});

describe('the answer of a payer', () => {
  it('PAT-08 shows each figure with the segment behind it, and what was not stated as not stated', async () => {
    const answer = check({});
    const { container } = renderUi(<EligibilityAnswer check={answer} shown={answer} />);
    expect(screen.getByText('$25.00')).toBeInTheDocument();
    expect(screen.getByText('EB*B*IND*98***27*25*****Y')).toBeInTheDocument();
    expect(screen.queryByText('$0.00')).not.toBeInTheDocument();
    expect(screen.getAllByText('Not stated').length).toBeGreaterThan(1);
    expect((await axe(container)).violations).toEqual([]);
  });

  it('PAT-07 shows a refusal with its remedy, and the last good answer below it', () => {
    const failed = check({
      id: '01900000-0000-7000-8fff-000000000002',
      status: 'unknown',
      benefits: [],
      rejections: [
        {
          code: '42',
          meaning: 'The payer cannot answer now',
          remedy: 'Ask again in a few minutes.',
          mayRetry: true,
        },
      ],
    });
    renderUi(<EligibilityAnswer check={failed} shown={check({})} />);
    expect(screen.getByText('The payer cannot answer now (42)')).toBeInTheDocument();
    expect(screen.getByText('Ask again in a few minutes.')).toBeInTheDocument();
    expect(screen.getByText(/Last good answer, still shown/)).toBeInTheDocument();
    expect(screen.getByText('$25.00')).toBeInTheDocument();
  });
});
