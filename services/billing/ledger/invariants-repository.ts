import { sql, type RawBuilder } from 'kysely';
import type { BillingContext } from '../context.ts';

interface Rule {
  readonly id: string;
  readonly statement: string;
  /** How many things the rule looks at, so that "no violation" is not said of nothing. */
  readonly checked: RawBuilder<unknown>;
  /** Rows with one column `violation`: an id and the amounts that disagree. */
  readonly violations: RawBuilder<unknown>;
}

/** The rules of ASSURANCE.md C.3 as questions to the books; each answers with what breaks it. */
const RULES: readonly Rule[] = [
  {
    id: 'I1',
    statement: 'Every entry sums to zero',
    checked: sql`select count(*)::integer as n from journal_entry`,
    violations: sql`
      select entry_id || ': ' || sum(amount_cents) as violation from journal_line group by entry_id
      having sum(amount_cents) <> 0`,
  },
  {
    id: 'I2',
    statement: 'All accounts together sum to zero',
    checked: sql`select count(*)::integer as n from journal_line`,
    violations: sql`select 'sum: ' || sum(amount_cents) as violation from journal_line having sum(amount_cents) <> 0`,
  },
  {
    id: 'I3',
    statement:
      'The receivable accounts equal the open balances of the sub-ledger, per location and date of service',
    checked: sql`select count(*)::integer as n from open_balance`,
    violations: sql`
      select concat_ws(' ', account, location_id::text, service_date::text, journal, 'journal,', open, 'open') as violation
      from (
        select account, location_id, service_date, sum(journal) as journal, sum(open) as open from (
          select account, location_id, service_date, amount_cents as journal, 0 as open
          from journal_line where account in ('ar_insurance', 'ar_patient')
          union all
          select account, location_id, service_date, 0, amount_cents from open_balance
        ) as side group by 1, 2, 3
      ) as tied where journal <> open`,
  },
  {
    id: 'I4',
    statement: 'Each charge: billed = paid + adjusted + written off + open, and nothing open is negative',
    checked: sql`select count(distinct charge_line_id)::integer as n from journal_line`,
    violations: sql`
      select charge_line_id || ': ' || sum(amount_cents) as violation from journal_line
      where charge_line_id is not null group by charge_line_id having sum(amount_cents) <> 0
      union all
      select charge_line_id || ' ' || account || ': ' || amount_cents from open_balance where amount_cents < 0
      union all
      select charge_line.id || ': billed ' || charge_line.charge_cents || ', in the ledger ' || coalesce(billed, 0)
      from charge_line
      join charge on charge.practice_id = charge_line.practice_id and charge.id = charge_line.charge_id
      left join (
        select charge_line_id, -sum(amount_cents) as billed from journal_line
        where account = 'gross_charges' group by charge_line_id
      ) as ledger on ledger.charge_line_id = charge_line.id
      where charge.status = 'posted' and charge_line.charge_cents <> coalesce(billed, 0)`,
  },
  {
    id: 'I5',
    statement:
      'Each receipt = applied + unapplied + refunded; each remittance’s cash + PLB = applied + unapplied',
    checked: sql`select ((select count(*) from receipt) + (select count(*) from remittance where status = 'posted'))::integer as n`,
    violations: sql`
      select 'receipt ' || receipt.id || ': ' || receipt.amount_cents || ' taken, ' || coalesce(cash, 0) || ' in cash, '
             || coalesce(used, 0) || ' accounted for' as violation
      from receipt
      left join (
        select receipt_id,
               sum(amount_cents) filter (where account like 'cash\\_%' and kind in ('patient_receipt', 'receipt_void')) as cash,
               -sum(amount_cents) filter (where account in ('unapplied_patient', 'ar_patient', 'refunds_payable')
                    or (account like 'cash\\_%' and kind = 'refund_payment')) as used
        from journal_line line
        join journal_entry entry on entry.practice_id = line.practice_id and entry.id = line.entry_id
        where receipt_id is not null group by receipt_id
      ) as ledger on ledger.receipt_id = receipt.id
      where case receipt.state when 'posted' then receipt.amount_cents else 0 end <> coalesce(cash, 0)
         or coalesce(cash, 0) <> coalesce(used, 0)
      union all
      select account || ' ' || source_id || ': ' || amount_cents from unapplied_balance
      where account = 'unapplied_patient' and amount_cents < 0
      union all
      select 'remittance ' || remittance.id || ': unapplied ' || coalesce(held.amount_cents, 0) || ', unmatched '
             || coalesce(waiting.paid, 0)
      from remittance
      left join unapplied_balance held on held.practice_id = remittance.practice_id
        and held.account = 'unapplied_insurance' and held.source_id = remittance.id
      left join (
        select remittance_id, sum(paid_cents) as paid from claim_payment where state in ('unmatched', 'information')
        group by remittance_id
      ) as waiting on waiting.remittance_id = remittance.id
      where remittance.status = 'posted' and coalesce(held.amount_cents, 0) <> coalesce(waiting.paid, 0)`,
  },
  {
    id: 'I6',
    statement:
      'Each remittance: payment = claims − PLB; cash in the books = payment; posted + unmatched = all claims',
    checked: sql`select count(*)::integer as n from remittance where status = 'posted'`,
    violations: sql`
      select remittance.id || ': paid ' || amount || ', claims ' || claims_cents || ', PLB ' || provider_adjustment_cents
             || ', cash ' || coalesce(cash, 0) || ', claim rows ' || coalesce(rows.paid, 0) as violation
      from (select *, case credit_or_debit when 'D' then -amount_cents else amount_cents end as amount
            from remittance where status = 'posted') as remittance
      left join (
        select remittance_id, sum(amount_cents) as cash from journal_line
        where account = 'cash_insurance' group by remittance_id
      ) as ledger on ledger.remittance_id = remittance.id
      left join (
        select remittance_id, sum(paid_cents) as paid, count(*) as claims from claim_payment
        where state <> 'held' group by remittance_id
      ) as rows on rows.remittance_id = remittance.id
      where amount <> claims_cents - provider_adjustment_cents or amount <> coalesce(cash, 0)
         or coalesce(rows.paid, 0) <> claims_cents or coalesce(rows.claims, 0) <> claim_count`,
  },
  {
    id: 'I7',
    statement: 'Each day’s receipts by tender equal what entered the cash accounts that day',
    checked: sql`select count(distinct received_on)::integer as n from receipt`,
    violations: sql`
      select concat_ws(' ', day::text, account, receipts, 'received,', booked, 'booked') as violation from (
        select day, account, sum(receipts) as receipts, sum(booked) as booked from (
          select received_on as day, case tender when 'cash' then 'cash_drawer' when 'check' then 'cash_check'
                 else 'cash_card' end as account, amount_cents as receipts, 0 as booked from receipt
          union all
          select entry.event_date, line.account, 0, line.amount_cents from journal_line line
          join journal_entry entry on entry.practice_id = line.practice_id and entry.id = line.entry_id
          where entry.kind = 'patient_receipt' and line.account like 'cash\\_%'
        ) as side group by day, account
      ) as tied where receipts <> booked`,
  },
  {
    id: 'I8',
    statement: 'Replaying the journal gives the balances that stand; aging buckets sum to the receivable',
    checked: sql`select count(*)::integer as n from open_balance where amount_cents <> 0`,
    violations: sql`
      select concat_ws(' ', key, replayed, 'replayed,', standing, 'standing') as violation from (
        select key, sum(replayed) as replayed, sum(standing) as standing from (
          select concat_ws('/', account, charge_line_id,
                           case when account = 'ar_insurance' then payer_id end) as key, amount_cents as replayed, 0 as standing
          from journal_line where account in ('ar_insurance', 'ar_patient')
          union all
          select concat_ws('/', account, charge_line_id,
                           case when account = 'ar_insurance' then payer_id end), 0, amount_cents from open_balance
          union all
          select concat_ws('/', account, case account when 'unapplied_patient' then receipt_id else remittance_id end,
                           case when account = 'unapplied_patient' then patient_id end), -amount_cents, 0
          from journal_line where account in ('unapplied_patient', 'unapplied_insurance')
          union all
          select concat_ws('/', account, source_id, case when account = 'unapplied_patient' then patient_id end), 0, amount_cents
          from unapplied_balance
        ) as side group by key
      ) as tied where replayed <> standing`,
  },
  {
    id: 'I10',
    statement:
      'Nothing was applied twice: one entry per charge, remittance, claim payment, receipt; one reversal per entry',
    checked: sql`select count(*)::integer as n from journal_entry`,
    violations: sql`
      select kind || ' ' || cause_id || ': ' || count(*) || ' entries' as violation from journal_entry
      where kind in ('charge', 'insurance_receipt', 'insurance_payment', 'insurance_reversal', 'patient_receipt', 'write_off')
      group by kind, cause_id having count(*) > 1
      union all
      select 'reversed twice: ' || reverses_entry_id from journal_entry
      where reverses_entry_id is not null group by reverses_entry_id having count(*) > 1
      union all
      select 'remittance twice: ' || originator || ' ' || trace from remittance where status = 'posted'
      group by originator, trace, payment_date, amount_cents, credit_or_debit, claim_set_hash having count(*) > 1`,
  },
];

const SHOWN_VIOLATIONS = 20;

export interface InvariantReport {
  readonly ok: boolean;
  readonly invariants: Record<string, boolean>;
  readonly evidence: { id: string; ok: boolean; statement: string; checked: number; violations: string[] }[];
}

/** Proves the ledger's rules on the books of the practice in whose transaction it runs. */
export async function ledgerInvariants(db: BillingContext['db']): Promise<InvariantReport> {
  const evidence: InvariantReport['evidence'] = [];
  for (const { id, statement, checked, violations } of RULES) {
    const found = await sql<{ violation: string }>`${violations} limit ${sql.lit(SHOWN_VIOLATIONS)}`.execute(
      db,
    );
    const counted = await sql<{ n: number }>`${checked}`.execute(db);
    evidence.push({
      id,
      ok: found.rows.length === 0,
      statement,
      checked: counted.rows[0]?.n ?? 0,
      violations: found.rows.map(row => row.violation),
    });
  }
  return {
    ok: evidence.every(item => item.ok),
    invariants: Object.fromEntries(evidence.map(item => [item.id, item.ok])),
    evidence,
  };
}
