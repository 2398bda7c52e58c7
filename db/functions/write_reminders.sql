-- Replaces the reminders of an application. A reminder whose day was over at `since` counts as done, because the notice of the stage named the last day.
create or replace function write_reminders(of_no text, wanted jsonb, version integer, since timestamptz) returns void language plpgsql as
$$
begin
  delete from reminders where no = of_no;
  insert into reminders (world, no, programme, timeline, deadline, due, ahead, remind_at, audience, template, params, handled_at)
  select a.world, a.no, a.programme, version, r ->> 'key', (r ->> 'due')::date, (r ->> 'ahead')::integer, from_ms((r ->> 'at')::bigint),
         array(select jsonb_array_elements_text(r -> 'to')), 'deadlineNear',
         jsonb_build_object('due', r -> 'due', 'daysLeft', r -> 'ahead', 'basis', r -> 'basis'),
         case when from_ms((r ->> 'at')::bigint) + interval '1 day' <= since then clock_timestamp() end
    from applications a cross join jsonb_array_elements(nullif(wanted, 'null')) r where a.no = of_no;
end $$;
