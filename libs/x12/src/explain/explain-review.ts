import type {
  PatientEvent,
  ReviewedPerson,
  ReviewedService,
  ServicesReview,
} from '../models/services-review.ts';
import { rejectionOf } from './explain-eligibility.ts';
import { days, many, nameOf, namesOf, paragraph } from './text.ts';

const DECISIONS: Readonly<Record<string, string>> = {
  A1: 'certified',
  A2: 'certified in part',
  A3: 'not certified',
  A4: 'pended',
  A6: 'certified with changes',
  C: 'cancelled',
  CT: 'to be discussed with the payer',
  NA: 'without need of a certification',
};

/** A 278, request or response. */
export function explainReview({ purpose, reviewers }: ServicesReview): string {
  const requesters = reviewers.flatMap(reviewer => reviewer.requesters);
  const payers = namesOf(
    reviewers.map(({ organization }) => organization.party),
    'a payer',
  );
  const askers = namesOf(
    requesters.map(({ provider }) => provider.party),
    'a provider',
  );
  const people: readonly ReviewedPerson[] = requesters
    .flatMap(requester => requester.subscribers)
    .flatMap(subscriber => [subscriber, ...(subscriber.dependants ?? [])]);
  const count = many(people.flatMap(person => person.events).length, 'patient event');
  const lines = [
    ...[...reviewers, ...requesters].flatMap(({ rejections = [] }) => rejections.map(rejectionOf)),
    ...people.flatMap(personLines),
  ];
  if (purpose === '11') return paragraph(`This 278 from ${payers} answers ${askers} about ${count}`, lines);
  const does = purpose === '01' ? `withdraws from ${payers}` : `asks ${payers} for`;
  return paragraph(`This 278 from ${askers} ${does} the review of ${count}`, lines);
}

function personLines({ person, events, rejections = [] }: ReviewedPerson): readonly string[] {
  const who = nameOf(person.party, 'somebody');
  return [
    ...rejections.map(entry => `${who}: ${rejectionOf(entry)}`),
    ...events.map(event => eventLine(who, event)),
  ];
}

function eventLine(who: string, event: PatientEvent): string {
  const { diagnoses = [], services = [], dates = [] } = event;
  const codes = diagnoses.map(({ code }) => code).join(', ');
  const first = dates[0];
  const said = [
    `${who}${first ? days(first.date, first.until) : ''}${codes === '' ? '' : `, ${diagnoses.length === 1 ? 'diagnosis' : 'diagnoses'} ${codes}`}`,
    ...outcomeOf(event),
    ...services.map(serviceOf),
  ];
  return said.join('; ');
}

function serviceOf(service: ReviewedService): string {
  const { procedure, revenueCode, quantity, unit } = service;
  const what = ['service', procedure?.code ?? revenueCode].filter(Boolean).join(' ');
  const count = quantity === undefined ? '' : `, ${quantity}${unit === undefined ? '' : ` ${unit}`}`;
  const outcome = outcomeOf(service);
  return `${what}${count}${outcome.length === 0 ? '' : ` ${outcome.join('; ')}`}`;
}

function outcomeOf({
  decision,
  rejections = [],
}: Pick<PatientEvent, 'decision' | 'rejections'>): readonly string[] {
  const refused = rejections.map(rejectionOf);
  if (!decision) return refused;
  const { action, certificationNumber, reason } = decision;
  const number = certificationNumber === undefined ? '' : ` as ${certificationNumber}`;
  const why = reason === undefined ? '' : ` (${reason})`;
  return [`${DECISIONS[action] ?? action}${number}${why}`, ...refused];
}
