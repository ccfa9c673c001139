import type { z } from 'zod';
import type { EligibilityRejection } from '@spark-den/contracts/patients/coverage-types';

type Rejection = z.input<typeof EligibilityRejection>;

/** AAA03 in our own words, with what the front desk can do. No code of this list means "not covered". */
const CATALOGUE: Readonly<Record<string, readonly [meaning: string, remedy: string]>> = {
  '15': ['The inquiry lacks something the payer needs', 'Complete the subscriber’s data and ask again.'],
  '41': ['The payer does not answer this practice', 'Check the enrolment for eligibility with this payer.'],
  '42': [
    'The payer cannot answer at this moment',
    'Ask again in a few minutes; it is asked again by itself before the visit.',
  ],
  '43': [
    'The payer does not accept the provider’s number',
    'Check the NPI sent and the enrolment with this payer.',
  ],
  '51': ['The payer does not have this provider on file', 'Check the enrolment with this payer.'],
  '57': ['The date of service is not valid', 'Correct the date and ask again.'],
  '58': ['The date of birth is missing or not valid', 'Correct the date of birth and ask again.'],
  '62': ['The date of service is outside what the payer answers', 'Ask for a date nearer to today.'],
  '63': ['The date of service lies in the future', 'Ask again closer to the visit.'],
  '64': ['The patient’s member id is missing or not valid', 'Read the id from the card again.'],
  '67': ['The payer does not find the patient', 'Compare name and date of birth with the card.'],
  '71': [
    'The date of birth is not the one the payer has',
    'Compare the date of birth with an identity document.',
  ],
  '72': ['The member id is not valid', 'Read the id from the card again.'],
  '73': ['The name is not the one the payer has', 'Use the name as it is printed on the card.'],
  '75': [
    'The payer does not find this subscriber',
    'Compare member id, name and date of birth with the card; check the payer.',
  ],
  '76': ['The payer has this member id twice', 'Call the payer.'],
  '79': ['The payer id or the inquiry is not valid there', 'Check which payer this plan belongs to.'],
  '80': ['The payer gave no answer', 'Ask again in a few minutes.'],
};

const MAY_RETRY = new Set(['C', 'P', 'R', 'W']);

/** @param followUp AAA04: C, P, R and W invite another try, N, S, X and Y do not */
export function rejection(code: string, followUp: string): Rejection {
  const [meaning, remedy] = CATALOGUE[code] ?? [
    `The payer refused the inquiry with code ${code}`,
    'Call the payer.',
  ];
  return { code, meaning, remedy, mayRetry: MAY_RETRY.has(followUp) || code === '42' || code === '80' };
}

/** There is no 271 at all: also a reason why nothing is known. */
export function noAnswer(outcome: 'no-answer' | 'unreadable' | 'not-sent'): Rejection {
  if (outcome === 'unreadable') {
    return {
      code: 'unreadable',
      meaning: 'The answer could not be read',
      remedy: 'The raw file is kept. Ask again, or call the payer.',
      mayRetry: true,
    };
  }
  if (outcome === 'not-sent') {
    return {
      code: 'not-sent',
      meaning: 'The inquiry could not be sent with these data',
      remedy: 'Check names and ids for signs that a card would not show, and ask again.',
      mayRetry: true,
    };
  }
  return {
    code: 'no-answer',
    meaning: 'No answer came from the clearinghouse',
    remedy: 'Ask again in a few minutes.',
    mayRetry: true,
  };
}
