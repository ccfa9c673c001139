-- What every service has besides its own tables.
create table outbox (
  sequence bigint generated always as identity primary key,
  id uuid not null,
  practice_id uuid not null,
  type text not null,
  key text not null,
  request_id text not null,
  occurred_at timestamptz not null,
  payload jsonb not null
);
select platform.protect('outbox');
create policy relay on outbox for all to {{relay}} using (true);
grant select, delete on outbox to {{relay}};

create table inbox (
  consumer text not null,
  event_id uuid not null,
  practice_id uuid not null,
  handled_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
select platform.protect('inbox');

create table dead_letter (
  id uuid primary key,
  consumer text not null,
  event_id uuid not null,
  practice_id uuid not null,
  event jsonb not null,
  attempts integer not null,
  error_code text not null,
  failed_at timestamptz not null default now(),
  replayed_at timestamptz,
  unique (consumer, event_id)
);
select platform.protect('dead_letter');

-- A key's first answer, kept 30 days (ASSURANCE.md G25).
create table idempotency_key (
  practice_id uuid not null,
  principal_id text not null,
  operation text not null,
  key text not null,
  input_hash text not null,
  status text not null,
  response text,
  created_at timestamptz not null default now(),
  primary key (practice_id, principal_id, operation, key)
);
select platform.protect('idempotency_key');

-- Audit events on their way to the audit service: of writes within their transaction, of reads and denials by group commit.
create table audit_spool (
  sequence bigint generated always as identity primary key,
  practice_id uuid not null,
  event jsonb not null
);
select platform.protect('audit_spool');
create policy relay on audit_spool for all to {{relay}} using (true) with check (true);
grant select, insert, delete on audit_spool to {{relay}};
grant usage on all sequences in schema {{schema}} to {{relay}};

revoke update, delete on outbox, audit_spool from {{service}};

-- Which practices have data here: workers go through them one by one.
create table known_practice (
  practice_id uuid primary key
);
grant select, insert on known_practice to {{service}};
revoke update, delete on known_practice from {{service}};

create function wake_relay() returns trigger language plpgsql as $$
begin
  perform pg_notify('relay', '');
  return null;
end $$;
create trigger outbox_wakes_relay after insert on outbox for each statement execute function wake_relay();
create trigger audit_wakes_relay after insert on audit_spool for each statement execute function wake_relay();
