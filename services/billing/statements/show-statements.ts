import { billingContract } from '@spark-den/contracts/billing/operations';
import { documentsContract } from '@spark-den/contracts/documents/operations';
import { addDays, type LocalDate } from '@spark-den/kernel';
import { fail, type Handlers } from '@spark-den/service-kit';
import { practiceToday } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { candidateRows, findStatement, statementRows, type Candidate } from './statement-repository.ts';
import { SMALLEST_STATEMENT_CENTS, STATEMENT_CYCLE_DAYS } from './statement.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;

export const listStatementCandidates: BillingHandlers['listStatementCandidates'] = async (
  context,
  { cursor, limit },
) => {
  const rows = await candidateRows(context, { after: decodeCursor(cursor, 2), limit: limit + 1 });
  const recent = addDays(await practiceToday(context), -STATEMENT_CYCLE_DAYS);
  for (const { patientId } of rows) context.audit({ patientId });
  return pageOf(
    rows,
    limit,
    row => [-row.dueCents, row.patientId],
    row => ({ ...row, hold: holdOf(row, recent) }),
  );
};

function holdOf(row: Candidate, recent: LocalDate) {
  if (row.dueCents < SMALLEST_STATEMENT_CENTS) return 'below_minimum';
  return row.lastStatementOn !== null && row.lastStatementOn > recent ? 'recent_statement' : null;
}

export const listStatements: BillingHandlers['listStatements'] = async (
  context,
  { patientId, cursor, limit },
) => {
  const [after] = decodeCursor(cursor, 1) ?? [];
  const rows = await statementRows(context, {
    patientId,
    after: after === undefined ? undefined : String(after),
    limit: limit + 1,
  });
  for (const id of new Set(rows.map(row => row.patientId))) context.audit({ patientId: id });
  return pageOf(
    rows,
    limit,
    row => [row.number],
    ({ id, practiceId: _, issuedAt: __, issuedBy: ___, ...row }) => ({ ...row, statementId: id }),
  );
};

export const getStatementPdf: BillingHandlers['getStatementPdf'] = async (context, { statementId }) => {
  const row = await findStatement(context, statementId);
  if (!row) throw fail(billingContract, 'billing.statement_not_found', { statementId });
  const { info, base64 } = await context.call(documentsContract).readDocument({ documentId: row.documentId });
  context.audit({ patientId: row.patientId, entityType: 'statement', entityId: statementId });
  return { contentType: info.contentType, fileName: info.fileName, base64 };
};
