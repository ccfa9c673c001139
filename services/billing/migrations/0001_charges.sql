-- A charge is what was done on one visit; it is a draft until a person posts it to the ledger.
create table charge (
  id uuid primary key,
  practice_id uuid not null,
  patient_id uuid not null,
  encounter_id uuid,
  encounter_version integer,
  appointment_id uuid,
  provider_id uuid not null,
  location_id uuid not null,
  place_of_service text not null,
  date_of_service date not null,
  source text not null check (source in ('encounter', 'hand')),
  status text not null check (status in ('draft', 'posted', 'voided')),
  diagnoses jsonb not null,
  findings jsonb not null default '[]',
  total_cents bigint not null check (total_cents >= 0),
  coverage_id uuid,
  payer_id uuid,
  claim_id uuid,
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  posted_at timestamptz,
  unique (practice_id, id),
  check ((status = 'posted') = (posted_at is not null) or status = 'voided'),
  check ((encounter_id is null) = (encounter_version is null))
);
-- One live charge for an encounter: a second one is refused by the database, whoever sends it.
create unique index charge_one_per_encounter on charge (practice_id, encounter_id)
  where status <> 'voided' and encounter_id is not null;
create index charge_by_date on charge (practice_id, date_of_service desc, id);
create index charge_by_patient on charge (practice_id, patient_id, date_of_service);
create index charge_by_appointment on charge (practice_id, appointment_id) where appointment_id is not null;
select platform.protect('charge');

create table charge_line (
  id uuid primary key,
  practice_id uuid not null,
  charge_id uuid not null,
  line_number integer not null check (line_number between 1 and 50),
  code text not null,
  label text,
  modifiers jsonb not null,
  units integer not null check (units > 0),
  diagnosis_pointers jsonb not null,
  unit_charge_cents bigint,
  charge_cents bigint,
  expected_allowed_cents bigint,
  fee_schedule_id uuid,
  price_rule text,
  fee_schedule_name text,
  unique (practice_id, id),
  unique (practice_id, charge_id, line_number),
  foreign key (practice_id, charge_id) references charge (practice_id, id)
);
select platform.protect('charge_line');

-- Kept visits as scheduling tells of them, and closed encounters as the clinical side does:
-- with charges, the three sides of the reconciliation.
create table visit (
  appointment_id uuid not null,
  practice_id uuid not null,
  patient_id uuid not null,
  provider_id uuid not null,
  location_id uuid not null,
  date_of_service date not null,
  kept_at timestamptz,
  no_charge_reason text,
  no_charge_note text,
  no_charge_by text,
  primary key (practice_id, appointment_id)
);
create index visit_by_date on visit (practice_id, date_of_service);
select platform.protect('visit');

create table closed_encounter (
  encounter_id uuid not null,
  practice_id uuid not null,
  appointment_id uuid,
  patient_id uuid not null,
  date_of_service date not null,
  newest_version integer not null,
  closed_at timestamptz not null,
  primary key (practice_id, encounter_id)
);
create index closed_encounter_by_appointment on closed_encounter (practice_id, appointment_id);
select platform.protect('closed_encounter');

-- An amended encounter and the decision on its charge.
create table charge_review (
  id uuid primary key,
  practice_id uuid not null,
  charge_id uuid not null,
  patient_id uuid not null,
  encounter_id uuid not null,
  encounter_version integer not null,
  amended jsonb not null,
  status text not null check (status in ('open', 'applied', 'dismissed')),
  reason text,
  opened_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  unique (practice_id, encounter_id, encounter_version),
  foreign key (practice_id, charge_id) references charge (practice_id, id)
);
create index charge_review_open on charge_review (practice_id, opened_at) where status = 'open';
select platform.protect('charge_review');
