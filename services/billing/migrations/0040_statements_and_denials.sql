-- A statement with the data from which it was written; the PDF is with documents, its hash here.
create table statement (
  id uuid primary key,
  practice_id uuid not null,
  number text not null,
  patient_id uuid not null,
  guarantor_id uuid not null,
  issued_on date not null,
  due_on date not null,
  issued_at timestamptz not null,
  issued_by text not null,
  amount_cents bigint not null check (amount_cents > 0),
  credit_cents bigint not null check (credit_cents >= 0),
  document_id uuid not null,
  sha256 text not null,
  lines jsonb not null,
  unique (practice_id, id),
  unique (practice_id, number)
);
create index statement_by_patient on statement (practice_id, patient_id, issued_on desc);
create index statement_by_date on statement (practice_id, issued_at desc, id);
select platform.protect('statement');
revoke update, delete on statement from {{service}};

-- A denied line of a claim.
create table denial (
  id uuid primary key,
  practice_id uuid not null,
  claim_id uuid not null,
  claim_payment_id uuid not null,
  charge_line_id uuid not null,
  patient_id uuid not null,
  patient_control_number text not null,
  payer_id uuid not null,
  payer_name text not null,
  code text not null,
  service_date date,
  adjustment_group text not null,
  reason text not null,
  remarks jsonb not null,
  category text not null,
  category_label text not null,
  root_cause_owner text not null,
  recoverable boolean not null,
  expected_share integer not null check (expected_share between 0 and 100),
  amount_cents bigint not null,
  denied_on date not null,
  deadline date not null,
  owner_id text,
  owner_name text,
  next_action text not null,
  next_action_on date,
  state text not null check (state in ('open', 'in_work', 'appealed', 'overturned', 'upheld', 'closed')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  unique (practice_id, id),
  unique (practice_id, claim_payment_id, charge_line_id, adjustment_group, reason),
  foreign key (practice_id, claim_payment_id) references claim_payment (practice_id, id)
);
create index denial_open on denial (practice_id, deadline) where state in ('open', 'in_work', 'appealed');
create index denial_by_claim on denial (practice_id, claim_id);
select platform.protect('denial');

create table denial_event (
  practice_id uuid not null,
  denial_id uuid not null,
  ordinal bigint generated always as identity,
  at timestamptz not null,
  by_name text not null,
  what text not null,
  note text,
  document_id uuid,
  primary key (practice_id, denial_id, ordinal),
  foreign key (practice_id, denial_id) references denial (practice_id, id)
);
select platform.protect('denial_event');
revoke update, delete on denial_event from {{service}};
