import type { ErrorCatalogue } from '../operation.ts';

export const claimErrors = {
  'billing.claim_not_found': { kind: 'not_found', title: 'There is no such claim.' },
  'billing.charge_not_posted': { kind: 'rule_violated', title: 'A claim is built from posted charges only.' },
  'billing.claim_frozen': {
    kind: 'rule_violated',
    title: 'The claim has been sent and is frozen. Correct it to make a new version.',
  },
  'billing.claim_step_not_allowed': {
    kind: 'rule_violated',
    title: 'The claim’s state does not allow this step.',
  },
  'billing.frequency_not_accepted': {
    kind: 'rule_violated',
    title: 'This payer does not take replacement or void claims. Ask for a reopening, or appeal.',
  },
  'billing.payer_claim_number_unknown': {
    kind: 'rule_violated',
    title: 'The payer’s claim number is not known yet; a replacement must name it.',
  },
  'billing.claim_line_not_found': { kind: 'not_found', title: 'The claim has no such line.' },
  'billing.claim_not_ready': {
    kind: 'rule_violated',
    title: 'A claim of the batch is not ready. Mend its findings or take it out.',
  },
  'billing.no_claims_ready': { kind: 'rule_violated', title: 'No claim is ready to be sent.' },
  'billing.claim_batch_not_found': { kind: 'not_found', title: 'There is no such batch.' },
} as const satisfies ErrorCatalogue;
