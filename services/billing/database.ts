import type { ChargesTables } from './charges/tables.ts';
import type { ClaimsTables } from './claims/tables.ts';

/** Tables of the billing schema, slice by slice. */
export type BillingDatabase = ChargesTables & ClaimsTables;
