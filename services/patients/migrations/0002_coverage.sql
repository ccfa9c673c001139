create table coverage (
  id uuid primary key,
  practice_id uuid not null,
  patient_id uuid not null,
  version integer not null default 1,
  payer_id uuid not null,
  -- of the payer's profile when the coverage was written
  payer_name text not null,
  payer_kind text not null,
  pays_last boolean not null,
  plan_id uuid,
  plan_name text,
  member_id text not null,
  group_number text,
  relationship text not null check (relationship in ('self', 'spouse', 'child', 'other')),
  subscriber jsonb,
  rank integer not null check (rank between 1 and 9),
  order_basis text not null,
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from),
  check (relationship = 'self' or subscriber is not null),
  unique (practice_id, id),
  foreign key (practice_id, patient_id) references patient (practice_id, id),
  -- on any day at most one coverage has each place in the order
  constraint coverage_one_per_rank exclude using gist (
    practice_id with =, patient_id with =, rank with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index coverage_of_patient on coverage (practice_id, patient_id, valid_from);
select platform.protect('coverage');
revoke delete on coverage from {{service}};

create table coverage_change (
  id uuid primary key,
  practice_id uuid not null,
  coverage_id uuid not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  changed_by_id text not null,
  reason text not null,
  fields jsonb not null,
  unique (practice_id, coverage_id, version),
  foreign key (practice_id, coverage_id) references coverage (practice_id, id)
);
select platform.protect('coverage_change');
revoke update, delete on coverage_change from {{service}};

create table eligibility_check (
  id uuid primary key,
  sequence bigint generated always as identity,
  practice_id uuid not null,
  patient_id uuid not null,
  coverage_id uuid not null,
  payer_id uuid not null,
  service_date date not null,
  service_type_code text not null,
  appointment_id uuid,
  checked_at timestamptz not null,
  checked_by text not null,
  status text not null check (status in ('active', 'inactive', 'unknown')),
  plan_name text,
  plan_from date,
  plan_to date,
  benefits jsonb not null,
  conflicts jsonb not null,
  rejections jsonb not null,
  notices jsonb not null,
  request_file_id uuid,
  response_file_id uuid,
  foreign key (practice_id, patient_id) references patient (practice_id, id),
  foreign key (practice_id, coverage_id) references coverage (practice_id, id)
);
create index eligibility_check_of_coverage on eligibility_check (practice_id, coverage_id, sequence desc);
create index eligibility_check_of_patient on eligibility_check (practice_id, patient_id, sequence desc);
select platform.protect('eligibility_check');
revoke update, delete on eligibility_check from {{service}};
