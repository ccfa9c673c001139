import type { Receipt, Refund } from '@spark-den/contracts/billing/payment-types';
import type { RemittanceSummary, UnmatchedReason } from '@spark-den/contracts/billing/remittance-types';
import type { Tone } from '@spark-den/ui';

interface StatusText {
  readonly tone: Tone;
  readonly label: string;
}

export const REMITTANCE_STATUS: Readonly<Record<RemittanceSummary['status'], StatusText>> = {
  posted: { tone: 'success', label: 'Posted' },
  held: { tone: 'warning', label: 'Held' },
  duplicate: { tone: 'neutral', label: 'Duplicate' },
  rejected: { tone: 'danger', label: 'Rejected' },
  discarded: { tone: 'neutral', label: 'Discarded' },
};

export const HOLD_REASON: Readonly<Record<string, string>> = {
  unbalanced: 'It does not add up',
  same_payment_other_claims: 'Same payment as a posted one, other claims',
  same_payment: 'Repeats a posted remittance',
  same_file: 'The same file came before',
  envelope: 'Counts or control numbers of the file are wrong',
  payee_not_ours: 'Paid to somebody else',
  unreadable: 'Cannot be read',
};

export const UNMATCHED_REASON: Readonly<Record<UnmatchedReason, string>> = {
  claim_not_found: 'No claim of ours has this number',
  payer_differs: 'The claim went to another payer',
  charge_differs: 'The charge is not that of the claim',
  line_not_found: 'A service is not on the claim',
  exceeds_open_balance: 'More than is open: perhaps a second payment',
  original_not_found: 'Reverses a payment that we do not have',
  not_our_claim: 'The payer says that it is not ours',
  needs_review: 'A person has to look',
};

export const REFUND_STATUS: Readonly<Record<Refund['state'], StatusText>> = {
  requested: { tone: 'warning', label: 'Waits for approval' },
  approved: { tone: 'info', label: 'On its way' },
  declined: { tone: 'neutral', label: 'Declined' },
  paid: { tone: 'success', label: 'Paid' },
  failed: { tone: 'danger', label: 'Failed' },
};

export const TENDER: Readonly<Record<Receipt['tender'], string>> = {
  cash: 'Cash',
  check: 'Check',
  card: 'Card',
};
export const PURPOSE: Readonly<Record<Receipt['purpose'], string>> = {
  copay: 'Copay',
  balance: 'Balance',
  deposit: 'Deposit',
};

/** CLP02 in words. */
export function claimStatusText(code: string): string {
  const words: Readonly<Record<string, string>> = {
    '1': 'Processed, primary',
    '2': 'Processed, secondary',
    '3': 'Processed, tertiary',
    '4': 'Denied',
    '19': 'Primary, sent on',
    '20': 'Secondary, sent on',
    '21': 'Tertiary, sent on',
    '22': 'Reversal',
    '23': 'Not ours, sent on',
    '25': 'Predetermination',
  };
  return words[code] ?? code;
}
