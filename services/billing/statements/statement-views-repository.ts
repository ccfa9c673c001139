import { billingContract } from '@spark-den/contracts/billing/operations';
import { documentsContract } from '@spark-den/contracts/documents/operations';
import { addDays, type Cents, type LocalDate } from '@spark-den/kernel';
import { fail, type Handlers } from '@spark-den/service-kit';
import { sql, type SqlBool } from 'kysely';
import { practiceToday } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { SMALLEST_STATEMENT_CENTS, STATEMENT_CYCLE_DAYS } from './statement.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;

interface CandidateRow {
  readonly patientId: string;
  readonly guarantorId: string;
  readonly dueCents: Cents;
  readonly pendingInsuranceCents: Cents;
  readonly lastStatementOn: LocalDate | null;
}

export const listStatementCandidates: BillingHandlers['listStatementCandidates'] = async (
  context,
  { cursor, limit },
) => {
  const after = decodeCursor(cursor, 2);
  const { rows } = await sql<CandidateRow>`
    select * from (
      select patient_id, (array_agg(guarantor_id order by service_date desc))[1] as guarantor_id,
             coalesce(sum(amount_cents) filter (where account = 'ar_patient'), 0)::bigint as due_cents,
             coalesce(sum(amount_cents) filter (where account = 'ar_insurance'), 0)::bigint as pending_insurance_cents,
             (select max(issued_on) from statement where statement.patient_id = open_balance.patient_id) as last_statement_on
      from open_balance where amount_cents <> 0 group by patient_id
    ) as account
    where due_cents > 0 and ${
      after
        ? sql<SqlBool>`(-due_cents, patient_id) > (${after[0]}::bigint, ${after[1]}::uuid)`
        : sql<SqlBool>`true`
    }
    order by -due_cents, patient_id
    limit ${limit + 1}`.execute(context.db);
  const recent = addDays(await practiceToday(context), -STATEMENT_CYCLE_DAYS);
  for (const { patientId } of rows) context.audit({ patientId });
  return pageOf(
    rows,
    limit,
    row => [-row.dueCents, row.patientId],
    row => ({ ...row, hold: holdOf(row, recent) }),
  );
};

function holdOf(row: CandidateRow, recent: LocalDate) {
  if (row.dueCents < SMALLEST_STATEMENT_CENTS) return 'below_minimum';
  return row.lastStatementOn !== null && row.lastStatementOn > recent ? 'recent_statement' : null;
}

export const listStatements: BillingHandlers['listStatements'] = async (
  context,
  { patientId, cursor, limit },
) => {
  const after = decodeCursor(cursor, 1);
  let query = context.db
    .selectFrom('statement')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .orderBy('number', 'desc');
  if (patientId) query = query.where('patientId', '=', patientId);
  if (after) query = query.where('number', '<', String(after[0]));
  const rows = await query.limit(limit + 1).execute();
  for (const id of new Set(rows.map(row => row.patientId))) context.audit({ patientId: id });
  return pageOf(
    rows,
    limit,
    row => [row.number],
    ({ id, practiceId: _, issuedAt: __, issuedBy: ___, ...row }) => ({ ...row, statementId: id }),
  );
};

export const getStatementPdf: BillingHandlers['getStatementPdf'] = async (context, { statementId }) => {
  const row = await context.db
    .selectFrom('statement')
    .select(['documentId', 'patientId'])
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', statementId)
    .executeTakeFirst();
  if (!row) throw fail(billingContract, 'billing.statement_not_found', { statementId });
  const { info, base64 } = await context.call(documentsContract).readDocument({ documentId: row.documentId });
  context.audit({ patientId: row.patientId, entityType: 'statement', entityId: statementId });
  return { contentType: info.contentType, fileName: info.fileName, base64 };
};
