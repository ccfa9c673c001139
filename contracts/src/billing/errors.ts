import type { ErrorCatalogue } from '../operation.ts';

export const billingErrors = {
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
  'billing.charge_has_insurer': {
    kind: 'rule_violated',
    title: 'An insurer is asked for this charge already.',
  },
  'billing.no_coverage_on_date': {
    kind: 'rule_violated',
    title: 'No coverage of the patient is in force on the date of service. Enter it with its dates first.',
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

  'billing.remittance_not_found': { kind: 'not_found', title: 'There is no such remittance.' },
  'billing.remittance_not_held': {
    kind: 'conflict',
    title: 'This remittance is not waiting for a decision. Reload to see what became of it.',
  },
  'billing.remittance_unbalanced': {
    kind: 'rule_violated',
    title:
      'A remittance that does not add up cannot be posted. Ask the payer for a corrected file, then discard it.',
  },
  'billing.file_too_large': { kind: 'invalid', title: 'The file is larger than 30 MB.' },
  'billing.unmatched_item_not_found': { kind: 'not_found', title: 'There is no such unmatched payment.' },
  'billing.unmatched_item_settled': {
    kind: 'conflict',
    title: 'This payment has been settled meanwhile. Reload the list.',
  },
  'billing.match_refused': {
    kind: 'rule_violated',
    title: 'The payment does not fit this claim; the reason says where it differs.',
  },
  'billing.unknown_patient': { kind: 'rule_violated', title: 'The practice has no such patient.' },
  'billing.unknown_appointment': { kind: 'rule_violated', title: 'The practice has no such appointment.' },
  'billing.unknown_person': { kind: 'rule_violated', title: 'Nobody in the practice has this account.' },
  'billing.account_not_found': { kind: 'not_found', title: 'There is no such account.' },
  'billing.charge_line_not_found': { kind: 'not_found', title: 'There is no such charge in the ledger.' },
  'billing.charge_already_posted': { kind: 'conflict', title: 'This charge is already in the ledger.' },
  'billing.charge_has_postings': {
    kind: 'rule_violated',
    title: 'Payments or adjustments stand on this charge. Reverse them before the charge is voided.',
  },
  'billing.exceeds_open_balance': { kind: 'rule_violated', title: 'The amount is more than what is open.' },
  'billing.exceeds_credit': {
    kind: 'rule_violated',
    title: 'The amount is more than the credit that is left.',
  },
  'billing.receipt_not_found': { kind: 'not_found', title: 'There is no such receipt.' },
  'billing.receipt_not_voidable': {
    kind: 'rule_violated',
    title: 'A receipt can be voided only on the day it was issued; later the money is refunded.',
  },
  'billing.receipt_voided': { kind: 'conflict', title: 'This receipt is void.' },
  'billing.refund_not_found': { kind: 'not_found', title: 'There is no such refund.' },
  'billing.refund_decided': { kind: 'conflict', title: 'Someone has decided this refund already.' },
  'billing.same_person': {
    kind: 'rule_violated',
    title: 'A second person has to decide this; the one who asked for it cannot.',
  },
  'billing.refund_blocked': {
    kind: 'rule_violated',
    title: 'This credit cannot be refunded yet: claims are open or the patient owes another balance.',
  },
  'billing.write_off_not_found': { kind: 'not_found', title: 'There is no such write-off.' },
  'billing.write_off_decided': { kind: 'conflict', title: 'Someone has decided this write-off already.' },
  'billing.small_balance_limit': {
    kind: 'rule_violated',
    title: 'The balance is above the limit for a small-balance write-off. Choose another reason.',
  },
  'billing.period_closed': { kind: 'rule_violated', title: 'The accounting period of that date is closed.' },
  'billing.checkout_not_found': { kind: 'not_found', title: 'There is no such card payment.' },
  'billing.card_processor_unavailable': {
    kind: 'unavailable',
    title: 'The card processor does not answer. Nothing was charged; try again in a minute.',
  },
  'billing.nothing_to_bill': {
    kind: 'rule_violated',
    title: 'This account owes nothing that an insurer has already decided, so there is no statement to send.',
  },
  'billing.statement_not_found': { kind: 'not_found', title: 'There is no such statement.' },
  'billing.denial_not_found': { kind: 'not_found', title: 'There is no such denial.' },
  'billing.denial_closed': { kind: 'conflict', title: 'This denial is closed.' },
  'billing.version_conflict': {
    kind: 'conflict',
    title: 'Someone else changed this meanwhile. Reload and look before you save again.',
  },
} as const satisfies ErrorCatalogue;
