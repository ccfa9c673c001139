create table appointment (
  id uuid primary key,
  practice_id uuid not null,
  version integer not null default 1,
  patient_id uuid not null,
  appointment_type_id uuid not null,
  provider_id uuid not null,
  location_id uuid not null,
  room_id uuid,
  equipment_ids jsonb not null default '[]',
  start_at timestamptz not null,
  end_at timestamptz not null check (end_at > start_at),
  -- What the patient was told; the instants above follow from it.
  zone text not null,
  local_date date not null,
  local_start text not null,
  duration_minutes integer not null,
  status text not null check (status in (
    'booked', 'arrived', 'checked-in', 'in-room', 'with-provider', 'ready-checkout', 'checked-out',
    'cancelled', 'no-show', 'left-without-being-seen', 'entered-in-error')),
  confirmation text not null default 'unconfirmed'
    check (confirmation in ('unconfirmed', 'left-message', 'confirmed', 'declined')),
  confirmation_channel text,
  confirmed_at timestamptz,
  visit_reason text,
  exception_reason text,
  booked_at timestamptz not null,
  booked_by text not null,
  cancelled_at timestamptz,
  cancelled_by text,
  cancel_reason text,
  notice_minutes integer,
  late_cancel boolean,
  arrived_at timestamptz,
  checked_in_at timestamptz,
  roomed_at timestamptz,
  with_provider_at timestamptz,
  ready_checkout_at timestamptz,
  checked_out_at timestamptz,
  unique (practice_id, id),
  foreign key (practice_id, appointment_type_id) references appointment_type (practice_id, id),
  foreign key (practice_id, provider_id) references resource (practice_id, id),
  foreign key (practice_id, room_id) references resource (practice_id, id),
  foreign key (practice_id, location_id) references location (practice_id, id),
  check ((status = 'cancelled') = (cancelled_at is not null))
);
create index appointment_by_date on appointment (practice_id, local_date, start_at, id);
create index appointment_by_patient on appointment (practice_id, patient_id, start_at, id);
create index appointment_by_provider on appointment (practice_id, provider_id, start_at, id);
select platform.protect('appointment');

create table hold (
  id uuid primary key,
  practice_id uuid not null,
  held_by text not null,
  appointment_type_id uuid not null,
  provider_id uuid not null,
  location_id uuid not null,
  room_id uuid,
  equipment_ids jsonb not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  expires_at timestamptz not null,
  unique (practice_id, id),
  foreign key (practice_id, appointment_type_id) references appointment_type (practice_id, id)
);
select platform.protect('hold');

-- Time of a resource that is taken, buffers included. This constraint is why nobody is booked twice.
create table resource_claim (
  id uuid primary key,
  practice_id uuid not null,
  resource_id uuid not null,
  kind text not null,
  location_id uuid not null,
  appointment_id uuid,
  hold_id uuid,
  expires_at timestamptz,
  during tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  -- The part of the visit itself, without buffers.
  start_at timestamptz not null,
  end_at timestamptz not null,
  -- Still taken: neither cancelled, moved away nor released.
  live boolean not null default true,
  -- Alone in its time. False for seats of a resource with capacity above one, and for a booked exception.
  blocks boolean not null,
  check (num_nonnulls(appointment_id, hold_id) = 1),
  check (live or not blocks),
  foreign key (practice_id, resource_id) references resource (practice_id, id),
  -- Deferred: a booking takes its time first, and is written down when it has it.
  foreign key (practice_id, appointment_id) references appointment (practice_id, id) deferrable initially deferred,
  foreign key (practice_id, hold_id) references hold (practice_id, id) on delete cascade
    deferrable initially deferred,
  constraint resource_claim_no_overlap
    exclude using gist (practice_id with =, resource_id with =, during with &&) where (blocks)
);
create index resource_claim_live on resource_claim using gist (practice_id, during) where (live);
create index resource_claim_of_appointment on resource_claim (practice_id, appointment_id);
create index resource_claim_of_hold on resource_claim (practice_id, hold_id) where hold_id is not null;
select platform.protect('resource_claim');

-- Every step of a visit. A step that is undone is marked, never changed or removed.
create table appointment_step (
  id uuid primary key,
  practice_id uuid not null,
  appointment_id uuid not null,
  sequence integer not null,
  action text not null,
  from_status text,
  to_status text not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  source text not null check (source in ('portal', 'api', 'simulator', 'system')),
  reason text,
  voided_at timestamptz,
  voided_by text,
  unique (practice_id, appointment_id, sequence),
  foreign key (practice_id, appointment_id) references appointment (practice_id, id)
);
select platform.protect('appointment_step');
revoke update, delete on appointment_step from svc_scheduling;
grant update (voided_at, voided_by) on appointment_step to svc_scheduling;

create table appointment_move (
  id uuid primary key,
  practice_id uuid not null,
  appointment_id uuid not null,
  from_start timestamptz not null,
  to_start timestamptz not null,
  from_provider_id uuid not null,
  to_provider_id uuid not null,
  from_location_id uuid not null,
  to_location_id uuid not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  reason text,
  foreign key (practice_id, appointment_id) references appointment (practice_id, id)
);
create index appointment_move_of on appointment_move (practice_id, appointment_id, at);
select platform.protect('appointment_move');
revoke update, delete on appointment_move from svc_scheduling;

create table check_in_gate (
  practice_id uuid not null,
  step_id uuid not null references appointment_step (id),
  appointment_id uuid not null,
  gate text not null check (gate in ('identity', 'coverage', 'consent', 'copay')),
  outcome text not null check (outcome in ('satisfied', 'overridden')),
  evidence text,
  reason text,
  primary key (practice_id, step_id, gate),
  foreign key (practice_id, appointment_id) references appointment (practice_id, id),
  check ((outcome = 'satisfied') = (evidence is not null)),
  check ((outcome = 'overridden') = (reason is not null))
);
create index check_in_gate_of on check_in_gate (practice_id, appointment_id);
select platform.protect('check_in_gate');
revoke update, delete on check_in_gate from svc_scheduling;
