-- Called when the timer of a deadline fires: records a lapse only if the nearest deadline has passed by the newest dates, read under the locks, and answers as
-- `record_intent` does. Answers 'open' if an earlier intent is undecided, since it may change the deadline; with `behind_open` the lapse is recorded all the
-- same, once.
create or replace function record_lapse(application_no text, behind_open boolean) returns jsonb language plpgsql
set plan_cache_mode = 'force_generic_plan' as
$$
declare
  own record;
  a record;
  moment timestamptz;
begin
  select world, programme into own from applications where no = application_no;
  -- What is no application has no deadlines, but its workflow too ends only after its open intents.
  if not found then
    return jsonb_build_object('status', case
      when not behind_open and exists (select 1 from intents where no = application_no and outcome is null) then 'open' else 'none' end);
  end if;
  if own.world is not null then perform pg_advisory_xact_lock_shared(lock_key('world', own.world::text)); end if;
  perform pg_advisory_xact_lock_shared(lock_key('programme', own.programme));
  select no, world, closed, due_at, received_at into a from applications where no = application_no for update;
  if exists (select 1 from intents where no = a.no and outcome is null and (action = 'lapse' or not behind_open)) then
    return jsonb_build_object('status', 'open');
  end if;
  if a.closed or a.due_at is null then return jsonb_build_object('status', 'none'); end if;
  moment := greatest(world_now(a.world), a.received_at);
  if moment < a.due_at then
    return jsonb_build_object('status', 'wait', 'dueAt', to_ms(a.due_at), 'waitMs', to_ms(a.due_at) - to_ms(moment));
  end if;
  return record_intent(jsonb_build_object(
    'no', a.no, 'action', 'lapse', 'person', 'system', 'role', 'system', 'argument', '{"data":{}}', 'lane', 'interactive', 'tryAfterMs', 15000));
end $$;
