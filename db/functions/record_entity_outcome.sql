-- Step 3 of a command on an entity (`record_outcome` calls it): writes the outcome, the events, the state after them, the notices and reminders, and, by the
-- function `project_<kind>(no, outcome)` if there is one, what the kind shows elsewhere. A caller whose update finds no open intent gets the outcome that
-- is already written. Locks: entity, then what the projection changes.
create or replace function record_entity_outcome(p jsonb) returns jsonb language plpgsql as
$$
declare
  wanted uuid := (p ->> 'intent')::uuid;
  accepting boolean := (p ->> 'accepted')::boolean;
  event_count integer := coalesce(jsonb_array_length(p -> 'events'), 0);
  e entities;
  i record;
begin
  select en.* into e from intents it join entities en on en.no = it.no where it.id = wanted for update of en;
  if not found then raise exception 'no intent %', wanted using errcode = 'ZC003'; end if;
  update intents set outcome = p -> 'outcome', accepted = accepting, finished_at = clock_timestamp(), last_error = null
   where id = wanted and outcome is null;
  if not found then
    select outcome, accepted into i from intents where id = wanted;
    return jsonb_build_object('status', 'already', 'accepted', i.accepted, 'outcome', i.outcome);
  end if;
  if accepting then
    if (p -> 'snapshot' ->> 'seq')::integer <> e.seq + event_count then
      raise exception '% stands at %, % events lead to %', e.no, e.seq, event_count, p -> 'snapshot' ->> 'seq' using errcode = 'ZC002';
    end if;
    update entities set seq = e.seq + event_count, state = p -> 'snapshot' where no = e.no;
    insert into events (no, seq, name, at, person, role, scope, data, intent)
    select e.no, (ev ->> 'seq')::integer, ev ->> 'name', from_ms((ev ->> 'at')::bigint), ev -> 'by' ->> 'person', ev -> 'by' ->> 'role', ev -> 'by' ->> 'scope', ev -> 'data', wanted
      from jsonb_array_elements(p -> 'events') ev;
    if to_regprocedure(format('%I(text, jsonb)', 'project_' || e.kind)) is not null then
      execute format('select %I($1, $2)', 'project_' || e.kind) using e.no, p;
    end if;
    perform write_entity_notices(e, p);
  end if;
  return jsonb_build_object('status', 'written', 'accepted', accepting, 'outcome', p -> 'outcome');
end $$;
