import type { EligibilityAnswer, WireBenefit } from '@spark-den/contracts/integration/types';
import type { LocalDate } from '@spark-den/kernel';
import {
  parseEligibilityResponse,
  readInterchanges,
  transactionsOf,
  validate,
  type Benefit,
  type EligibilityAnswer as Answer,
  type QualifiedDate,
  type Rejection,
  type Source,
} from '@spark-den/x12';

/** Reads a 271 that answers our trace. @returns undefined where it cannot be read or is not an answer to us */
export function readAnswer(bytes: Uint8Array, trace: string): EligibilityAnswer | undefined {
  const file = readInterchanges(bytes);
  const found = [...transactionsOf(file)].find(({ transaction }) => transaction.set === '271');
  if (!found || !validate(file, { level: 'envelope' }).ok) return undefined;
  const { value, problems } = parseEligibilityResponse(found.transaction);
  if (problems.length > 0) return undefined;
  const subject = value.subjects.find(each => each.traces.some(({ number }) => number === trace));
  const rejections = [...value.rejections, ...(subject?.rejections ?? [])];
  if (!subject && rejections.length === 0) return undefined;
  return {
    payerName: value.payer?.name ?? null,
    member: subject ? memberOf(subject) : null,
    groupNumber: subject?.groupNumber ?? null,
    dates: (subject?.dates ?? []).map(dateOf),
    benefits: (subject?.benefits ?? []).map(benefitOf),
    rejections: rejections.map(rejectionOf),
  };
}

function memberOf({ subscriber, dependant }: Answer): EligibilityAnswer['member'] {
  const { party } = dependant ?? subscriber;
  return { lastName: party.name, firstName: party.firstName ?? '', memberId: subscriber.party.id ?? '' };
}

function benefitOf(benefit: Benefit): WireBenefit {
  return {
    code: benefit.information,
    coverageLevel: benefit.coverageLevel ?? null,
    serviceTypeCodes: [...benefit.serviceTypes],
    insuranceType: benefit.insuranceType ?? null,
    planDescription: benefit.planDescription ?? null,
    period: benefit.period ?? null,
    amountCents: benefit.amount ?? null,
    fraction: benefit.fraction ?? null,
    quantityQualifier: benefit.quantityQualifier ?? null,
    quantity: benefit.quantity ?? null,
    authorizationRequired: benefit.authorizationRequired ?? null,
    inNetwork: benefit.inNetwork ?? null,
    procedureCode: benefit.procedure ?? null,
    dates: benefit.dates.map(dateOf),
    references: benefit.references.map(({ qualifier, value }) => ({ qualifier, value })),
    messages: [...benefit.messages],
    related: benefit.related.map(({ role, party }) => ({ role, name: party.name, id: party.id ?? null })),
    segment: placeOf(benefit.source),
  };
}

function rejectionOf(rejection: Rejection): EligibilityAnswer['rejections'][number] {
  const { loop, valid, reason, followUp, source } = rejection;
  return { loop, valid, code: reason, followUp, segment: placeOf(source) };
}

function dateOf(date: QualifiedDate): { qualifier: string; from: LocalDate; to: LocalDate | null } {
  return { qualifier: date.qualifier, from: date.date, to: date.until ?? null };
}

function placeOf(source: Source | undefined): { position: number; text: string } {
  return { position: source?.position ?? 0, text: source?.text ?? '' };
}
