import { cents, formatCents, sumCents, type Cents } from '@spark-den/kernel';
import { hasModel, transactionName } from '../guides/guides.ts';
import { readInterchanges, transactionsOf, type TransactionSegments } from '../interchange-file.ts';
import type { ClaimAcknowledgement } from '../models/acknowledgements.ts';
import {
  parseClaimAcknowledgement,
  parseImplementationAcknowledgement,
} from '../models/parse-acknowledgements.ts';
import type { Parsed } from '../models/common.ts';
import { parseClaimStatusRequest, parseClaimStatusResponse } from '../models/parse-claim-status.ts';
import { parseDentalClaims } from '../models/parse-dental-claims.ts';
import { parseEligibilityInquiry } from '../models/parse-eligibility-inquiry.ts';
import { parseEligibilityResponse } from '../models/parse-eligibility.ts';
import { parseInstitutionalClaims } from '../models/parse-institutional-claims.ts';
import { parseProfessionalClaims } from '../models/parse-professional-claims.ts';
import { parseRemittance } from '../models/parse-remittance.ts';
import { parseServicesReview } from '../models/parse-services-review.ts';
import type { ClaimFile } from '../models/professional-claims.ts';
import { element } from '../segments/segment.ts';
import { explainReview } from './explain-review.ts';
import { explainStatusRequest, explainStatusResponse } from './explain-status.ts';
import { many } from './many.ts';

const ADJUSTMENT_GROUPS: Readonly<Record<string, string>> = {
  CO: 'contract',
  CR: 'correction',
  OA: 'other',
  PI: 'payer reduction',
  PR: 'patient',
};

/** Says in plain words what a file holds, a paragraph for each transaction. */
export function explain(input: string | Uint8Array): readonly string[] {
  const file = readInterchanges(input);
  const acknowledged = file.interchanges.flatMap(interchange =>
    interchange.acknowledgements.map(segment => {
      const verdict =
        { A: 'accepted', E: 'accepted with errors', R: 'rejected' }[element(segment, 4)] ?? 'answered';
      return `This TA1 says that interchange ${element(segment, 1)} was ${verdict} (note ${element(segment, 5)}).`;
    }),
  );
  return [
    ...acknowledged,
    ...[...transactionsOf(file)].map(({ transaction }) => explainTransaction(transaction)),
  ];
}

function explainTransaction(transaction: TransactionSegments): string {
  const name = transactionName(transaction.set, transaction.version);
  const known = name !== '278' || hasModel(transaction.set, transaction.version);
  const tell = known ? EXPLAINERS[name] : undefined;
  return tell ? tell(transaction) : `This ${name} has ${transaction.segments.length} segments.`;
}

const EXPLAINERS: Readonly<Record<string, (transaction: TransactionSegments) => string>> = {
  '835': explainRemittance,
  '837P': explainClaims('837P', parseProfessionalClaims),
  '837I': explainClaims('837I', parseInstitutionalClaims),
  '837D': explainClaims('837D', parseDentalClaims),
  '276': transaction => explainStatusRequest(parseClaimStatusRequest(transaction).value),
  '277': transaction => explainStatusResponse(parseClaimStatusResponse(transaction).value),
  '278': transaction => explainReview(parseServicesReview(transaction).value),
  '270': transaction => {
    const { value } = parseEligibilityInquiry(transaction);
    return `This 270 asks ${value.payer.name} about ${many(value.subjects.length, 'person', 'people')}, for ${value.provider.name}.`;
  },
  '271': explainEligibility,
  '277CA': transaction => explainAcknowledgement(parseClaimAcknowledgement(transaction).value),
  '999': transaction => {
    const { value } = parseImplementationAcknowledgement(transaction);
    const faults = value.transactions.reduce((sum, entry) => sum + entry.errors.length, 0);
    return `This 999 answers group ${value.groupControl} (${value.functionalId}): ${value.accepted} of ${value.received} transactions accepted, ${many(faults, 'segment')} at fault.`;
  },
};

