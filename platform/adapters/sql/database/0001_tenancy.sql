-- The practice of this transaction, or null, which no row matches.
create function platform.current_practice() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.practice_id', true), '')::uuid;
grant execute on function platform.current_practice() to public;

-- Turns on row-level security for a table of practice data, for its owner too.
create function platform.protect(table_name text) returns void
  language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format(
    'create policy practice on %I using (practice_id = platform.current_practice()) with check (practice_id = platform.current_practice())',
    table_name);
end $$;
revoke execute on function platform.protect(text) from public;
