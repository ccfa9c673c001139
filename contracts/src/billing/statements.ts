import { z } from 'zod';
import { CentsField, File, Id, LocalDateField, Page, PageInput } from '../fields.ts';
import { operation } from '../operation.ts';
import { Statement } from './statement-types.ts';

export const listStatementCandidates = operation({
  summary: 'Accounts that owe something adjudicated, and those held back with the reason',
  method: 'GET',
  path: '/billing/statement-candidates',
  input: z.strictObject({ ...PageInput }),
  output: Page(
    z.object({
      patientId: Id,
      guarantorId: Id,
      dueCents: CentsField,
      pendingInsuranceCents: CentsField,
      lastStatementOn: LocalDateField.nullable(),
      hold: z.enum(['below_minimum', 'recent_statement']).nullable(),
    }),
  ),
  permission: 'billing.statement.read',
  phi: 'read',
  audit: 'statement_candidates.listed',
  rateClass: 'standard',
  idempotent: false,
});

export const issueStatement = operation({
  summary:
    'Writes a statement for one recipient with what insurers have left to the patient, and keeps the PDF',
  method: 'POST',
  path: '/billing/statements',
  input: z.strictObject({ patientId: Id }),
  output: Statement,
  permission: 'billing.statement.issue',
  phi: 'write',
  audit: 'statement.issued',
  rateClass: 'standard',
  idempotent: true,
  errors: ['billing.nothing_to_bill'],
});

export const listStatements = operation({
  summary: 'Statements, newest first',
  method: 'GET',
  path: '/billing/statements',
  input: z.strictObject({ patientId: Id.optional(), ...PageInput }),
  output: Page(Statement),
  permission: 'billing.statement.read',
  phi: 'read',
  audit: 'statements.listed',
  rateClass: 'standard',
  idempotent: false,
});

export const getStatementPdf = operation({
  summary: 'A statement exactly as it was issued',
  method: 'GET',
  path: '/billing/statements/:statementId/pdf',
  input: z.strictObject({ statementId: Id }),
  output: File,
  permission: 'billing.statement.read',
  phi: 'read',
  audit: 'statement.viewed',
  rateClass: 'expensive',
  idempotent: false,
  binary: true,
  errors: ['billing.statement_not_found'],
});

export const statementOperations = {
  listStatementCandidates,
  issueStatement,
  listStatements,
  getStatementPdf,
};
