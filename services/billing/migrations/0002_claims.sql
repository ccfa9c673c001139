-- Numbers that must never repeat: claims, batches, interchanges, groups, transaction sets.
create table control_number (
  practice_id uuid not null,
  name text not null,
  value bigint not null,
  primary key (practice_id, name)
);
select platform.protect('control_number');

-- One claim to one payer. What was sent stands in claim_version and does not change.
create table claim (
  id uuid primary key,
  practice_id uuid not null,
  claim_number text not null,
  patient_id uuid not null,
  patient_name text not null,
  coverage_id uuid not null,
  payer_id uuid not null,
  payer_name text not null,
  payer_order text not null check (payer_order in ('primary', 'secondary', 'tertiary')),
  provider_id uuid not null,
  location_id uuid not null,
  date_of_service date not null,
  status text not null check (status in (
    'draft', 'held', 'ready', 'batched', 'sent', 'rejected', 'accepted', 'pended', 'paid', 'partially-paid',
    'denied', 'forwarded', 'reversed', 'voided', 'closed')),
  reason text,
  owner_id uuid,
  next_action_on date,
  file_by_date date,
  total_cents bigint not null check (total_cents >= 0),
  findings jsonb not null default '[]',
  error_count integer not null default 0,
  warning_count integer not null default 0,
  payer_claim_number text,
  -- Sent on by the payer before it: we never bill it, we wait for its remittance.
  crossed_over boolean not null default false,
  previous_claim_id uuid,
  current_version integer not null default 1,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (practice_id, id),
  unique (practice_id, claim_number),
  foreign key (practice_id, previous_claim_id) references claim (practice_id, id)
);
create unique index claim_one_successor on claim (practice_id, previous_claim_id)
  where previous_claim_id is not null and status <> 'voided';
create index claim_worklist on claim (practice_id, status, next_action_on, id);
create index claim_by_patient on claim (practice_id, patient_id, date_of_service);
select platform.protect('claim');

create table claim_version (
  id uuid primary key,
  practice_id uuid not null,
  claim_id uuid not null,
  version_number integer not null,
  -- CLM01. A claim that crossed over keeps the number of the claim before it, under the next payer.
  patient_control_number text not null check (length(patient_control_number) between 1 and 20),
  payer_id uuid not null,
  frequency text not null check (frequency in ('1', '7', '8')),
  content jsonb not null,
  batch_id uuid,
  frozen_at timestamptz,
  unique (practice_id, id),
  unique (practice_id, claim_id, version_number),
  unique (practice_id, patient_control_number, payer_id),
  foreign key (practice_id, claim_id) references claim (practice_id, id)
);
create index claim_version_by_batch on claim_version (practice_id, batch_id) where batch_id is not null;
select platform.protect('claim_version');

create table claim_line (
  id uuid primary key,
  practice_id uuid not null,
  claim_id uuid not null,
  claim_version_id uuid not null,
  line_number integer not null,
  -- REF*6R, returned in the 835
  line_control_number text not null check (length(line_control_number) <= 30),
  charge_line_id uuid not null,
  code text not null,
  modifiers jsonb not null,
  units integer not null,
  charge_cents bigint not null,
  date_of_service date not null,
  foreign key (practice_id, claim_version_id) references claim_version (practice_id, id)
);
create index claim_line_by_version on claim_line (practice_id, claim_version_id);
create index claim_line_by_claim on claim_line (practice_id, claim_id);
create index claim_line_by_charge_line on claim_line (practice_id, charge_line_id);
select platform.protect('claim_line');

create table claim_event (
  id uuid primary key,
  practice_id uuid not null,
  claim_id uuid not null,
  ordinal bigint generated always as identity,
  at timestamptz not null,
  kind text not null,
  from_status text,
  to_status text not null,
  actor text not null,
  codes jsonb not null default '[]',
  note text,
  file_id uuid,
  version_number integer not null,
  foreign key (practice_id, claim_id) references claim (practice_id, id)
);
create index claim_event_by_claim on claim_event (practice_id, claim_id, ordinal);
select platform.protect('claim_event');
revoke update, delete on claim_event from svc_billing;

create table claim_batch (
  id uuid primary key,
  practice_id uuid not null,
  batch_number bigint not null,
  status text not null check (status in ('created', 'sent', 'accepted', 'partly-accepted', 'rejected')),
  interchange_control_number bigint not null,
  -- control numbers, addresses and time as reserved: the same batch always gives the same file
  envelope jsonb not null,
  claim_count integer not null,
  total_cents bigint not null,
  file_id uuid,
  created_at timestamptz not null,
  created_by text not null,
  sent_at timestamptz,
  unique (practice_id, id),
  unique (practice_id, batch_number),
  unique (practice_id, interchange_control_number)
);
select platform.protect('claim_batch');

-- What each payer decided on a claim, as posted: the source of COB on the next payer's claim.
create table claim_adjudication (
  id uuid primary key,
  practice_id uuid not null,
  claim_id uuid not null,
  claim_payment_id uuid not null,
  remittance_id uuid not null,
  status_code text not null,
  payer_claim_number text,
  decided_on date not null,
  paid_cents bigint not null,
  patient_responsibility_cents bigint not null,
  adjustments jsonb not null,
  lines jsonb not null,
  reversed boolean not null default false,
  recorded_at timestamptz not null,
  unique (practice_id, claim_payment_id),
  foreign key (practice_id, claim_id) references claim (practice_id, id)
);
create index claim_adjudication_by_claim on claim_adjudication (practice_id, claim_id);
select platform.protect('claim_adjudication');
