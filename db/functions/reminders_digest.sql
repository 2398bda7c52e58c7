-- A hash of a list of reminders, by which a changed list is noticed; null without reminders.
create or replace function reminders_digest(wanted jsonb, version integer) returns text language sql immutable as
$$ select case when jsonb_array_length(nullif(wanted, 'null')) > 0 then md5(version || wanted::text) end $$;
