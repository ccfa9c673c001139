import { administrationContract } from '@spark-den/contracts/administration/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { documentsContract } from '@spark-den/contracts/documents/operations';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { defineService } from '@spark-den/service-kit';
import { chargesHandlers, chargesSubscriptions } from './charges/handlers.ts';
import { claimsHandlers, claimsSubscriptions } from './claims/handlers.ts';
import type { BillingDatabase } from './database.ts';
import { denialHandlers } from './denials/handlers.ts';
import { ledgerHandlers } from './ledger/handlers.ts';
import { paymentHandlers } from './patient-payments/handlers.ts';
import { mergeSubscriptions } from './persons/follow-merges.ts';
import { remittanceHandlers, remittanceSubscriptions } from './remittances/handlers.ts';
import { statementHandlers } from './statements/handlers.ts';

export const billingService = defineService<BillingDatabase>()({
  contract: billingContract,
  migrations: new URL('./migrations/', import.meta.url),
  uses: [
    administrationContract,
    documentsContract,
    identityContract,
    integrationContract,
    patientsContract,
    schedulingContract,
  ],
  handlers: ports => ({
    ...chargesHandlers(),
    ...claimsHandlers(),
    ...remittanceHandlers(ports),
    ...ledgerHandlers(),
    ...paymentHandlers(ports),
    ...statementHandlers(),
    ...denialHandlers(),
  }),
  subscriptions: ports => [
    ...chargesSubscriptions(),
    ...claimsSubscriptions(),
    ...mergeSubscriptions,
    ...remittanceSubscriptions(ports),
  ],
  tablesWithoutPractice: { account: 'the chart of accounts, the same for every practice' },
});
