-- Numbers that very many families share say nothing; families are told apart by the sound of their name, as the engine does.
-- Null until the record's keys are made anew.
alter table patient add column family_sound text collate "C";

-- Of the patients that matching learned from, the share that states a value: given, family, birthDate, postalCode.
alter table matching_weights add column stated jsonb not null default '{}';

-- How far the keys of a practice's patients were made anew after the engine changed its own.
create table key_renewal (
  practice_id uuid primary key,
  version integer not null,
  up_to uuid,
  finished boolean not null default false
);
select platform.protect('key_renewal');
