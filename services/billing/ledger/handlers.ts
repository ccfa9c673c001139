import type { billingContract } from '@spark-den/contracts/billing/operations';
import type { Handlers } from '@spark-den/service-kit';
import type { ledgerOperations } from '@spark-den/contracts/billing/ledger';
import type { BillingDatabase } from '../database.ts';
import { ledgerInvariants } from './invariants-repository.ts';
import { setGuarantor } from './set-guarantor.ts';
import {
  explainBalance,
  getEntry,
  getGuarantorAccount,
  getPatientAccount,
  getPatientBalance,
  getTrialBalance,
  listAccounts,
} from './show-accounts.ts';
import {
  decideWriteOff,
  listWriteOffs,
  transferResponsibility,
  writeOffBalance,
} from './write-off-balance.ts';

export const ledgerHandlers = (): Pick<
  Handlers<typeof billingContract, BillingDatabase>,
  keyof typeof ledgerOperations
> => ({
  setGuarantor,
  getPatientAccount,
  getPatientBalance,
  getGuarantorAccount,
  listAccounts,
  explainBalance,
  getEntry,
  getTrialBalance,
  checkInvariants: context => ledgerInvariants(context.db),
  writeOffBalance,
  listWriteOffs,
  decideWriteOff,
  transferResponsibility,
});
