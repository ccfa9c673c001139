import type { Cents, LocalDate } from '@spark-den/kernel';
import { sql, type Insertable, type Selectable, type SqlBool } from 'kysely';
import type { BillingContext } from '../context.ts';
import { recordsOf } from '../persons/merged-record-repository.ts';
import type { StatementTable } from './tables.ts';

/** An account that owes something which an insurer has decided, and what may speak against a statement now. */
export interface Candidate {
  readonly patientId: string;
  readonly guarantorId: string;
  readonly dueCents: Cents;
  readonly pendingInsuranceCents: Cents;
  readonly lastStatementOn: LocalDate | null;
}

interface CandidatePage {
  readonly after: readonly (string | number)[] | undefined;
  readonly limit: number;
}

/** Accounts that owe, most first. */
export async function candidateRows(
  context: BillingContext,
  { after, limit }: CandidatePage,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select * from (
      select coalesce(person_id, open_balance.patient_id) as patient_id,
             (array_agg(guarantor_id order by service_date desc))[1] as guarantor_id,
             coalesce(sum(amount_cents) filter (where account = 'ar_patient'), 0)::bigint as due_cents,
             coalesce(sum(amount_cents) filter (where account = 'ar_insurance'), 0)::bigint as pending_insurance_cents,
             max(issued_on) as last_statement_on
      from open_balance
      left join merged_record on merged_record.patient_id = open_balance.patient_id
      left join lateral (
        select max(issued_on) as issued_on from statement where statement.patient_id = open_balance.patient_id
      ) as last_statement on true
      where amount_cents <> 0 group by 1
    ) as account
    where due_cents > 0 and ${
      after
        ? sql<SqlBool>`(-due_cents, patient_id) > (${after[0]}::bigint, ${after[1]}::uuid)`
        : sql<SqlBool>`true`
    }
    order by -due_cents, patient_id
    limit ${limit}`.execute(context.db);
  return rows;
}

interface StatementPage {
  readonly patientId: string | undefined;
  /** The last number of the page before. */
  readonly after: string | undefined;
  readonly limit: number;
}

/** Issued statements, newest number first. */
export async function statementRows(
  context: BillingContext,
  { patientId, after, limit }: StatementPage,
): Promise<Selectable<StatementTable>[]> {
  let query = context.db
    .selectFrom('statement')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .orderBy('number', 'desc');
  if (patientId) query = query.where('patientId', 'in', await recordsOf(context, patientId));
  if (after) query = query.where('number', '<', after);
  return query.limit(limit).execute();
}

export async function findStatement(
  context: BillingContext,
  statementId: string,
): Promise<Selectable<StatementTable> | undefined> {
  return context.db
    .selectFrom('statement')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', statementId)
    .executeTakeFirst();
}

export async function insertStatement(
  context: BillingContext,
  row: Insertable<StatementTable>,
): Promise<void> {
  await context.db.insertInto('statement').values(row).execute();
}

/** The practice's own words for each charge of a patient. */
export async function chargeLabels(context: BillingContext, patientId: string): Promise<Map<string, string>> {
  const rows = await context.db
    .selectFrom('chargeLine')
    .innerJoin('charge', 'charge.id', 'chargeLine.chargeId')
    .select(['chargeLine.id', 'chargeLine.code', 'chargeLine.label'])
    .where('charge.practiceId', '=', context.practiceId)
    .where('charge.patientId', 'in', await recordsOf(context, patientId))
    .execute();
  return new Map(rows.map(row => [row.id, row.label ? `${row.label} (${row.code})` : row.code]));
}
