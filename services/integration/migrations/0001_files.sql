-- ISA13 and GS06: never given twice while the database lives, whoever asks and however often; gaps are harmless.
-- It wraps at 999 999 999, as the standard has it.
create sequence interchange_control minvalue 1 maxvalue 999999999 cycle;
grant usage on sequence interchange_control to {{service}};

-- A raw file as it went over the wire. Its bytes lie encrypted in the blob store and never change; the row says what
-- became of it.
create table interchange_file (
  id uuid primary key,
  practice_id uuid not null,
  direction text not null check (direction in ('outgoing', 'incoming')),
  kind text not null check (kind in ('837P', '270', '271', 'TA1', '999', '277CA', '835', 'mixed', 'unknown')),
  file_name text not null,
  status text not null check (status in ('waiting', 'sent', 'received', 'processed', 'held')),
  reason text,
  control_number text not null,
  group_control text not null,
  batch_reference text not null,
  sender_id text not null,
  receiver_id text not null,
  sha256 text not null,
  blob_key text not null,
  byte_count integer not null,
  transaction_count integer not null,
  batch_id uuid,
  answers_file_id uuid,
  acknowledgement text not null default 'none'
    check (acknowledgement in ('none', 'accepted', 'partly-accepted', 'rejected')),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  created_at timestamptz not null,
  processed_at timestamptz,
  unique (practice_id, id),
  foreign key (practice_id, answers_file_id) references interchange_file (practice_id, id),
  check ((status = 'held') <= (reason is not null)),
  check (direction = 'outgoing' or status <> 'waiting')
);
-- The same bytes taken twice are one file; a batch is one file.
create unique index interchange_file_once on interchange_file (practice_id, direction, sha256);
create unique index interchange_file_batch on interchange_file (practice_id, batch_id)
  where direction = 'outgoing' and batch_id is not null;
create index interchange_file_newest on interchange_file (practice_id, created_at desc, id desc);
create index interchange_file_waiting on interchange_file (practice_id, next_attempt_at) where status = 'waiting';
create index interchange_file_control on interchange_file (practice_id, control_number) where direction = 'outgoing';
create index interchange_file_reference on interchange_file (practice_id, batch_reference) where direction = 'outgoing';
select platform.protect('interchange_file');
revoke delete on interchange_file from {{service}};

-- How far each practice has read its mailbox at the clearinghouse.
create table mailbox (
  practice_id uuid primary key,
  after_sequence integer not null default 0 check (after_sequence >= 0),
  polled_at timestamptz
);
select platform.protect('mailbox');
