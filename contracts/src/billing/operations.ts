import { serviceContract } from '../operation.ts';
import { chargeOperations } from './charges.ts';
import { claimOperations } from './claims.ts';
import { denialOperations } from './denials.ts';
import { billingErrors } from './errors.ts';
import * as events from './events.ts';
import { ledgerOperations } from './ledger.ts';
import { paymentOperations } from './payments.ts';
import { billingPermissions } from './permissions.ts';
import { remittanceOperations } from './remittances.ts';
import { statementOperations } from './statements.ts';

export const billingContract = serviceContract({
  name: 'billing',
  port: 3013,
  database: 'business',
  operations: {
    ...chargeOperations,
    ...claimOperations,
    ...remittanceOperations,
    ...ledgerOperations,
    ...paymentOperations,
    ...statementOperations,
    ...denialOperations,
  },
  events,
  errors: billingErrors,
  permissions: billingPermissions,
});
