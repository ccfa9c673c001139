-- Context tokens that were redeemed: each opens the other portal once.
create table redeemed_context (
  practice_id uuid not null,
  token_id uuid not null,
  expires_at timestamptz not null,
  primary key (practice_id, token_id)
);
select platform.protect('redeemed_context');
create index redeemed_context_expiry on redeemed_context (practice_id, expires_at);
revoke update on redeemed_context from {{service}};
