import { hasModel, transactionName } from '../guides/guides.ts';
import { readInterchanges, transactionsOf, type TransactionSegments } from '../interchange-file.ts';
import {
  parseClaimAcknowledgement,
  parseImplementationAcknowledgement,
} from '../models/parse-acknowledgements.ts';
import { parseClaimStatusRequest, parseClaimStatusResponse } from '../models/parse-claim-status.ts';
import { parseDentalClaims } from '../models/parse-dental-claims.ts';
import { parseEligibilityInquiry } from '../models/parse-eligibility-inquiry.ts';
import { parseEligibilityResponse } from '../models/parse-eligibility.ts';
import { parseInstitutionalClaims } from '../models/parse-institutional-claims.ts';
import { parseProfessionalClaims } from '../models/parse-professional-claims.ts';
import { parseRemittance } from '../models/parse-remittance.ts';
import { parseServicesReview } from '../models/parse-services-review.ts';
import { Speaker, type CodeWords } from './code-words.ts';
import { explainInterchangeAnswer, explainSyntax } from './explain-acknowledgement.ts';
import { explainClaims } from './explain-claims.ts';
import { explainEligibility, explainInquiry } from './explain-eligibility.ts';
import { explainRemittance } from './explain-remittance.ts';
import { explainReview } from './explain-review.ts';
import {
  explainClaimAcknowledgement,
  explainStatusRequest,
  explainStatusResponse,
} from './explain-status.ts';
import { many } from './text.ts';

/**
 * Says in plain words what a file holds, a paragraph for each TA1 and each transaction: a sentence, and below it a line for
 * each claim or person.
 * @param words what codes are called; without them codes stand alone
 */
export function explain(input: string | Uint8Array, words?: CodeWords): readonly string[] {
  const file = readInterchanges(input);
  const speaker = new Speaker(words);
  return [
    ...file.interchanges.flatMap(interchange => interchange.acknowledgements.map(explainInterchangeAnswer)),
    ...[...transactionsOf(file)].map(({ transaction }) => explainTransaction(transaction, speaker)),
  ];
}

function explainTransaction(transaction: TransactionSegments, speaker: Speaker): string {
  const { set, version, segments } = transaction;
  const name = transactionName(set, version);
  const tell = name !== '278' || hasModel(set, version) ? EXPLAINERS[name] : undefined;
  if (tell) return tell(transaction, speaker);
  const unknown = version === '' ? '' : ` of version ${version}, which has no model here,`;
  return `This ${name}${unknown} has ${many(segments.length, 'segment')}.`;
}

type Explainer = (transaction: TransactionSegments, speaker: Speaker) => string;

const EXPLAINERS: Readonly<Record<string, Explainer>> = {
  '270': (transaction, speaker) => explainInquiry(parseEligibilityInquiry(transaction).value, speaker),
  '271': (transaction, speaker) => explainEligibility(parseEligibilityResponse(transaction).value, speaker),
  '276': transaction => explainStatusRequest(parseClaimStatusRequest(transaction).value),
  '277': (transaction, speaker) =>
    explainStatusResponse(parseClaimStatusResponse(transaction).value, speaker),
  '277CA': (transaction, speaker) =>
    explainClaimAcknowledgement(parseClaimAcknowledgement(transaction).value, speaker),
  '278': transaction => explainReview(parseServicesReview(transaction).value),
  '835': (transaction, speaker) => explainRemittance(parseRemittance(transaction).value, speaker),
  '837D': transaction => explainClaims('837D', parseDentalClaims(transaction).value),
  '837I': transaction => explainClaims('837I', parseInstitutionalClaims(transaction).value),
  '837P': transaction => explainClaims('837P', parseProfessionalClaims(transaction).value),
  '999': transaction => explainSyntax(parseImplementationAcknowledgement(transaction).value),
};
