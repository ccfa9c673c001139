create table practice (
  practice_id uuid primary key,
  name text not null,
  zone text not null,
  billing_npi text not null check (billing_npi ~ '^\d{10}$'),
  tax_id text not null,
  taxonomy_code text not null,
  address jsonb not null,
  phone text not null,
  trading_partner jsonb not null,
  policies jsonb not null
);
select platform.protect('practice');

create table location (
  id uuid not null,
  practice_id uuid not null,
  name text not null,
  address jsonb not null,
  phone text not null,
  zone text not null,
  place_of_service text not null check (place_of_service ~ '^\d{2}$'),
  active boolean not null,
  primary key (practice_id, id)
);
select platform.protect('location');

create table provider (
  id uuid not null,
  practice_id uuid not null,
  first_name text not null,
  last_name text not null,
  credential text not null,
  npi text not null check (npi ~ '^\d{10}$'),
  taxonomy_code text not null,
  specialty text not null,
  active boolean not null,
  primary key (practice_id, id),
  unique (practice_id, npi)
);
select platform.protect('provider');

create table room (
  id uuid not null,
  practice_id uuid not null,
  location_id uuid not null,
  name text not null,
  kind text not null check (kind in ('exam', 'procedure')),
  active boolean not null,
  primary key (practice_id, id),
  foreign key (practice_id, location_id) references location (practice_id, id)
);
select platform.protect('room');

create table equipment (
  id uuid not null,
  practice_id uuid not null,
  location_id uuid not null,
  name text not null,
  active boolean not null,
  primary key (practice_id, id),
  foreign key (practice_id, location_id) references location (practice_id, id)
);
select platform.protect('equipment');

create table payer (
  id uuid not null,
  practice_id uuid not null,
  name text not null,
  kind text not null check (kind in ('commercial', 'medicare', 'medicaid')),
  edi_id text not null,
  filing_indicator text not null,
  address jsonb not null,
  active boolean not null,
  -- frequencies, deadlines with their sources, crossover, secondary handling
  profile jsonb not null,
  primary key (practice_id, id),
  unique (practice_id, edi_id)
);
select platform.protect('payer');

create table plan (
  id uuid not null,
  practice_id uuid not null,
  payer_id uuid not null,
  name text not null,
  product text not null,
  visit_copay_cents bigint check (visit_copay_cents >= 0),
  active boolean not null,
  primary key (practice_id, id),
  foreign key (practice_id, payer_id) references payer (practice_id, id)
);
select platform.protect('plan');

create table fee_schedule (
  id uuid not null,
  practice_id uuid not null,
  name text not null,
  kind text not null check (kind in ('charge', 'contract')),
  payer_id uuid,
  plan_id uuid,
  location_id uuid,
  effective_from date not null,
  -- last day, inclusive
  effective_to date,
  method jsonb not null,
  source text not null,
  primary key (practice_id, id),
  foreign key (practice_id, payer_id) references payer (practice_id, id),
  foreign key (practice_id, plan_id) references plan (practice_id, id),
  foreign key (practice_id, location_id) references location (practice_id, id),
  check (effective_to is null or effective_to >= effective_from)
);
select platform.protect('fee_schedule');

create table fee_item (
  practice_id uuid not null,
  fee_schedule_id uuid not null,
  code text not null,
  -- in capitals, joined by a comma, in the schedule's order
  modifiers text not null,
  label text not null,
  amount_cents bigint not null check (amount_cents >= 0),
  primary key (practice_id, fee_schedule_id, code, modifiers),
  foreign key (practice_id, fee_schedule_id) references fee_schedule (practice_id, id)
);
select platform.protect('fee_item');
