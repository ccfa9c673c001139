create table patient (
  id uuid primary key,
  practice_id uuid not null,
  mrn text not null,
  version integer not null default 1,
  status text not null default 'active' check (status in ('active', 'inactive', 'deceased')),
  deceased_on date,
  restricted boolean not null default false,
  family text not null,
  given text not null,
  middle text,
  suffix text,
  former_family_names jsonb not null default '[]',
  birth_date date not null,
  sex text not null check (sex in ('female', 'male', 'unknown')),
  phones jsonb not null default '[]',
  email text,
  address jsonb,
  self_description jsonb not null,
  contacts jsonb not null default '[]',
  preferences jsonb not null,
  -- encrypted; the hash finds an equal number, the last four are shown
  ssn_cipher text,
  ssn_hash text,
  ssn_last4 text,
  identity_verified jsonb,
  -- folded for lists and for how common a name is; collation C so that ranges follow the index
  family_key text collate "C" not null,
  given_key text collate "C" not null,
  registered_at timestamptz not null,
  registered_by text not null,
  unique (practice_id, mrn),
  unique (practice_id, id)
);
create index patient_by_name on patient (practice_id, family_key, given_key, id);
create index patient_by_given on patient (practice_id, given_key);
create index patient_by_ssn on patient (practice_id, ssn_hash) where ssn_hash is not null;
create index patient_by_birth_date on patient (practice_id, birth_date);
select platform.protect('patient');
revoke delete on patient from {{service}};

-- Everything that a patient is found by, one row each. Row-level security lets an index decide only by leakproof
-- comparisons: equality and ranges of text are, trigrams and LIKE are not; so words are rows here, not an array.
create table patient_key (
  practice_id uuid not null,
  kind text collate "C" not null,
  value text collate "C" not null,
  patient_id uuid not null,
  primary key (practice_id, kind, value, patient_id),
  foreign key (practice_id, patient_id) references patient (practice_id, id)
);
create index patient_key_of_patient on patient_key (practice_id, patient_id);
select platform.protect('patient_key');

-- Numbers of this practice's records; its row is also how many patients there are.
create table mrn_counter (
  practice_id uuid primary key,
  last_number bigint not null
);
select platform.protect('mrn_counter');
revoke delete on mrn_counter from {{service}};

create table patient_change (
  id uuid primary key,
  -- order in which rows came: a clock may show the same instant twice
  sequence bigint generated always as identity,
  practice_id uuid not null,
  patient_id uuid not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  changed_by_id text not null,
  reason text not null,
  fields jsonb not null,
  unique (practice_id, patient_id, version),
  foreign key (practice_id, patient_id) references patient (practice_id, id)
);
select platform.protect('patient_change');
revoke update, delete on patient_change from {{service}};

create table consent (
  id uuid primary key,
  sequence bigint generated always as identity,
  practice_id uuid not null,
  patient_id uuid not null,
  kind text not null,
  status text not null check (status in ('given', 'declined', 'revoked')),
  signed_on date not null,
  signed_by text not null,
  source text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  foreign key (practice_id, patient_id) references patient (practice_id, id)
);
create index consent_of_patient on consent (practice_id, patient_id, sequence);
select platform.protect('consent');
revoke update, delete on consent from {{service}};

-- A half-filled form holds what a record holds, so it is encrypted whole.
create table registration_draft (
  id uuid primary key,
  practice_id uuid not null,
  version integer not null,
  step text not null,
  data_cipher text not null,
  created_by text not null,
  created_by_id text not null,
  updated_at timestamptz not null
);
create index registration_draft_by_age on registration_draft (practice_id, updated_at desc, id);
select platform.protect('registration_draft');

-- One record is an alias of another while `unmerged_at` is null. No other row knows of it, so undoing it is exact.
create table patient_merge (
  id uuid primary key,
  practice_id uuid not null,
  surviving_id uuid not null,
  merged_id uuid not null,
  take jsonb not null default '[]',
  reason text not null,
  merged_at timestamptz not null,
  merged_by text not null,
  unmerged_at timestamptz,
  unmerged_by text,
  unmerge_reason text,
  check (surviving_id <> merged_id),
  foreign key (practice_id, surviving_id) references patient (practice_id, id),
  foreign key (practice_id, merged_id) references patient (practice_id, id)
);
create unique index patient_is_merged_once on patient_merge (practice_id, merged_id) where unmerged_at is null;
create index patient_merge_of_survivor on patient_merge (practice_id, surviving_id) where unmerged_at is null;
select platform.protect('patient_merge');
revoke delete on patient_merge from {{service}};

-- Pairs to review, both directions in one row; found anew at every registration and change of demographics.
create table duplicate_pair (
  practice_id uuid not null,
  low_id uuid not null,
  high_id uuid not null,
  posterior double precision not null,
  score double precision not null,
  outcome text not null check (outcome in ('link', 'review')),
  reasons jsonb not null,
  guards jsonb not null,
  found_at timestamptz not null,
  dismissed_at timestamptz,
  dismissed_by text,
  dismiss_reason text,
  primary key (practice_id, low_id, high_id),
  check (low_id < high_id),
  foreign key (practice_id, low_id) references patient (practice_id, id),
  foreign key (practice_id, high_id) references patient (practice_id, id)
);
create index duplicate_pair_by_score on duplicate_pair (practice_id, score desc) where dismissed_at is null;
create index duplicate_pair_of_high on duplicate_pair (practice_id, high_id);
select platform.protect('duplicate_pair');
