/**
 * The chart of accounts, and the one place that states our sign: a debit is positive, a credit negative.
 * What each account stands for is in DOMAIN terms; `normal` is the side on which its balance usually is.
 */
export type AccountKind = 'asset' | 'liability' | 'revenue' | 'contra_revenue' | 'income';

export interface Account {
  readonly name: string;
  readonly kind: AccountKind;
  readonly normal: 'debit' | 'credit';
}

export const ACCOUNTS = {
  ar_insurance: { name: 'Receivable from insurers', kind: 'asset', normal: 'debit' },
  ar_patient: { name: 'Receivable from patients', kind: 'asset', normal: 'debit' },
  cash_insurance: { name: 'Cash clearing, insurers', kind: 'asset', normal: 'debit' },
  cash_drawer: { name: 'Cash clearing, drawer', kind: 'asset', normal: 'debit' },
  cash_check: { name: 'Cash clearing, checks', kind: 'asset', normal: 'debit' },
  cash_card: { name: 'Cash clearing, cards', kind: 'asset', normal: 'debit' },
  unapplied_insurance: { name: 'Unapplied insurance cash', kind: 'liability', normal: 'credit' },
  unapplied_patient: { name: 'Unapplied patient credit', kind: 'liability', normal: 'credit' },
  provider_adjustments: { name: 'Provider-level adjustments', kind: 'liability', normal: 'credit' },
  refunds_payable: { name: 'Refunds payable', kind: 'liability', normal: 'credit' },
  gross_charges: { name: 'Gross charges', kind: 'revenue', normal: 'credit' },
  contractual: { name: 'Contractual allowances', kind: 'contra_revenue', normal: 'debit' },
  sequestration: { name: 'Sequestration', kind: 'contra_revenue', normal: 'debit' },
  payer_reduction: { name: 'Other payer reductions', kind: 'contra_revenue', normal: 'debit' },
  charity: { name: 'Charity care', kind: 'contra_revenue', normal: 'debit' },
  small_balance: { name: 'Small balances', kind: 'contra_revenue', normal: 'debit' },
  bad_debt: { name: 'Bad debt', kind: 'contra_revenue', normal: 'debit' },
  administrative: { name: 'Administrative write-offs', kind: 'contra_revenue', normal: 'debit' },
  courtesy: { name: 'Courtesy', kind: 'contra_revenue', normal: 'debit' },
  interest_income: { name: 'Interest from insurers', kind: 'income', normal: 'credit' },
} as const satisfies Record<string, Account>;

export type AccountCode = keyof typeof ACCOUNTS;

export const ACCOUNT_ORDER = Object.keys(ACCOUNTS) as readonly AccountCode[];

export type Tender = 'cash' | 'check' | 'card';

/** Where money of a tender waits until it is deposited. */
export const CASH_OF_TENDER = {
  cash: 'cash_drawer',
  check: 'cash_check',
  card: 'cash_card',
} as const satisfies Record<Tender, AccountCode>;

export type WriteOffReason = 'charity' | 'small_balance' | 'bad_debt' | 'administrative' | 'courtesy';
