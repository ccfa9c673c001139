import type { Receipt, Refund } from '@spark-den/contracts/billing/payment-types';
import type {
  ClaimAdjustment,
  RemittanceFinding,
  RemittanceSummary,
  UnmatchedReason,
} from '@spark-den/contracts/billing/remittance-types';
import { formatCents } from '@spark-den/kernel';
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

/** BPR04 in words. */
export const PAYMENT_METHOD: Readonly<Record<string, string>> = {
  ACH: 'Electronic transfer',
  BOP: 'As the bank chooses',
  CHK: 'Check',
  FWT: 'Wire',
  NON: 'No money moves',
};

/** What a finding is about. */
export const FINDING_LEVEL: Readonly<Record<RemittanceFinding['level'], string>> = {
  file: 'File',
  check: 'Payment',
  claim: 'Claim',
  line: 'Service',
  guide: 'Form of the file',
};

/** PLB03-1 in words; a code that is not among them stands for itself. */
const PROVIDER_ADJUSTMENT: Readonly<Record<string, string>> = {
  WO: 'Earlier overpayment taken back',
  FB: 'Balance carried forward',
  '72': 'Returned as agreed',
  L6: 'Interest',
  CS: 'Adjustment',
  AP: 'Advance payment',
  IR: 'Tax withheld',
  LE: 'Levy',
  '50': 'Late filing',
  J1: 'Not reimbursable',
  IS: 'Interim settlement',
  CT: 'Capitation',
};

export function providerAdjustmentText(reason: string): string {
  const words = PROVIDER_ADJUSTMENT[reason];
  return words ? `${words} (${reason})` : reason;
}

/** The adjustment reasons that nearly every remittance carries; the others are known by their number. */
const ADJUSTMENT: Readonly<Record<string, string>> = {
  'CO-45': 'contract',
  'CO-253': 'sequestration',
  'PR-1': 'deductible',
  'PR-2': 'coinsurance',
  'PR-3': 'copay',
  'OA-23': 'earlier payer',
};

/** `CO-45 contract $33.00` */
export function adjustmentText({ group, reason, amountCents }: ClaimAdjustment): string {
  const code = `${group}-${reason}`;
  return [code, ADJUSTMENT[code], formatCents(amountCents)].filter(Boolean).join(' ');
}

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
