-- What matching has learned from this practice's own patients; small practices have no row and use the shipped weights.
create table matching_weights (
  practice_id uuid primary key,
  model jsonb not null,
  learned_from integer not null,
  learned_at timestamptz not null
);
select platform.protect('matching_weights');
