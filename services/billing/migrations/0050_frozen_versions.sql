-- What was sent to a payer stays as it was sent. Only a file that never left gives its versions free again.
create function keep_frozen_version() returns trigger language plpgsql as $$
begin
  if old.frozen_at is not null and new.frozen_at is not null
    and (new.content, new.patient_control_number, new.payer_id, new.frequency, new.version_number)
      is distinct from (old.content, old.patient_control_number, old.payer_id, old.frequency, old.version_number) then
    raise exception 'a version that was sent is never changed' using constraint = 'claim_version_frozen';
  end if;
  return new;
end $$;
create trigger claim_version_frozen before update on claim_version for each row execute function keep_frozen_version();
