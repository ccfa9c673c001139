-- A charge that was posted as self-pay, and whose date a coverage that came later covers: since when that is known.
alter table charge add column covered_later_at timestamptz;
create index charge_covered_later on charge (practice_id, date_of_service desc, id desc)
  where covered_later_at is not null and coverage_id is null and status = 'posted';
