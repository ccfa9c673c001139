create table note (
  id uuid primary key,
  practice_id uuid not null,
  patient_id uuid not null,
  body text not null,
  amount_cents bigint not null,
  written_on date not null,
  created_at timestamptz not null,
  version integer not null default 1
);
select platform.protect('note');

create table note_seen (
  note_id uuid primary key,
  practice_id uuid not null,
  times integer not null
);
select platform.protect('note_seen');
