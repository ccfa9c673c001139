-- Who did what to whose data. Rows are added and never touched again.
create table event (
  id uuid primary key,
  practice_id uuid not null,
  occurred_at timestamptz not null,
  request_id text not null,
  service text not null,
  operation text not null,
  action text not null,
  kind text not null,
  outcome text not null,
  error_code text,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  session_id uuid,
  purpose text not null,
  patient_id uuid,
  entity_type text,
  entity_id text,
  source_address text,
  detail jsonb not null
);
create index event_time on event (practice_id, occurred_at, id);
create index event_patient on event (practice_id, patient_id, occurred_at) where patient_id is not null;
create index event_actor on event (practice_id, actor_id, occurred_at);
select platform.protect('event');

-- Events that no seal covers yet. An event gets in with its own insert and leaves with its seal, so a seal
-- takes what is committed, whatever order transactions began in.
create table unsealed (
  arrival bigint generated always as identity primary key,
  event_id uuid not null unique
);

-- The sealed order, without gaps. `leaf` is the hash of position and event.
create table sealed_event (
  position bigint primary key check (position > 0),
  event_id uuid not null unique references event (id),
  leaf text not null
);

-- One signed head per batch: root of its Merkle tree, chained to the head before.
create table seal (
  number bigint primary key check (number > 0),
  first_position bigint not null,
  last_position bigint not null check (last_position >= first_position),
  root text not null,
  previous_head text not null,
  sealed_at timestamptz not null,
  head text not null unique,
  key_id text not null,
  signature text not null
);

create table signing_key (
  id text primary key,
  public_key text not null,
  encrypted_private_key text not null,
  created_at timestamptz not null
);

create table verification (
  checked_at timestamptz primary key,
  result jsonb not null
);

create function queue_for_seal() returns trigger language plpgsql as $$
begin
  insert into unsealed (event_id) values (new.id);
  return null;
end $$;
create trigger queue_for_seal after insert on event for each row execute function queue_for_seal();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger event_stays before update or delete on event for each row execute function refuse_change();
create trigger event_all_stay before truncate on event for each statement execute function refuse_change();
create trigger sealed_stays before update or delete on sealed_event for each row execute function refuse_change();
create trigger sealed_all_stay before truncate on sealed_event for each statement execute function refuse_change();
create trigger seal_stays before update or delete on seal for each row execute function refuse_change();
create trigger seal_all_stay before truncate on seal for each statement execute function refuse_change();

-- The searching side reads its practice's events. The storing side adds events and seals, and changes nothing.
revoke insert, update, delete on event, sealed_event, seal, unsealed, signing_key, verification from {{service}};
revoke select on unsealed, signing_key from {{service}};
grant select, insert on event, sealed_event, seal, signing_key, verification to {{relay}};
grant select, insert, delete on unsealed to {{relay}};
grant usage on all sequences in schema {{schema}} to {{relay}};
create policy store on event for insert to {{relay}} with check (true);
create policy seal on event for select to {{relay}} using (true);
