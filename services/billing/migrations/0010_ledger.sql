-- The books. Double entry in cents: a debit is positive, a credit negative; every entry sums to zero, and no row
-- of the journal is ever changed: a correction is a reversing entry. The database itself holds all of this.
create table account (
  code text primary key,
  name text not null,
  kind text not null check (kind in ('asset', 'liability', 'revenue', 'contra_revenue', 'income')),
  normal_side text not null check (normal_side in ('debit', 'credit'))
);
insert into account (code, name, kind, normal_side) values
  ('ar_insurance', 'Receivable from insurers', 'asset', 'debit'),
  ('ar_patient', 'Receivable from patients', 'asset', 'debit'),
  ('cash_insurance', 'Cash clearing, insurers', 'asset', 'debit'),
  ('cash_drawer', 'Cash clearing, drawer', 'asset', 'debit'),
  ('cash_check', 'Cash clearing, checks', 'asset', 'debit'),
  ('cash_card', 'Cash clearing, cards', 'asset', 'debit'),
  ('unapplied_insurance', 'Unapplied insurance cash', 'liability', 'credit'),
  ('unapplied_patient', 'Unapplied patient credit', 'liability', 'credit'),
  ('provider_adjustments', 'Provider-level adjustments', 'liability', 'credit'),
  ('refunds_payable', 'Refunds payable', 'liability', 'credit'),
  ('gross_charges', 'Gross charges', 'revenue', 'credit'),
  ('contractual', 'Contractual allowances', 'contra_revenue', 'debit'),
  ('sequestration', 'Sequestration', 'contra_revenue', 'debit'),
  ('payer_reduction', 'Other payer reductions', 'contra_revenue', 'debit'),
  ('charity', 'Charity care', 'contra_revenue', 'debit'),
  ('small_balance', 'Small balances', 'contra_revenue', 'debit'),
  ('bad_debt', 'Bad debt', 'contra_revenue', 'debit'),
  ('administrative', 'Administrative write-offs', 'contra_revenue', 'debit'),
  ('courtesy', 'Courtesy', 'contra_revenue', 'debit'),
  ('interest_income', 'Interest from insurers', 'income', 'credit');
revoke insert, update, delete on account from {{service}};

-- A month without a row is open.
create table accounting_period (
  practice_id uuid not null,
  month date not null check (extract(day from month) = 1),
  closed_at timestamptz not null,
  closed_by text not null,
  primary key (practice_id, month)
);
select platform.protect('accounting_period');

-- Who answers for a patient's share, where that is not the patient; a change does not rewrite what was posted.
create table patient_guarantor (
  practice_id uuid not null,
  patient_id uuid not null,
  guarantor_id uuid not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (practice_id, patient_id)
);
select platform.protect('patient_guarantor');

create table journal_entry (
  id uuid primary key,
  practice_id uuid not null,
  sequence bigint generated always as identity,
  kind text not null check (kind in (
    'charge', 'charge_void', 'insurance_receipt', 'insurance_payment', 'insurance_reversal',
    'responsibility_transfer', 'patient_receipt', 'receipt_void', 'allocation', 'allocation_release',
    'credit_transfer', 'refund', 'refund_payment', 'refund_failure', 'write_off')),
  cause_type text not null,
  cause_id uuid not null,
  reverses_entry_id uuid,
  memo text not null,
  -- When it happened outside; when it entered the books (always in an open period).
  event_date date not null,
  posting_date date not null,
  posted_at timestamptz not null,
  posted_by text not null,
  -- The transaction that wrote it: lines cannot join an entry later.
  written_by xid8 not null default pg_current_xact_id(),
  unique (practice_id, id),
  -- A file may reverse what stands further down in it.
  foreign key (practice_id, reverses_entry_id) references journal_entry (practice_id, id) deferrable initially deferred
);
create unique index journal_entry_reversed_once on journal_entry (practice_id, reverses_entry_id)
  where reverses_entry_id is not null;
create unique index journal_entry_charge_once on journal_entry (practice_id, cause_id) where kind = 'charge';
create unique index journal_entry_claim_payment_once on journal_entry (practice_id, cause_id)
  where kind in ('insurance_payment', 'insurance_reversal');
create unique index journal_entry_remittance_once on journal_entry (practice_id, cause_id)
  where kind = 'insurance_receipt';
create unique index journal_entry_receipt_once on journal_entry (practice_id, cause_id)
  where kind = 'patient_receipt';
create unique index journal_entry_write_off_once on journal_entry (practice_id, cause_id) where kind = 'write_off';
create unique index journal_entry_refund_once on journal_entry (practice_id, cause_id, kind)
  where kind in ('refund', 'refund_payment', 'refund_failure');
