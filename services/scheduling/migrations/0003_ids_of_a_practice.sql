-- The caller names these ids, so each practice has its own: what another one has is no obstacle, and no hint.
alter table time_off drop constraint time_off_pkey, add primary key (practice_id, id);
alter table closure drop constraint closure_pkey, add primary key (practice_id, id);

-- A gate belongs to a step of the same practice.
alter table appointment_step add unique (practice_id, id);
alter table check_in_gate drop constraint check_in_gate_step_id_fkey,
  add foreign key (practice_id, step_id) references appointment_step (practice_id, id);
