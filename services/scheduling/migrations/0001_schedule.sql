-- What can be booked, and when providers work. Wall-clock times are stored as such; instants are derived.
create table location (
  practice_id uuid not null,
  id uuid not null,
  name text not null,
  zone text not null,
  primary key (practice_id, id)
);
select platform.protect('location');

create table resource (
  practice_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('provider', 'room', 'equipment')),
  name text not null,
  location_id uuid,
  pools jsonb not null default '[]',
  capacity integer not null default 1 check (capacity >= 1),
  turnover_minutes integer not null default 0 check (turnover_minutes >= 0),
  active boolean not null default true,
  primary key (practice_id, id),
  foreign key (practice_id, location_id) references location (practice_id, id),
  check ((kind = 'provider') = (location_id is null))
);
select platform.protect('resource');

create table travel (
  practice_id uuid not null,
  from_location_id uuid not null,
  to_location_id uuid not null,
  minutes integer not null check (minutes >= 0),
  primary key (practice_id, from_location_id, to_location_id),
  foreign key (practice_id, from_location_id) references location (practice_id, id),
  foreign key (practice_id, to_location_id) references location (practice_id, id)
);
select platform.protect('travel');

create table appointment_type (
  practice_id uuid not null,
  id uuid not null,
  name text not null,
  duration_minutes integer not null check (duration_minutes > 0),
  provider_durations jsonb not null default '[]',
  buffer_before_minutes integer not null default 0,
  buffer_after_minutes integer not null default 0,
  room_pool text,
  equipment_pools jsonb not null default '[]',
  modality text not null,
  preparation jsonb not null default '[]',
  color text not null,
  active boolean not null default true,
  version integer not null default 1,
  primary key (practice_id, id)
);
select platform.protect('appointment_type');

-- A version of a working week; it holds until the next one begins.
create table availability_template (
  id uuid primary key,
  practice_id uuid not null,
  provider_id uuid not null,
  effective_from date not null,
  rules jsonb not null,
  unique (practice_id, provider_id, effective_from),
  foreign key (practice_id, provider_id) references resource (practice_id, id)
);
select platform.protect('availability_template');

create table availability_override (
  id uuid primary key,
  practice_id uuid not null,
  provider_id uuid not null,
  date date not null,
  windows jsonb not null,
  reason text not null,
  unique (practice_id, provider_id, date),
  foreign key (practice_id, provider_id) references resource (practice_id, id)
);
select platform.protect('availability_override');

create table time_off (
  id uuid primary key,
  practice_id uuid not null,
  resource_id uuid not null,
  start_at timestamptz not null,
  end_at timestamptz not null check (end_at > start_at),
  reason text not null,
  foreign key (practice_id, resource_id) references resource (practice_id, id)
);
create index time_off_by_end on time_off (practice_id, end_at);
select platform.protect('time_off');

create table closure (
  id uuid primary key,
  practice_id uuid not null,
  location_id uuid,
  date date not null,
  start_time text,
  end_time text,
  reason text not null,
  foreign key (practice_id, location_id) references location (practice_id, id)
);
create index closure_by_date on closure (practice_id, date);
select platform.protect('closure');

-- Names for the calendar, copied from the patients service and refreshed by its events.
create table patient_copy (
  practice_id uuid not null,
  patient_id uuid not null,
  surviving_id uuid not null,
  name text not null,
  mrn text not null,
  born date not null,
  restricted boolean not null,
  primary key (practice_id, patient_id)
);
create index patient_copy_by_survivor on patient_copy (practice_id, surviving_id);
select platform.protect('patient_copy');