create index journal_entry_by_cause on journal_entry (practice_id, cause_id);
create index journal_entry_by_posting_date on journal_entry (practice_id, posting_date);
select platform.protect('journal_entry');

create table journal_line (
  practice_id uuid not null,
  entry_id uuid not null,
  ordinal integer not null,
  account text not null references account (code),
  amount_cents bigint not null check (amount_cents <> 0),
  patient_id uuid,
  guarantor_id uuid,
  claim_id uuid,
  charge_line_id uuid,
  payer_id uuid,
  provider_id uuid,
  location_id uuid,
  remittance_id uuid,
  receipt_id uuid,
  service_date date,
  reason text,
  primary key (practice_id, entry_id, ordinal),
  foreign key (practice_id, entry_id) references journal_entry (practice_id, id),
  check (account not in ('ar_insurance', 'ar_patient') or (charge_line_id is not null and patient_id is not null)),
  check ((account = 'ar_insurance') <= (payer_id is not null)),
  check (account <> 'unapplied_patient' or (receipt_id is not null and patient_id is not null)),
  check (account <> 'unapplied_insurance' or remittance_id is not null)
);
create index journal_line_by_patient on journal_line (practice_id, patient_id) where patient_id is not null;
create index journal_line_by_charge_line on journal_line (practice_id, charge_line_id)
  where charge_line_id is not null;
create index journal_line_by_remittance on journal_line (practice_id, remittance_id)
  where remittance_id is not null;
create index journal_line_by_receipt on journal_line (practice_id, receipt_id) where receipt_id is not null;
select platform.protect('journal_line');

revoke update, delete, truncate on journal_entry, journal_line from {{service}};

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only: % on % is refused', tg_op, tg_table_name using errcode = '42501';
end $$;
create trigger journal_entry_append_only before update or delete or truncate on journal_entry
  for each statement execute function refuse_change();
create trigger journal_line_append_only before update or delete or truncate on journal_line
  for each statement execute function refuse_change();

-- At commit each entry has lines and they sum to zero.
create function check_entry_balance() returns trigger language plpgsql
  security definer set search_path = {{schema}}, pg_temp as $$
declare
  total numeric;
  lines integer;
begin
  select coalesce(sum(amount_cents), 0), count(*) into total, lines
    from journal_line where practice_id = new.practice_id and entry_id = new.id;
  if total <> 0 or lines < 2 then
    raise exception 'journal entry % does not balance: % cents over % lines', new.id, total, lines
      using errcode = '23514', constraint = 'journal_entry_balances';
  end if;
  return null;
end $$;
create constraint trigger journal_entry_balances after insert on journal_entry
  deferrable initially deferred for each row execute function check_entry_balance();

create function check_entry_period() returns trigger language plpgsql
  security definer set search_path = {{schema}}, pg_temp as $$
begin
  new.written_by := pg_current_xact_id();
  if exists (select 1 from accounting_period
             where practice_id = new.practice_id and month = date_trunc('month', new.posting_date)::date) then
    raise exception 'the period of % is closed', new.posting_date
      using errcode = '23514', constraint = 'journal_entry_in_open_period';
  end if;
  return new;
end $$;
create trigger journal_entry_in_open_period before insert on journal_entry
  for each row execute function check_entry_period();

-- The sub-ledger: what is open on each charge, with each payer and with the patient. Only the journal writes it.
create table open_balance (
  practice_id uuid not null,
  charge_line_id uuid not null,
  account text not null check (account in ('ar_insurance', 'ar_patient')),
  -- All zeros for the patient.
  payer_id uuid not null,
  patient_id uuid not null,
  guarantor_id uuid not null,
  claim_id uuid,
  provider_id uuid,
  location_id uuid,
  service_date date,
  amount_cents bigint not null,
  -- Written by nobody; the privilege on it lets the service lock rows.
  lock boolean not null default false,
  primary key (practice_id, charge_line_id, account, payer_id)
);
create index open_balance_by_patient on open_balance (practice_id, patient_id);
create index open_balance_open on open_balance (practice_id, account, service_date) where amount_cents <> 0;
select platform.protect('open_balance');
revoke insert, update, delete, truncate on open_balance from {{service}};
grant update (lock) on open_balance to {{service}};

-- Money that is ours to give back or to apply: of receipts per patient, of remittances.
create table unapplied_balance (
  practice_id uuid not null,
  account text not null check (account in ('unapplied_patient', 'unapplied_insurance')),
  source_id uuid not null,
  -- All zeros for a remittance.
  patient_id uuid not null,
  guarantor_id uuid,
  -- As a credit: positive is what we hold.
  amount_cents bigint not null,
  primary key (practice_id, account, source_id, patient_id)
);
create index unapplied_balance_by_patient on unapplied_balance (practice_id, patient_id) where amount_cents <> 0;
select platform.protect('unapplied_balance');
revoke insert, update, delete, truncate on unapplied_balance from {{service}};

