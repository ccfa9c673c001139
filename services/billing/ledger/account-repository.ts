import type { AccountCharge, Posting } from '@spark-den/contracts/billing/ledger-types';
import { sumCents, type Cents, type LocalDate } from '@spark-den/kernel';
import { sql, type SqlBool } from 'kysely';
import type { BillingContext } from '../context.ts';
import { recordsOf } from '../persons/merged-record-repository.ts';

export interface BalanceSums {
  readonly insuranceCents: Cents;
  readonly patientCents: Cents;
  readonly unappliedCents: Cents;
}

/** Balances of patients, from the sub-ledger; those without any are left out. */
export async function balancesBy(
  context: BillingContext,
  column: 'patient_id' | 'guarantor_id',
  ids: readonly string[],
): Promise<Map<string, Map<string, BalanceSums>>> {
  const { rows } = await sql<BalanceSums & { subject: string; patientId: string }>`
    select ${sql.ref(column)} as subject, patient_id,
           sum(insurance)::bigint as insurance_cents, sum(patient)::bigint as patient_cents,
           sum(unapplied)::bigint as unapplied_cents
    from (
      select patient_id, guarantor_id,
             case when account = 'ar_insurance' then amount_cents else 0 end as insurance,
             case when account = 'ar_patient' then amount_cents else 0 end as patient, 0 as unapplied
      from open_balance
      union all
      select patient_id, coalesce(guarantor_id, patient_id), 0, 0, amount_cents
      from unapplied_balance where account = 'unapplied_patient'
    ) as part
    where ${sql.ref(column)} = any(${[...ids]}::uuid[])
    group by 1, 2`.execute(context.db);
  const found = new Map<string, Map<string, BalanceSums>>();
  for (const { subject, patientId, ...sums } of rows) {
    found.set(subject, (found.get(subject) ?? new Map<string, BalanceSums>()).set(patientId, sums));
  }
  return found;
}

/** Of all records that stand for the patient. */
export async function balancesOfPatient(context: BillingContext, patientId: string): Promise<BalanceSums> {
  const found = await balancesBy(context, 'patient_id', await recordsOf(context, patientId));
  const parts = [...found.values()].flatMap(part => [...part.values()]);
  return {
    insuranceCents: sumCents(parts, part => part.insuranceCents),
    patientCents: sumCents(parts, part => part.patientCents),
    unappliedCents: sumCents(parts, part => part.unappliedCents),
  };
}

/** Each charge of a patient with who paid, reduced and owes what: columns of one sum over the journal. */
export async function chargesOfPatient(context: BillingContext, patientId: string): Promise<AccountCharge[]> {
  const records = await recordsOf(context, patientId);
  const { rows } = await sql<AccountCharge>`
    select line.charge_line_id,
           max(charge.id::text) as charge_id,
           max(charge.claim_id::text) as claim_id,
           max(charge_line.code) as code,
           max(line.service_date) as service_date,
           -coalesce(sum(amount_cents) filter (where account = 'gross_charges'), 0)::bigint as billed_cents,
           coalesce(sum(amount_cents) filter (where account = 'unapplied_insurance'), 0)::bigint as insurance_paid_cents,
           coalesce(sum(amount_cents) filter (where account = 'unapplied_patient'), 0)::bigint as patient_paid_cents,
           coalesce(sum(amount_cents) filter (where account in ('contractual', 'sequestration', 'payer_reduction')), 0)::bigint
             as adjusted_cents,
           coalesce(sum(amount_cents) filter (
             where account in ('charity', 'small_balance', 'bad_debt', 'administrative', 'courtesy')), 0)::bigint
             as written_off_cents,
           coalesce(sum(amount_cents) filter (where account = 'ar_insurance'), 0)::bigint as insurance_open_cents,
           coalesce(sum(amount_cents) filter (where account = 'ar_patient'), 0)::bigint as patient_open_cents
    from journal_line line
    left join charge_line on charge_line.practice_id = line.practice_id and charge_line.id = line.charge_line_id
    left join charge on charge.practice_id = line.practice_id and charge.id = charge_line.charge_id
    where line.patient_id = any(${records}::uuid[]) and line.charge_line_id is not null
    group by line.charge_line_id
    order by max(line.service_date) desc, line.charge_line_id`.execute(context.db);
  return rows;
}

export interface BalanceScope {
  readonly account?: string | undefined;
  /** Records of one person. */
  readonly patientIds?: readonly string[] | undefined;
  readonly guarantorId?: string | undefined;
  readonly chargeLineId?: string | undefined;
  readonly claimId?: string | undefined;
  readonly payerId?: string | undefined;
  readonly remittanceId?: string | undefined;
  readonly receiptId?: string | undefined;
}

const COLUMNS = {
  account: 'line.account',
  patientIds: 'line.patient_id',
  guarantorId: 'line.guarantor_id',
  chargeLineId: 'line.charge_line_id',
  claimId: 'line.claim_id',
  payerId: 'line.payer_id',
  remittanceId: 'line.remittance_id',
  receiptId: 'line.receipt_id',
} as const satisfies Record<keyof BalanceScope, string>;

