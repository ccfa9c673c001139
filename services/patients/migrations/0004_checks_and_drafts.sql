-- A check belongs to a coverage and a date. Nobody ever asked for the appointment that it was made for.
alter table eligibility_check drop column if exists appointment_id;

-- The caller names a draft's id, so each practice has its own: what another one has is no obstacle, and no hint.
alter table registration_draft drop constraint if exists registration_draft_pkey, add primary key (practice_id, id);