create function keep_sub_ledger() returns trigger language plpgsql
  security definer set search_path = {{schema}}, pg_temp as $$
begin
  if exists (
    select 1 from written_line line
    join journal_entry entry on entry.practice_id = line.practice_id and entry.id = line.entry_id
    where entry.written_by <> pg_current_xact_id()
  ) then
    raise exception 'a journal entry is whole when it is written; no line joins it later' using errcode = '42501';
  end if;

  insert into open_balance as open (practice_id, charge_line_id, account, payer_id, patient_id, guarantor_id,
                                    claim_id, provider_id, location_id, service_date, amount_cents)
  select practice_id, charge_line_id, account,
         coalesce(case when account = 'ar_insurance' then payer_id end, '00000000-0000-0000-0000-000000000000'),
         (array_agg(patient_id))[1], (array_agg(coalesce(guarantor_id, patient_id)))[1],
         (array_agg(claim_id) filter (where claim_id is not null))[1],
         (array_agg(provider_id) filter (where provider_id is not null))[1],
         (array_agg(location_id) filter (where location_id is not null))[1],
         max(service_date), sum(amount_cents)
  from written_line
  where account in ('ar_insurance', 'ar_patient')
  group by 1, 2, 3, 4
  order by 1, 2, 3, 4
  on conflict (practice_id, charge_line_id, account, payer_id) do update
    set amount_cents = open.amount_cents + excluded.amount_cents,
        claim_id = coalesce(excluded.claim_id, open.claim_id);

  insert into unapplied_balance as held (practice_id, account, source_id, patient_id, guarantor_id, amount_cents)
  select practice_id, account,
         case account when 'unapplied_patient' then receipt_id else remittance_id end,
         coalesce(case when account = 'unapplied_patient' then patient_id end, '00000000-0000-0000-0000-000000000000'),
         (array_agg(guarantor_id) filter (where guarantor_id is not null))[1],
         -sum(amount_cents)
  from written_line
  where account in ('unapplied_patient', 'unapplied_insurance')
  group by 1, 2, 3, 4
  order by 1, 2, 3, 4
  on conflict (practice_id, account, source_id, patient_id) do update
    set amount_cents = held.amount_cents + excluded.amount_cents;
  return null;
end $$;
create trigger journal_line_keeps_sub_ledger after insert on journal_line
  referencing new table as written_line for each statement execute function keep_sub_ledger();

-- At commit no receivable and no patient's credit is below zero: money over is a credit of its own, never a
-- negative receivable. (Unapplied insurance cash may be: a parked reversal, which stands in the unmatched list.)
create function refuse_negative_balance() returns trigger language plpgsql
  security definer set search_path = {{schema}}, pg_temp as $$
declare
  amount bigint;
begin
  if tg_table_name = 'open_balance' then
    select amount_cents into amount from open_balance
      where practice_id = new.practice_id and charge_line_id = new.charge_line_id
        and account = new.account and payer_id = new.payer_id;
  else
    select amount_cents into amount from unapplied_balance
      where practice_id = new.practice_id and account = new.account
        and source_id = new.source_id and patient_id = new.patient_id;
  end if;
  if amount < 0 then
    raise exception 'the balance would be % cents', amount
      using errcode = '23514', constraint = tg_table_name || '_not_negative';
  end if;
  return null;
end $$;
create constraint trigger open_balance_not_negative after insert or update on open_balance
  deferrable initially deferred for each row when (new.amount_cents < 0)
  execute function refuse_negative_balance();
create constraint trigger unapplied_balance_not_negative after insert or update on unapplied_balance
  deferrable initially deferred for each row
  when (new.amount_cents < 0 and new.account = 'unapplied_patient')
  execute function refuse_negative_balance();

-- A person gives up a balance; above the limit a second person decides.
create table write_off (
  id uuid primary key,
  practice_id uuid not null,
  patient_id uuid not null,
  charge_line_id uuid not null,
  holder text not null check (holder in ('insurance', 'patient')),
  payer_id uuid,
  reason text not null check (reason in ('charity', 'small_balance', 'bad_debt', 'administrative', 'courtesy')),
  amount_cents bigint not null check (amount_cents > 0),
  note text not null,
  state text not null check (state in ('requested', 'posted', 'declined')),
  requested_by text not null,
  requested_by_id text not null,
  requested_at timestamptz not null,
  decided_by text,
  decided_by_id text check (decided_by_id <> requested_by_id),
  decided_at timestamptz,
  entry_id uuid,
  version integer not null default 1,
  foreign key (practice_id, entry_id) references journal_entry (practice_id, id)
);
create index write_off_waiting on write_off (practice_id, requested_at) where state = 'requested';
select platform.protect('write_off');
