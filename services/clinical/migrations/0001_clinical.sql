-- A visit as scheduling tells of it: the clinical side's own list of who comes when.
create table visit (
  appointment_id uuid not null,
  practice_id uuid not null,
  patient_id uuid not null,
  provider_id uuid not null,
  location_id uuid not null,
  date date not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  status text not null,
  since timestamptz not null,
  primary key (practice_id, appointment_id)
);
create index visit_by_day on visit (practice_id, date, provider_id, start_at);
select platform.protect('visit');

-- What was found and done, as codes. An open encounter is a draft; a signed one changes only by amendment.
create table encounter (
  id uuid primary key,
  practice_id uuid not null,
  appointment_id uuid not null,
  patient_id uuid not null,
  provider_id uuid not null,
  location_id uuid not null,
  date_of_service date not null,
  status text not null check (status in ('open', 'signed')),
  content jsonb not null,
  opened_at timestamptz not null,
  opened_by text not null,
  version integer not null default 1,
  unique (practice_id, id),
  unique (practice_id, appointment_id),
  foreign key (practice_id, appointment_id) references visit (practice_id, appointment_id)
);
create index encounter_by_patient on encounter (practice_id, patient_id, date_of_service desc);
select platform.protect('encounter');

-- Each signature with all that it covered, for ever: 1 is the first, the others are amendments.
create table encounter_revision (
  practice_id uuid not null,
  encounter_id uuid not null,
  revision integer not null check (revision >= 1),
  content jsonb not null,
  reason text not null,
  signed_at timestamptz not null,
  signed_by text not null,
  signed_by_name text not null,
  primary key (practice_id, encounter_id, revision),
  foreign key (practice_id, encounter_id) references encounter (practice_id, id),
  check ((revision = 1) = (reason = ''))
);
select platform.protect('encounter_revision');
revoke update, delete on encounter_revision from svc_clinical;
