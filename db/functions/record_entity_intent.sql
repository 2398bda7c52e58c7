-- Step 1 of a command on an entity (`record_intent` calls it): records the intent, and makes the row of a new entity from `p.entity`. Locks: world, entity.
-- Only applications make claims.
create or replace function record_entity_intent(p jsonb) returns jsonb language plpgsql as
$$
declare
  wanted_no text := p ->> 'no';
  about jsonb := nullif(p -> 'entity', 'null');
  world_id uuid := (select world from entities where no = wanted_no);
  world_offset bigint;
  e entities;
  i intents;
begin
  if not exists (select 1 from entities where no = wanted_no) then
    if about is null then return jsonb_build_object('status', 'missing'); end if;
    world_id := (about ->> 'world')::uuid;
  end if;
  if world_id is not null then perform pg_advisory_xact_lock_shared(lock_key('world', world_id::text)); end if;
  if about is not null then
    insert into entities (no, kind, world, programme, application, committee)
    values (wanted_no, about ->> 'kind', world_id, about ->> 'programme', about ->> 'application', about ->> 'committee')
    on conflict do nothing;
  end if;
  select * into e from entities where no = wanted_no for update;
  -- Must come after the lock, so that the second of two requests with one key sees the first.
  select * into i from intents where key_hash = p ->> 'keyHash';
  if found then
    return jsonb_build_object('status', case when i.fingerprint = p ->> 'fingerprint' then 'repeated' else 'keyReused' end,
      'intent', intent_json(i), 'entity', entity_json(e), 'claims', '{"state": "held"}'::jsonb,
      'ahead', (select count(*) from intents where no = i.no and n < i.n and outcome is null));
  end if;
  world_offset := coalesce((select offset_ms from worlds where id = world_id), 0);
  -- The clock is read here, when every lock is held.
  update entities set line = line + 1,
         received_at = greatest(date_trunc('milliseconds', clock_timestamp()) + world_offset * interval '1 millisecond', received_at)
   where no = wanted_no returning * into e;
  if p -> 'text' <> 'null' then perform write_text(e.no, p -> 'text'); end if;
  insert into intents (no, n, action, person, role, scope, argument, key_hash, fingerprint, expected_seq, received_at, lane, try_at)
  values (e.no, e.line, p ->> 'action', p ->> 'person', p ->> 'role', p ->> 'scope', p ->> 'argument', p ->> 'keyHash', p ->> 'fingerprint',
          (p ->> 'expectedSeq')::integer, e.received_at, p ->> 'lane', clock_timestamp() + (p ->> 'tryAfterMs')::integer * interval '1 millisecond')
  returning * into i;
  return jsonb_build_object(
    'status', 'recorded', 'claims', '{"state": "held"}'::jsonb, 'intent', intent_json(i) - 'argument', 'entity', entity_json(e),
    'ahead', (select count(*) from intents where no = e.no and n < i.n and outcome is null));
end $$;
