create table receipt (
  id uuid primary key,
  practice_id uuid not null,
  number text not null,
  patient_id uuid not null,
  guarantor_id uuid not null,
  tender text not null check (tender in ('cash', 'check', 'card')),
  purpose text not null check (purpose in ('copay', 'balance', 'deposit')),
  amount_cents bigint not null check (amount_cents > 0),
  appointment_id uuid,
  reference text,
  received_at timestamptz not null,
  received_on date not null,
  received_by text not null,
  state text not null check (state in ('posted', 'voided')),
  void_note text,
  unique (practice_id, id),
  unique (practice_id, number)
);
create index receipt_by_patient on receipt (practice_id, patient_id, received_at desc);
create index receipt_by_date on receipt (practice_id, received_at desc, id);
create index receipt_by_appointment on receipt (practice_id, appointment_id) where appointment_id is not null;
select platform.protect('receipt');

-- A card payment on the processor's own page. What it says by signed message is the only truth about money.
create table card_checkout (
  id uuid primary key,
  practice_id uuid not null,
  patient_id uuid not null,
  appointment_id uuid,
  purpose text not null check (purpose in ('copay', 'balance', 'deposit')),
  amount_cents bigint not null check (amount_cents > 0),
  state text not null check (state in ('open', 'paid', 'expired')),
  processor_session text,
  processor_payment text,
  redirect_url text,
  receipt_id uuid,
  opened_at timestamptz not null,
  opened_by text not null,
  unique (practice_id, id),
  foreign key (practice_id, receipt_id) references receipt (practice_id, id),
  check ((state = 'paid') = (receipt_id is not null))
);
select platform.protect('card_checkout');

create table card_event (
  practice_id uuid not null,
  event_id text not null,
  type text not null,
  subject_id uuid not null,
  amount_cents bigint not null,
  received_at timestamptz not null,
  primary key (practice_id, event_id)
);
select platform.protect('card_event');

-- A refund: asked for by one person, decided by another.
create table refund (
  id uuid primary key,
  practice_id uuid not null,
  receipt_id uuid not null,
  patient_id uuid not null,
  amount_cents bigint not null check (amount_cents > 0),
  tender text not null check (tender in ('cash', 'check', 'card')),
  note text not null,
  state text not null check (state in ('requested', 'approved', 'declined', 'paid', 'failed')),
  processor_refund text,
  requested_by text not null,
  requested_by_id text not null,
  requested_at timestamptz not null,
  decided_by text,
  decided_by_id text check (decided_by_id <> requested_by_id),
  decided_at timestamptz,
  version integer not null default 1,
  unique (practice_id, id),
  foreign key (practice_id, receipt_id) references receipt (practice_id, id)
);
create index refund_by_state on refund (practice_id, state, requested_at);
create index refund_by_receipt on refund (practice_id, receipt_id);
select platform.protect('refund');
