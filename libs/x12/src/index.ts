/** X12 005010 of health care: read, check, explain, write. No I/O; runs in a browser too. */
export * from './segments.ts';
export * from './models/common.ts';
export * from './models/professional-claims.ts';
export * from './models/remittance.ts';
export * from './models/eligibility.ts';
export * from './models/acknowledgements.ts';
export * from './validate/finding.ts';
export * from './interchange-file.ts';
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
export {
  buildClaimAcknowledgement,
  buildImplementationAcknowledgement,
  buildInterchangeAcknowledgement,
} from './models/build-acknowledgements.ts';
export { buildEligibilityInquiry, buildEligibilityResponse } from './models/build-eligibility.ts';
export { buildProfessionalClaims } from './models/build-professional-claims.ts';
export { buildRemittance } from './models/build-remittance.ts';
export {
  parseClaimAcknowledgement,
  parseImplementationAcknowledgement,
  parseInterchangeAcknowledgement,
} from './models/parse-acknowledgements.ts';
export { parseEligibilityInquiry, parseEligibilityResponse } from './models/parse-eligibility.ts';
export { parseProfessionalClaims } from './models/parse-professional-claims.ts';
export { parseRemittance } from './models/parse-remittance.ts';
export { explain } from './explain/explain.ts';
export { splitTransactions, type SplitFile } from './explain/split.ts';
export { modelOf } from './models/model-of.ts';
