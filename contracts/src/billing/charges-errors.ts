import type { ErrorCatalogue } from '../operation.ts';

export const chargeErrors = {
  'billing.charge_not_found': { kind: 'not_found', title: 'There is no such charge.' },
  'billing.charge_exists_for_encounter': {
    kind: 'conflict',
    title: 'This encounter has a charge already. Change that one, or void it first.',
  },
  'billing.unknown_provider': { kind: 'rule_violated', title: 'The practice has no such provider.' },
  'billing.unknown_encounter': {
    kind: 'rule_violated',
    title: 'The practice has no such closed encounter.',
  },
  'billing.unknown_location': { kind: 'rule_violated', title: 'The practice has no such location.' },
  'billing.charge_not_draft': { kind: 'rule_violated', title: 'Only a draft can be changed or posted.' },
  'billing.charge_has_errors': {
    kind: 'rule_violated',
    title: 'The charge has findings that must be mended before it is posted.',
  },
  'billing.charge_under_review': {
    kind: 'rule_violated',
    title: 'The encounter was amended. Decide on the amendment before posting.',
  },
  'billing.charge_voided_before': { kind: 'rule_violated', title: 'The charge is void already.' },
  'billing.claim_under_way': {
    kind: 'rule_violated',
    title: 'The claim of this charge is under way. Void or correct the claim first.',
  },
  'billing.visit_not_found': { kind: 'not_found', title: 'There is no such kept visit.' },
  'billing.visit_has_charge': { kind: 'rule_violated', title: 'The visit has a posted charge.' },
  'billing.charge_review_not_found': { kind: 'not_found', title: 'There is no such review.' },
  'billing.charge_review_decided': { kind: 'conflict', title: 'The review has been decided already.' },
} as const satisfies ErrorCatalogue;