function explainRemittance(transaction: TransactionSegments): string {
  const { value } = parseRemittance(transaction);
  const claims = value.groups.flatMap(group => group.claims);
  const lines = claims.map(claim => {
    const adjustments = [...claim.adjustments, ...claim.lines.flatMap(line => line.adjustments)].map(
      entry =>
        `${formatCents(entry.amount)} ${ADJUSTMENT_GROUPS[entry.group] ?? entry.group} (${entry.group}-${entry.reason})`,
    );
    const less = adjustments.length > 0 ? `, less ${adjustments.join(', ')}` : '';
    return `claim ${claim.patientControlNumber} ${statusOf(claim.status)} ${formatCents(claim.paid)} of ${formatCents(claim.charge)}${less}`;
  });
  const providers = value.providerAdjustments.map(({ amount, reason, reference }) => {
    const given = amount < 0;
    const what = given ? 'given' : 'taken';
    return `${formatCents(given ? cents(-amount) : amount)} ${what} for ${reason}${reference ? ` ${reference}` : ''}`;
  });
  const head = `This 835 from ${value.payer.name} pays ${value.payee.name} ${formatCents(value.amount)} on ${value.paidOn} (${value.method} ${value.trace}) for ${many(claims.length, 'claim')}`;
  return `${[head, ...lines, ...providers].join('; ')}.`;
}

function statusOf(status: string): string {
  return { '4': 'denied:', '22': 'reversed:' }[status] ?? 'paid';
}

/** 837P, 837I or 837D. */
function explainClaims<Claim extends { readonly charge: Cents }>(
  name: string,
  parse: (transaction: TransactionSegments) => Parsed<ClaimFile<Claim>>,
): (transaction: TransactionSegments) => string {
  return transaction => {
    const { value } = parse(transaction);
    const subscribers = value.billing.flatMap(billing => billing.subscribers);
    const claims = subscribers.flatMap(subscriber => [
      ...subscriber.claims,
      ...subscriber.dependants.flatMap(dependant => dependant.claims),
    ]);
    const payers = [...new Set(subscribers.map(subscriber => subscriber.payer.party.name))].join(', ');
    const total = formatCents(sumCents(claims, claim => claim.charge));
    return `This ${name} from ${value.submitter.party.name} bills ${many(claims.length, 'claim')} of ${total} to ${payers}.`;
  };
}

function explainEligibility(transaction: TransactionSegments): string {
  const { value } = parseEligibilityResponse(transaction);
  const rejections = [...value.rejections, ...value.subjects.flatMap(subject => subject.rejections)];
  if (rejections.length > 0) {
    return `This 271 from ${value.payer?.name ?? 'a payer'} gives no answer: ${rejections.map(entry => `AAA ${entry.reason}`).join(', ')}.`;
  }
  const active = value.subjects.filter(subject =>
    subject.benefits.some(benefit => /^[1-5]$/.test(benefit.information)),
  );
  const benefits = value.subjects.reduce((sum, subject) => sum + subject.benefits.length, 0);
  return `This 271 from ${value.payer?.name ?? 'a payer'} says ${active.length} of ${value.subjects.length} covered, with ${many(benefits, 'benefit')}.`;
}

function explainAcknowledgement(value: ClaimAcknowledgement): string {
  const claims = value.receivers.flatMap(receiver => receiver.providers.flatMap(provider => provider.claims));
  const said = claims.map(claim => {
    const codes = claim.statuses.flatMap(status =>
      status.statuses.map(entry => `${entry.category}:${entry.code}`),
    );
    const rejected = claim.statuses.some(status => status.action === 'U');
    return `${claim.patientControlNumber} ${rejected ? 'rejected' : 'accepted'} (${codes.join(', ')})`;
  });
  return `This 277CA from ${value.source.name} answers ${many(claims.length, 'claim')}: ${said.join('; ')}.`;
}
