-- 835 files as they came, each once, whatever its name.
create table remittance_file (
  id uuid primary key,
  practice_id uuid not null,
  sha256 text not null,
  file_name text not null,
  blob_key text not null,
  byte_count integer not null,
  source text not null check (source in ('upload', 'clearinghouse')),
  received_at timestamptz not null,
  received_by text not null,
  -- What of it was refused and why; everything else is in remittance.
  refused jsonb not null default '[]',
  unique (practice_id, id),
  unique (practice_id, sha256)
);
select platform.protect('remittance_file');

-- One payment of a payer (ST to SE).
create table remittance (
  id uuid primary key,
  practice_id uuid not null,
  file_id uuid not null,
  ordinal integer not null,
  trace text not null,
  originator text not null,
  amount_cents bigint not null,
  credit_or_debit text not null check (credit_or_debit in ('C', 'D')),
  method text not null,
  payment_date date not null,
  payer_name text not null,
  payer_identifiers jsonb not null,
  claim_count integer not null,
  line_count integer not null,
  claims_cents bigint not null,
  provider_adjustments jsonb not null,
  provider_adjustment_cents bigint not null,
  claim_set_hash text not null,
  status text not null check (status in ('posted', 'held', 'duplicate', 'rejected', 'discarded')),
  reason text,
  rival_id uuid,
  findings jsonb not null,
  received_at timestamptz not null,
  posted_at timestamptz,
  decided_by text,
  decision_note text,
  unique (practice_id, id),
  unique (practice_id, file_id, ordinal),
  foreign key (practice_id, file_id) references remittance_file (practice_id, id),
  check ((status = 'posted') = (posted_at is not null))
);
-- The duplicate rule: a payment with the same claims is in the books once.
create unique index remittance_posted_once
  on remittance (practice_id, originator, trace, payment_date, amount_cents, credit_or_debit, claim_set_hash)
  where status = 'posted';
create index remittance_by_status on remittance (practice_id, status, payment_date desc, id);
create index remittance_by_date on remittance (practice_id, payment_date desc, id);
select platform.protect('remittance');

-- One claim of a remittance (CLP). Unmatched: its money is in unapplied insurance cash until a person settles it.
create table claim_payment (
  id uuid primary key,
  practice_id uuid not null,
  remittance_id uuid not null,
  ordinal integer not null,
  patient_control_number text not null,
  payer_claim_number text,
  status_code text not null,
  charge_cents bigint not null,
  paid_cents bigint not null,
  patient_responsibility_cents bigint not null,
  contractual_cents bigint not null default 0,
  denied_cents bigint not null default 0,
  patient_name text,
  member_id text,
  service_date date,
  adjustments jsonb not null,
  remarks jsonb not null,
  state text not null check (state in ('posted', 'unmatched', 'information', 'held')),
  park_reason text,
  claim_id uuid,
  patient_id uuid,
  payer_id uuid,
  matched_by text,
  entry_id uuid,
  reverses_id uuid,
  posted_at timestamptz,
  unique (practice_id, id),
  unique (practice_id, remittance_id, patient_control_number, payer_claim_number, status_code, ordinal),
  foreign key (practice_id, remittance_id) references remittance (practice_id, id),
  foreign key (practice_id, entry_id) references journal_entry (practice_id, id),
  -- A reversal may stand before its original in a file.
  foreign key (practice_id, reverses_id) references claim_payment (practice_id, id) deferrable initially deferred,
  -- A claim that was denied whole moves no money and has no entry.
  check (state = 'posted' or entry_id is null),
  check ((state = 'unmatched') = (park_reason is not null))
);
create unique index claim_payment_reversed_once on claim_payment (practice_id, reverses_id)
  where reverses_id is not null;
create index claim_payment_by_remittance on claim_payment (practice_id, remittance_id, ordinal);
create index claim_payment_by_claim on claim_payment (practice_id, claim_id) where claim_id is not null;
create index claim_payment_unmatched on claim_payment (practice_id, id) where state = 'unmatched';
create index claim_payment_by_number on claim_payment (practice_id, patient_control_number);
select platform.protect('claim_payment');

create table service_payment (
  practice_id uuid not null,
  claim_payment_id uuid not null,
  ordinal integer not null,
  line_control_number text,
  charge_line_id uuid,
  code text not null,
  modifiers jsonb not null,
  submitted_code text,
  submitted_modifiers jsonb not null,
  units numeric not null,
  charge_cents bigint not null,
  paid_cents bigint not null,
  allowed_cents bigint,
  service_date date,
  adjustments jsonb not null,
  remarks jsonb not null,
  primary key (practice_id, claim_payment_id, ordinal),
  foreign key (practice_id, claim_payment_id) references claim_payment (practice_id, id)
);
select platform.protect('service_payment');

-- A payment that lost our claim number is found by the line control number that it returned.
create index claim_line_by_control_number on claim_line (practice_id, line_control_number);
