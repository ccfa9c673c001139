export {
  DENIAL_CATEGORIES,
  NOT_A_DENIAL,
  RECOVERY_RATES,
  type DenialCategory,
} from './data/denial-categories.ts';
export {
  appealDeadline,
  claimDeadline,
  daysLeft,
  deadlineFrom,
  deadlineRuleOn,
  type Deadline,
} from './deadlines.ts';
export { categorise, denialsOf, isDenial, type Categorised, type ReadAdjustment } from './denials.ts';
export {
  allowedFor,
  chargeFor,
  type FeeItem,
  type FeeSchedule,
  type Price,
  type PriceContext,
  type PricedService,
} from './pricing.ts';
export { isClean, isReady, scrub, SCRUB_RULES } from './scrub/scrub.ts';
export * from './types.ts';
