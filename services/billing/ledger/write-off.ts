import type { RoleKey } from '@spark-den/contracts/operation';
import type { WriteOffReason } from '@spark-den/ledger';
import { cents, type Cents } from '@spark-den/kernel';

/** How much a role may write off alone, per reason; above it a second person decides. */
const LIMITS: Partial<Record<RoleKey, Record<WriteOffReason, Cents>>> = {
  'billing-manager': {
    small_balance: cents(1_000),
    courtesy: cents(5_000),
    administrative: cents(10_000),
    charity: cents(0),
    bad_debt: cents(0),
  },
  'financial-counselor': {
    small_balance: cents(1_000),
    courtesy: cents(2_500),
    administrative: cents(0),
    charity: cents(0),
    bad_debt: cents(0),
  },
};

/** What counts as a small balance, whoever writes it off. */
export const SMALL_BALANCE_CENTS = cents(1_000);

export function mayWriteOffAlone(
  roles: readonly string[],
  reason: WriteOffReason,
  amountCents: Cents,
): boolean {
  return roles.some(role => amountCents <= (LIMITS[role as RoleKey]?.[reason] ?? -1));
}
