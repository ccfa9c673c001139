import type { ChargesTables } from './charges/tables.ts';
import type { ClaimsTables } from './claims/tables.ts';
import type { DenialsTables } from './denials/tables.ts';
import type { LedgerTables } from './ledger/tables.ts';
import type { PatientPaymentsTables } from './patient-payments/tables.ts';
import type { PersonsTables } from './persons/tables.ts';
import type { RemittancesTables } from './remittances/tables.ts';
import type { StatementsTables } from './statements/tables.ts';

/** Tables of the billing schema, slice by slice. */
export type BillingDatabase = ChargesTables &
  ClaimsTables &
  LedgerTables &
  RemittancesTables &
  PatientPaymentsTables &
  StatementsTables &
  DenialsTables &
  PersonsTables;
