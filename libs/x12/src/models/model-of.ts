import { hasModel, transactionName } from '../guides/guides.ts';
import type { TransactionSegments } from '../interchange-file.ts';
import type { Parsed, ParseProblem } from './common.ts';
import { parseClaimAcknowledgement, parseImplementationAcknowledgement } from './parse-acknowledgements.ts';
import { parseClaimStatusRequest, parseClaimStatusResponse } from './parse-claim-status.ts';
import { parseDentalClaims } from './parse-dental-claims.ts';
import { parseEligibilityInquiry } from './parse-eligibility-inquiry.ts';
import { parseEligibilityResponse } from './parse-eligibility.ts';
import { parseInstitutionalClaims } from './parse-institutional-claims.ts';
import { parseProfessionalClaims } from './parse-professional-claims.ts';
import { parseRemittance } from './parse-remittance.ts';
import { parseServicesReview } from './parse-services-review.ts';

const PARSERS: Readonly<Record<string, (transaction: TransactionSegments) => Parsed<unknown>>> = {
  '270': parseEligibilityInquiry,
  '271': parseEligibilityResponse,
  '276': parseClaimStatusRequest,
  '277': parseClaimStatusResponse,
  '277CA': parseClaimAcknowledgement,
  '278': parseServicesReview,
  '835': parseRemittance,
  '837D': parseDentalClaims,
  '837I': parseInstitutionalClaims,
  '837P': parseProfessionalClaims,
  '999': parseImplementationAcknowledgement,
};

/** The typed model of a transaction, or its plain segments where we have none. */
export function modelOf(transaction: TransactionSegments): {
  readonly type: string;
  readonly model: unknown;
  /** With any of them the model is incomplete: do not act on it. */
  readonly problems: readonly ParseProblem[];
} {
  const type = transactionName(transaction.set, transaction.version);
  const parse = hasModel(transaction.set, transaction.version) ? PARSERS[type] : undefined;
  if (parse) {
    const { value, problems } = parse(transaction);
    return { type, model: value, problems };
  }
  return { type, model: transaction.segments.map(segment => segment.elements), problems: [] };
}
