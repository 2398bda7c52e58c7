-- Called when the timer of a deadline fires: records a lapse only if the nearest deadline has passed by the newest dates, read under the locks.
create or replace function record_lapse(application_no text) returns jsonb language plpgsql
set plan_cache_mode = 'force_generic_plan' as
$$
declare
  own record;
  a record;
  moment timestamptz;
begin
  select world, programme into own from applications where no = application_no;
  if not found then return jsonb_build_object('status', 'none'); end if;
  if own.world is not null then perform pg_advisory_xact_lock_shared(lock_key('world', own.world::text)); end if;
  perform pg_advisory_xact_lock_shared(lock_key('programme', own.programme));
  select no, world, closed, due_at, received_at into a from applications where no = application_no for update;
  if a.closed or a.due_at is null then return jsonb_build_object('status', 'none'); end if;
  if exists (select 1 from intents where no = a.no and action = 'lapse' and outcome is null) then return jsonb_build_object('status', 'recorded'); end if;
  moment := greatest(world_now(a.world), a.received_at);
  if moment < a.due_at then
    return jsonb_build_object('status', 'wait', 'dueAt', to_ms(a.due_at), 'waitMs', to_ms(a.due_at) - to_ms(moment));
  end if;
  return jsonb_build_object('status', 'recorded', 'intent', record_intent(jsonb_build_object(
    'no', a.no, 'action', 'lapse', 'person', 'system', 'role', 'system', 'argument', '{"data":{}}', 'lane', 'interactive', 'tryAfterMs', 15000)) -> 'intent');
end $$;
