export { billing, openFile } from './api/billing.ts';
export { AmountInput, amountOf, amountText } from './components/amount-input.tsx';
export { TakePaymentDialog } from './forms/take-payment-dialog.tsx';
export { useListParams } from './lib/use-list-params.ts';
export { usePatientNames } from './lib/use-names.ts';
