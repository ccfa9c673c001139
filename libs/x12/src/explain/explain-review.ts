import type { PatientEvent, ReviewedPerson, ServicesReview } from '../models/services-review.ts';
import { many } from './many.ts';

const DECISIONS: Readonly<Record<string, string>> = {
  A1: 'certified',
  A2: 'certified in part',
  A3: 'not certified',
  A4: 'pended',
  A6: 'certified with changes',
  CT: 'to be discussed with the payer',
  NA: 'without need of a certification',
};

/** A 278, request or response. */
export function explainReview({ purpose, reviewers }: ServicesReview): string {
  const requesters = reviewers.flatMap(reviewer => reviewer.requesters);
  const payers = reviewers.map(({ organization }) => organization.party.name).join(', ');
  const askers = requesters.map(({ provider }) => provider.party.name).join(', ');
  const people: readonly ReviewedPerson[] = requesters
    .flatMap(requester => requester.subscribers)
    .flatMap(subscriber => [subscriber, ...(subscriber.dependants ?? [])]);
  const events = people.flatMap(person => person.events);
  if (purpose !== '11') {
    const review = `the review of ${many(events.length, 'patient event')}`;
    if (purpose === '01') return `This 278 from ${askers} withdraws from ${payers} ${review}.`;
    return `This 278 from ${askers} asks ${payers} for ${review}.`;
  }
  const told = events.map(event => [event, ...(event.services ?? [])].flatMap(decisionOf).join(', '));
  return `This 278 from ${payers} answers ${askers} about ${[many(events.length, 'patient event'), ...told].join('; ')}.`;
}

function decisionOf({ decision }: Pick<PatientEvent, 'decision'>): readonly string[] {
  if (!decision) return [];
  const { action, certificationNumber, reason } = decision;
  const number = certificationNumber === undefined ? '' : ` as ${certificationNumber}`;
  const why = reason === undefined ? '' : ` (${reason})`;
  return [`${DECISIONS[action] ?? action}${number}${why}`];
}
