-- The embedded bus: one log in commit order. Appending takes a lock, so a reader that has seen
-- sequence n has seen all before it.
create table event (
  sequence bigint generated always as identity primary key,
  id uuid not null unique,
  source text not null,
  type text not null,
  key text not null,
  practice_id uuid not null,
  request_id text not null,
  occurred_at timestamptz not null,
  payload jsonb not null
);
create index event_type_sequence on event (type, sequence);
grant select, insert on event to svc_bus;

create table consumer_offset (
  consumer text primary key,
  sequence bigint not null
);
grant select, insert, update on consumer_offset to svc_bus;

-- The clock of a simulated system; no row means the system's clock.
create table controlled_clock (
  singleton boolean primary key default true check (singleton),
  now timestamptz not null
);
grant select, insert, update, delete on controlled_clock to svc_bus;
