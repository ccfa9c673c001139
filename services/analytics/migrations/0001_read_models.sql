-- Read models: what events have told, shaped for questions. All of it can be rebuilt by replaying the events.

create table visit (
  practice_id uuid not null,
  appointment_id uuid not null,
  patient_id uuid not null,
  provider_id uuid not null,
  location_id uuid not null,
  -- local date at the location
  date date not null,
  start_at timestamptz not null,
  status text not null,
  primary key (practice_id, appointment_id)
);
create index visit_by_day on visit (practice_id, date, start_at);
select platform.protect('visit');

-- Lines of the journal that touch cash, as the ledger numbered them: debits positive.
create table cash_posting (
  practice_id uuid not null,
  entry_id uuid not null,
  ordinal integer not null,
  kind text not null,
  account text not null,
  amount_cents bigint not null,
  patient_id uuid,
  posting_date date not null,
  posted_at timestamptz not null,
  primary key (practice_id, entry_id, ordinal)
);
create index cash_posting_by_day on cash_posting (practice_id, posting_date, posted_at);
select platform.protect('cash_posting');

-- A charge that was posted, or voided with the opposite amount.
create table charge_posting (
  practice_id uuid not null,
  event_id uuid not null,
  charge_id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in ('posted', 'voided')),
  amount_cents bigint not null,
  posted_at timestamptz not null,
  primary key (practice_id, event_id)
);
create index charge_posting_by_time on charge_posting (practice_id, posted_at);
select platform.protect('charge_posting');

create table claim (
  practice_id uuid not null,
  claim_id uuid not null,
  patient_id uuid not null,
  payer_id uuid not null,
  clean boolean not null,
  total_cents bigint not null,
  created_at timestamptz not null,
  -- the first time that it went out
  submitted_at timestamptz,
  primary key (practice_id, claim_id)
);
create index claim_by_submission on claim (practice_id, submitted_at);
select platform.protect('claim');

create table activity (
  practice_id uuid not null,
  id uuid not null,
  kind text not null,
  -- what a viewer must hold to be told
  permission text not null,
  at timestamptz not null,
  patient_id uuid,
  entity_type text not null,
  entity_id uuid not null,
  detail text,
  primary key (practice_id, id)
);
create index activity_by_time on activity (practice_id, at desc, id desc);
select platform.protect('activity');
