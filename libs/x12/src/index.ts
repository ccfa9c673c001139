/** X12 005010 of health care: read, check, explain, write. No I/O; runs in a browser too. */
export * from './segments.ts';
export * from './models/common.ts';
export * from './models/professional-claims.ts';
export * from './models/remittance.ts';
export * from './models/eligibility.ts';
export * from './models/acknowledgements.ts';
export * from './models/claim-status.ts';
export * from './models/institutional-claims.ts';
export * from './models/dental-claims.ts';
export * from './models/services-review.ts';
export * from './validate/finding.ts';
export * from './interchange-file.ts';
export * from './partner.ts';
export { eachSegment } from './held-transaction.ts';
export { isNpi } from './validate/codes.ts';
export { validate, validateStream, type JudgedTransaction } from './validate/validate.ts';
export { guideFor, guideNamed, transactionName } from './guides/guides.ts';
export type * from './guides/rules.ts';
export {
  acknowledge,
  groupVerdict,
  interchangeVerdict,
  type AcknowledgeOptions,
  type Answer,
} from './acknowledge/acknowledge.ts';
export { readAnswers, type Statement } from './acknowledge/read-answers.ts';
export {
  buildClaimAcknowledgement,
  buildImplementationAcknowledgement,
  buildInterchangeAcknowledgement,
} from './models/build-acknowledgements.ts';
export { buildClaimStatusRequest, buildClaimStatusResponse } from './models/build-claim-status.ts';
export { buildDentalClaims } from './models/build-dental-claims.ts';
export { buildInstitutionalClaims } from './models/build-institutional-claims.ts';
export { buildEligibilityInquiry, buildEligibilityResponse } from './models/build-eligibility.ts';
export { buildProfessionalClaims } from './models/build-professional-claims.ts';
export { buildRemittance } from './models/build-remittance.ts';
export { buildServicesReview } from './models/build-services-review.ts';
export {
  parseClaimAcknowledgement,
  parseImplementationAcknowledgement,
  parseInterchangeAcknowledgement,
} from './models/parse-acknowledgements.ts';
export { parseClaimStatusRequest, parseClaimStatusResponse } from './models/parse-claim-status.ts';
export { parseDentalClaims } from './models/parse-dental-claims.ts';
export { parseInstitutionalClaims } from './models/parse-institutional-claims.ts';
export { parseEligibilityInquiry } from './models/parse-eligibility-inquiry.ts';
export { parseEligibilityResponse } from './models/parse-eligibility.ts';
export { parseProfessionalClaims } from './models/parse-professional-claims.ts';
export { parseRemittance } from './models/parse-remittance.ts';
export { parseServicesReview } from './models/parse-services-review.ts';
export { explain } from './explain/explain.ts';
export type { CodeWords, WordSet } from './explain/code-words.ts';
export { splitTransactions, type SplitFile, type SplitOptions } from './files/split.ts';
export { deidentify, type DeidentifyOptions } from './files/deidentify.ts';
export { diffFiles, type Difference, type DifferenceStep } from './files/diff.ts';
export { fromJson, toJson, type JsonFile, type JsonTransaction } from './files/json.ts';
export { mergeFiles, type MergeOptions } from './files/merge.ts';
export { modelOf } from './models/model-of.ts';
