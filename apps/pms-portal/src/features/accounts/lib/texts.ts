import type { Posting, WriteOff } from '@spark-den/contracts/billing/ledger-types';
import type { Tone } from '@spark-den/ui';

/** What each kind of entry is called on the screen. */
const KIND: Readonly<Record<string, string>> = {
  charge: 'Charge',
  charge_void: 'Charge voided',
  insurance_receipt: 'Remittance received',
  insurance_payment: 'Insurance decision',
  insurance_reversal: 'Insurance decision reversed',
  responsibility_transfer: 'Moved to the patient',
  patient_receipt: 'Patient payment',
  receipt_void: 'Receipt voided',
  allocation: 'Payment applied',
  allocation_release: 'Payment released as credit',
  credit_transfer: 'Credit moved',
  refund: 'Refund approved',
  refund_payment: 'Refund paid',
  refund_failure: 'Refund failed',
  write_off: 'Write-off',
};

const ACCOUNT: Readonly<Record<Posting['account'], string>> = {
  ar_insurance: 'Insurers owe',
  ar_patient: 'Patient owes',
  cash_insurance: 'Cash from insurers',
  cash_drawer: 'Cash drawer',
  cash_check: 'Checks',
  cash_card: 'Cards',
  unapplied_insurance: 'Unapplied insurance cash',
  unapplied_patient: 'Patient credit',
  provider_adjustments: 'Provider-level adjustments',
  refunds_payable: 'Refunds payable',
  gross_charges: 'Gross charges',
  contractual: 'Contractual',
  sequestration: 'Sequestration',
  payer_reduction: 'Other payer reductions',
  charity: 'Charity',
  small_balance: 'Small balance',
  bad_debt: 'Bad debt',
  administrative: 'Administrative',
  courtesy: 'Courtesy',
  interest_income: 'Interest',
};

export const kindText = (kind: string): string => KIND[kind] ?? kind;
export const accountText = (account: Posting['account']): string => ACCOUNT[account];

/** `contra_revenue` as `Contra revenue`. */
export const bookKindText = (kind: string): string =>
  kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('_', ' ');

export const WRITE_OFF_REASONS = [
  { value: 'courtesy', label: 'Courtesy' },
  { value: 'small_balance', label: 'Small balance (up to $10.00)' },
  { value: 'administrative', label: 'Administrative' },
  { value: 'charity', label: 'Charity care' },
  { value: 'bad_debt', label: 'Bad debt' },
] as const satisfies readonly { readonly value: WriteOff['reason']; readonly label: string }[];

export const WRITE_OFF_STATUS: Readonly<
  Record<WriteOff['state'], { readonly tone: Tone; readonly label: string }>
> = {
  requested: { tone: 'warning', label: 'Waits for approval' },
  posted: { tone: 'success', label: 'Posted' },
  declined: { tone: 'neutral', label: 'Declined' },
};
