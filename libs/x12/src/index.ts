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
export { validate } from './validate/validate.ts';
export { guideFor, guideNamed, transactionName } from './guides/guides.ts';
export type * from './guides/rules.ts';
