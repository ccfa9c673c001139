-- Each queue wakes its own relay: a channel per schema, the queue's table as payload.
create or replace function wake_relay() returns trigger language plpgsql as $$
begin
  perform pg_notify('relay_' || tg_table_schema, tg_table_name);
  return null;
end $$;
