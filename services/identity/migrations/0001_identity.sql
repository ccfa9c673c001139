-- A practice as the sign-in knows it, and its rules for sessions.
create table practice (
  practice_id uuid primary key,
  name text not null,
  zone text not null,
  second_factor text not null check (second_factor in ('required', 'optional')),
  idle_minutes integer not null check (idle_minutes between 2 and 60),
  absolute_hours integer not null check (absolute_hours between 1 and 24),
  installed_at timestamptz not null,
  version integer not null default 1
);
select platform.protect('practice');

create table account (
  id uuid primary key,
  practice_id uuid not null references practice (practice_id),
  email text not null unique,
  display_name text not null,
  provider_id uuid,
  status text not null check (status in ('active', 'disabled')),
  password_hash text not null,
  password_changed_at timestamptz not null,
  must_change_password boolean not null,
  failed_sign_ins integer not null default 0,
  locked_until timestamptz,
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- the last time step whose code was accepted: a code works once
  totp_last_step bigint,
  last_sign_in_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  unique (practice_id, id)
);
select platform.protect('account');
-- Accounts are closed, never removed: the audit log names them.
revoke delete on account from {{service}};

create table account_role (
  practice_id uuid not null,
  account_id uuid not null,
  role text not null,
  primary key (practice_id, account_id, role),
  foreign key (practice_id, account_id) references account (practice_id, id)
);
select platform.protect('account_role');

create table role (
  practice_id uuid not null references practice (practice_id),
  key text not null,
  version integer not null default 1,
  primary key (practice_id, key)
);
select platform.protect('role');

create table role_permission (
  practice_id uuid not null,
  role text not null,
  permission text not null,
  primary key (practice_id, role, permission),
  foreign key (practice_id, role) references role (practice_id, key)
);
select platform.protect('role_permission');

-- Permissions whose default grants this practice has received: a new one is granted once,
-- and what the practice then takes away stays away.
create table granted_default (
  practice_id uuid not null references practice (practice_id),
  permission text not null,
  primary key (practice_id, permission)
);
select platform.protect('granted_default');

create table session (
  id uuid primary key,
  practice_id uuid not null,
  account_id uuid not null,
  -- the session of the OpenID provider that carries this one to the portals
  provider_uid text unique,
  amr jsonb not null,
  portals jsonb not null default '[]',
  user_agent text not null,
  ip_address text not null,
  started_at timestamptz not null,
  last_activity_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('signed_out', 'revoked', 'disabled', 'reset', 'token_reuse')),
  check ((ended_at is null) = (end_reason is null)),
  foreign key (practice_id, account_id) references account (practice_id, id)
);
create index session_open on session (practice_id, account_id, started_at) where ended_at is null;
select platform.protect('session');
revoke delete on session from {{service}};

-- State of the OpenID protocol: interactions, codes, refresh tokens, grants. Ids are kept as hashes only.
create table oidc_record (
  kind text not null,
  id_hash text not null,
  payload jsonb not null,
  uid_hash text,
  grant_id text,
  consumed_at timestamptz,
  expires_at timestamptz not null,
  primary key (kind, id_hash)
);
create index oidc_record_uid on oidc_record (kind, uid_hash) where uid_hash is not null;
create index oidc_record_grant on oidc_record (grant_id) where grant_id is not null;
create index oidc_record_expiry on oidc_record (expires_at);

-- Private keys of the tokens, encrypted with the master key.
create table signing_key (
  kid text primary key,
  encrypted_jwk text not null,
  public_jwk jsonb not null,
  created_at timestamptz not null,
  retired_at timestamptz
);

-- How far a person has come in a sign-in: bound to the provider's interaction by its hash.
create table sign_in_step (
  interaction_hash text primary key,
  practice_id uuid not null,
  account_id uuid not null,
  second_factor_done boolean not null default false,
  pending_totp_secret text,
  expires_at timestamptz not null
);
select platform.protect('sign_in_step');

-- Counters of the sign-in's own limiter: per address and per account name, whether it exists or not.
create table sign_in_attempt (
  subject_hash text not null,
  window_start timestamptz not null,
  attempts integer not null,
  primary key (subject_hash, window_start)
);

-- Sign-in and token checks happen before the practice is known. They use the relay's role, which sees these
-- tables of every practice and nothing else, and changes no more than a sign-in changes.
grant select on practice, account, account_role, role_permission, session to {{relay}};
grant update (password_hash, password_changed_at, must_change_password, failed_sign_ins, locked_until, totp_secret,
  totp_confirmed_at, totp_last_step, last_sign_in_at) on account to {{relay}};
grant insert, update on session to {{relay}};
grant select, insert, update, delete on oidc_record, sign_in_step, sign_in_attempt to {{relay}};
grant select, insert, update on signing_key to {{relay}};
create policy sign_in on practice for select to {{relay}} using (true);
create policy sign_in on account for all to {{relay}} using (true) with check (true);
create policy sign_in on account_role for select to {{relay}} using (true);
create policy sign_in on role_permission for select to {{relay}} using (true);
create policy sign_in on sign_in_step for all to {{relay}} using (true) with check (true);
create policy sign_in on session for all to {{relay}} using (true) with check (true);

-- The operations of the service never touch the protocol's state.
revoke all on oidc_record, sign_in_step, sign_in_attempt, signing_key from {{service}};