function inScope(scope: BalanceScope) {
  const tests = (Object.keys(COLUMNS) as (keyof BalanceScope)[])
    .filter(key => scope[key] !== undefined)
    .map(key => sql<SqlBool>`${sql.ref(COLUMNS[key])} = any(${[scope[key]].flat()})`);
  return tests.length === 0 ? sql<SqlBool>`true` : sql.join(tests, sql` and `);
}

const POSTING = sql`
  line.entry_id, line.ordinal, entry.kind, line.account, line.amount_cents, line.patient_id, line.claim_id,
  line.charge_line_id, line.payer_id, line.reason, line.service_date, entry.event_date, entry.posting_date,
  entry.posted_at, entry.cause_type, entry.cause_id, entry.reverses_entry_id`;

/** Postings in the order in which they were made; of a long list the newest `limit`. */
export async function postingsIn(
  context: BillingContext,
  scope: BalanceScope,
  limit: number,
): Promise<Posting[]> {
  const { rows } = await sql<Posting>`
    select ${POSTING}
    from journal_line line
    join journal_entry entry on entry.practice_id = line.practice_id and entry.id = line.entry_id
    where ${inScope(scope)}
    order by entry.sequence desc, line.ordinal desc
    limit ${limit}`.execute(context.db);
  return rows.reverse();
}

/** What each kind of event adds to a balance: the whole sum, however many postings there are. */
export async function sumsByKind(context: BillingContext, scope: BalanceScope) {
  const { rows } = await sql<{
    kind: Posting['kind'];
    account: Posting['account'];
    amountCents: Cents;
    count: number;
  }>`
    select entry.kind, line.account, sum(line.amount_cents)::bigint as amount_cents, count(*)::integer as count
    from journal_line line
    join journal_entry entry on entry.practice_id = line.practice_id and entry.id = line.entry_id
    where ${inScope(scope)}
    group by 1, 2
    order by min(entry.sequence), 2`.execute(context.db);
  return rows;
}

export async function entryWithLines(context: BillingContext, entryId: string) {
  const { rows } = await sql<Posting & { memo: string }>`
    select ${POSTING}, entry.memo
    from journal_line line
    join journal_entry entry on entry.practice_id = line.practice_id and entry.id = line.entry_id
    where line.entry_id = ${entryId}
    order by line.ordinal`.execute(context.db);
  return rows;
}

/** Debits and credits of every account, posted up to and with a date. */
export async function trialBalanceRows(context: BillingContext, asOf: LocalDate | null) {
  const { rows } = await sql<{
    account: Posting['account'];
    name: string;
    kind: string;
    debitCents: Cents;
    creditCents: Cents;
    balanceCents: Cents;
  }>`
    select account.code as account, account.name, account.kind,
           coalesce(sum(line.amount_cents) filter (where line.amount_cents > 0), 0)::bigint as debit_cents,
           -coalesce(sum(line.amount_cents) filter (where line.amount_cents < 0), 0)::bigint as credit_cents,
           coalesce(sum(line.amount_cents), 0)::bigint as balance_cents
    from account
    left join (
      select line.account, line.amount_cents from journal_line line
      join journal_entry entry on entry.practice_id = line.practice_id and entry.id = line.entry_id
      where ${asOf}::date is null or entry.posting_date <= ${asOf}::date
    ) as line on line.account = account.code
    group by account.code, account.name, account.kind`.execute(context.db);
  return rows;
}

export interface AccountRow extends BalanceSums {
  readonly patientId: string;
  readonly oldestServiceDate: LocalDate | null;
}

/** Accounts that are not zero, what the patient owes first. */
export async function openAccounts(
  context: BillingContext,
  only: 'debit' | 'credit' | 'all',
  after: readonly (string | number)[] | undefined,
  limit: number,
): Promise<AccountRow[]> {
  const filter =
    only === 'debit'
      ? sql<SqlBool>`sum(patient) > 0`
      : only === 'credit'
        ? sql<SqlBool>`sum(unapplied) > 0`
        : sql<SqlBool>`sum(insurance) <> 0 or sum(patient) <> 0 or sum(unapplied) <> 0`;
  const { rows } = await sql<AccountRow>`
    select * from (
      select coalesce(person_id, part.patient_id) as patient_id, sum(insurance)::bigint as insurance_cents,
             sum(patient)::bigint as patient_cents,
             sum(unapplied)::bigint as unapplied_cents, min(service_date) as oldest_service_date
      from (
        select patient_id, case when account = 'ar_insurance' then amount_cents else 0 end as insurance,
               case when account = 'ar_patient' then amount_cents else 0 end as patient, 0 as unapplied, service_date
        from open_balance where amount_cents <> 0
        union all
        select patient_id, 0, 0, amount_cents, null from unapplied_balance
        where account = 'unapplied_patient' and amount_cents <> 0
      ) as part
      left join merged_record on merged_record.patient_id = part.patient_id
      group by 1
      having ${filter}
    ) as account
    where ${
      after
        ? sql<SqlBool>`(-patient_cents, -insurance_cents, patient_id) > (${after[0]}::bigint, ${after[1]}::bigint, ${after[2]}::uuid)`
        : sql<SqlBool>`true`
    }
    order by -patient_cents, -insurance_cents, patient_id
    limit ${limit + 1}`.execute(context.db);
  return rows;
}
