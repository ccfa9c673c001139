-- Records that stand for the same person as another one, as merges in the registry say now. Money stays on the record
-- on which it was booked: undoing a merge changes nothing here but these rows.
create table merged_record (
  practice_id uuid not null,
  patient_id uuid not null,
  -- the surviving record
  person_id uuid not null,
  primary key (practice_id, patient_id)
);
create index merged_record_of_person on merged_record (practice_id, person_id);
select platform.protect('merged_record');
