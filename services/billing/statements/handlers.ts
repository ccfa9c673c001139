import type { billingContract } from '@spark-den/contracts/billing/operations';
import type { statementOperations } from '@spark-den/contracts/billing/statements';
import type { Handlers } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import { issueStatement } from './issue-statement.ts';
import { getStatementPdf, listStatementCandidates, listStatements } from './show-statements.ts';

export const statementHandlers = (): Pick<
  Handlers<typeof billingContract, BillingDatabase>,
  keyof typeof statementOperations
> => ({ issueStatement, listStatements, listStatementCandidates, getStatementPdf });
