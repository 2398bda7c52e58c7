-- The way of a command, as three functions: one round trip each. Locks are taken in one order everywhere: world, programme, application.

create function to_ms(t timestamptz) returns bigint language sql immutable as
$$ select (extract(epoch from t) * 1000)::bigint $$;

create function from_ms(ms bigint) returns timestamptz language sql immutable as
$$ select to_timestamp(ms / 1000.0) $$;

-- World time in whole milliseconds. Called after the locks: a stamp taken before a lock is had would be too early.
create function world_now(world_id uuid) returns timestamptz language sql volatile as
$$ select date_trunc('milliseconds', clock_timestamp())
     + coalesce((select offset_ms from worlds where id = world_id), 0) * interval '1 millisecond' $$;

-- What whoever finishes an intent needs to know of it.
create function intent_json(i intents) returns jsonb language sql stable as
$$ select jsonb_build_object(
     'id', i.id, 'no', i.no, 'n', i.n, 'action', i.action, 'person', i.person, 'role', i.role, 'scope', i.scope,
     'argument', i.argument, 'claims', i.claims, 'claimsHeld', i.claims_held, 'contentVersion', i.content_version,
     'expectedSeq', i.expected_seq, 'timeline', i.timeline, 'receivedAt', to_ms(i.received_at), 'lane', i.lane,
     'outcome', i.outcome, 'accepted', i.accepted, 'fingerprint', i.fingerprint, 'tries', i.tries) $$;

-- The application whose accepted holding of a claim refuses this intent, for good: finishers that ask later must not decide otherwise.
alter table intents add column claim_taken_by text;

-- The advisory locks of what an intent claims, in the order in which everyone takes them: after the application's row.
create function claim_locks(claims jsonb) returns setof bigint language sql immutable as
$$ select distinct hashtextextended(c ->> 'kind' || ':' || (c ->> 'key'), 0) as lock_key from jsonb_array_elements(claims) c order by lock_key $$;

-- Takes the claims an intent wants. 'held'; 'taken' by an accepted holder; 'waiting' for an open one (`holder`); 'settled' when the
-- intent has its outcome; 'retry' when the holder is gone.
create function take_claims(intent_id uuid) returns jsonb language plpgsql as $$
declare
  i intents;
  claim jsonb;
  holder record;
  lock_key bigint;
begin
  -- The line's lock: an outcome written meanwhile is seen here, and a refused intent does not come by claims that nobody would end.
  perform 1 from applications a join intents it on it.no = a.no where it.id = intent_id for update of a;
  select * into i from intents where id = intent_id;
  if i.outcome is not null then return jsonb_build_object('state', 'settled'); end if;
  if i.claims_held or i.claims is null then return jsonb_build_object('state', 'held'); end if;
  if i.claim_taken_by is not null then return jsonb_build_object('state', 'taken', 'holder', i.claim_taken_by); end if;
  -- Rivals one after the other: two that insert at once wait for each other's row under the exclusion constraint, which is a deadlock.
  -- In one order, and before the inner block, whose failure would give them back.
  for lock_key in select * from claim_locks(i.claims) loop perform pg_advisory_xact_lock(lock_key); end loop;
  begin
    for claim in select * from jsonb_array_elements(i.claims) order by value ->> 'kind', value ->> 'key' loop
      insert into claims (kind, key, value, no, intent)
      values (claim ->> 'kind', claim ->> 'key', claim ->> 'value', i.no, i.id)
      on conflict (kind, key, no) do nothing;
    end loop;
    update intents set claims_held = true where id = i.id;
    return jsonb_build_object('state', 'held');
  exception when exclusion_violation then
    null;
  end;
  select c.no, h.outcome is null as open into holder
    from jsonb_array_elements(i.claims) w
    join claims c on c.kind = w ->> 'kind' and c.key = w ->> 'key' and c.value <> w ->> 'value' and c.no <> i.no
    join intents h on h.id = c.intent
   order by open limit 1;
  if not found then return jsonb_build_object('state', 'retry'); end if;
  if not holder.open then update intents set claim_taken_by = holder.no where id = i.id; end if;
  return jsonb_build_object('state', case when holder.open then 'waiting' else 'taken' end, 'holder', holder.no);
end $$;

-- Step 1: the intent. `p` holds ids, codes, hashes and ciphertexts only.
create function record_intent(p jsonb) returns jsonb language plpgsql as $$
declare
  a applications;
  i intents;
  programme_row programmes;
  newer jsonb;
  taken jsonb;
  moment timestamptz;
begin
  select * into a from applications where no = p ->> 'no';
  if not found then return jsonb_build_object('status', 'missing'); end if;
  if a.world is not null then perform 1 from worlds where id = a.world for share; end if;
  select * into programme_row from programmes where id = a.programme for share;
  select * into a from applications where no = p ->> 'no' for update;
  -- After the lock: two requests with one key find each other here.
  select * into i from intents where key_hash = p ->> 'keyHash';
  if found then
    return jsonb_build_object('status', case when i.fingerprint = p ->> 'fingerprint' then 'repeated' else 'keyReused' end,
      'intent', intent_json(i), 'case', case_json(a), 'claims', jsonb_build_object('state', case when i.claims_held then 'held' else 'retry' end),
      'ahead', (select count(*) from intents where no = i.no and n < i.n and outcome is null));
  end if;
  if a.closed then return jsonb_build_object('status', 'closed', 'outcome', a.outcome); end if;

  -- By the plan, not by the dates of the read model: those may be newer than what the case has seen. A case that has it already ignores it.
  if (coalesce(a.plan, (p ->> 'argument')::jsonb -> 'plan') -> 'timeline' ->> 'version')::integer < programme_row.timeline_version then
    select jsonb_build_object('version', version, 'body', body) into newer
      from timelines where programme = a.programme and version = programme_row.timeline_version;
  end if;
  if p -> 'text' is not null and p -> 'text' <> 'null' then
    insert into texts (id, no, body_enc, hash)
    values ((p -> 'text' ->> 'id')::uuid, a.no, decode(p -> 'text' ->> 'body', 'hex'), p -> 'text' ->> 'hash');
  end if;
  if (p ->> 'freeze')::boolean then
    update contents set frozen_at = clock_timestamp() where no = a.no and version = a.content_version and frozen_at is null;
  end if;

  moment := greatest(world_now(a.world), a.received_at);
  update applications set line = line + 1, received_at = moment,
         start_offset_ms = coalesce(start_offset_ms, (select offset_ms from worlds where id = a.world), 0)
   where no = a.no returning * into a;
  insert into intents (no, n, action, person, role, scope, argument, claims, claims_held, key_hash, fingerprint,
                       content_version, expected_seq, timeline, received_at, lane, try_at)
  values (a.no, a.line, p ->> 'action', p ->> 'person', p ->> 'role', p ->> 'scope', p ->> 'argument',
          nullif(p -> 'claims', 'null'), coalesce(nullif(p -> 'claims', 'null'), '[]') = '[]', p ->> 'keyHash', p ->> 'fingerprint',
          a.content_version, (p ->> 'expectedSeq')::integer, newer, moment, p ->> 'lane',
          clock_timestamp() + (p ->> 'tryAfterMs')::integer * interval '1 millisecond')
  returning * into i;
  taken := take_claims(i.id);
  select * into i from intents where id = i.id;
  return jsonb_build_object(
    'status', 'recorded', 'intent', intent_json(i), 'claims', taken,
    'ahead', (select count(*) from intents where no = a.no and n < i.n and outcome is null),
    'case', case_json(a));
end $$;

-- What a finisher must know of the application beside the intent.
create function case_json(a applications) returns jsonb language sql stable as
$$ select jsonb_build_object(
     'no', a.no, 'world', a.world, 'worldOffsetMs', coalesce((select offset_ms from worlds where id = a.world), 0),
     'startOffsetMs', coalesce(a.start_offset_ms, 0), 'clockOffsetMs', coalesce(a.clock_offset_ms, a.start_offset_ms, 0), 'seq', a.seq, 'programme', a.programme, 'person', a.person, 'unit', a.unit, 'office', a.office,
     'series', a.series, 'specialty', a.specialty, 'level', a.level, 'track', a.track, 'employerClass', a.employer_class,
     'opened', a.plan is not null) $$;

-- The next intent of a line that has no outcome yet, with its application; null when the line is settled.
create function next_intent(application_no text) returns jsonb language sql stable as
$$ select jsonb_build_object('intent', intent_json(i), 'case', case_json(a), 'ahead', 0,
          'claims', jsonb_build_object('state', case when i.claims_held then 'held' else 'retry' end))
     from intents i join applications a on a.no = i.no
    where i.no = application_no and i.outcome is null
    order by i.n limit 1 $$;

-- Step 3: the outcome. Everything hangs on the update of the intent: whoever gets no row answers with the outcome that stands.
create function record_outcome(p jsonb) returns jsonb language plpgsql as $$
declare
  i intents;
  a applications;
  head integer;
  told integer := coalesce(jsonb_array_length(p -> 'events'), 0);
  lock_key bigint;
  dates text := md5((p ->> 'timelineVersion') || (p -> 'deadlines')::text);
begin
  select programme into a.programme from applications ap join intents it on it.no = ap.no where it.id = (p ->> 'intent')::uuid;
  select timeline_version into head from programmes where id = a.programme for share;
  if (p ->> 'accepted')::boolean and (p ->> 'timelineVersion')::integer < head then
    return jsonb_build_object('status', 'timelineMoved',
      'timeline', (select jsonb_build_object('version', version, 'body', body) from timelines where programme = a.programme and version = head));
  end if;
  select ap.* into a from applications ap join intents it on it.no = ap.no where it.id = (p ->> 'intent')::uuid for update of ap;
  -- Who would refuse for want of claims and finds that another finisher has them by now must decide anew.
  update intents set outcome = p -> 'outcome', accepted = (p ->> 'accepted')::boolean, finished_at = clock_timestamp(), last_error = null
   where id = (p ->> 'intent')::uuid and outcome is null and not (claims_held and coalesce((p ->> 'forWantOfClaims')::boolean, false))
  returning * into i;
  if not found then
    select * into i from intents where id = (p ->> 'intent')::uuid;
    if not found then raise exception 'no intent %', p ->> 'intent' using errcode = 'ZC003'; end if;
    if i.outcome is null then return jsonb_build_object('status', 'claimsHeld'); end if;
    return jsonb_build_object('status', 'already', 'accepted', i.accepted, 'outcome', i.outcome);
  end if;

  if not i.accepted then
    -- A claim that is written anew for its heir is checked against those of rivals who are just inserting theirs.
    for lock_key in select * from claim_locks(i.claims) loop perform pg_advisory_xact_lock(lock_key); end loop;
    -- Open intents of the same application that want the same were told that it is held: the first of them has it from here on.
    update claims c set intent = heir.id
      from (select distinct on (w ->> 'kind', w ->> 'key') o.id, w ->> 'kind' as kind, w ->> 'key' as key, w ->> 'value' as value
              from intents o cross join lateral jsonb_array_elements(o.claims) w
             where o.no = i.no and o.outcome is null and o.claims_held
             order by w ->> 'kind', w ->> 'key', o.n) heir
     where c.intent = i.id and c.kind = heir.kind and c.key = heir.key and c.value = heir.value;
    delete from claims where intent = i.id;
    return jsonb_build_object('status', 'written', 'accepted', false, 'outcome', i.outcome);
  end if;
  if (p -> 'snapshot' ->> 'seq')::integer <> a.seq + told then
    raise exception 'case % stands at %, % events lead to %', a.no, a.seq, told, p -> 'snapshot' ->> 'seq' using errcode = 'ZC002';
  end if;
  update applications set
    seq = a.seq + told, snapshot = p -> 'snapshot', stage = p -> 'snapshot' -> 'stage' ->> 'key', phase = p -> 'snapshot' -> 'stage' ->> 'phase',
    outcome = p -> 'snapshot' -> 'ended' ->> 'outcome', closed = (p -> 'snapshot' ->> 'closed')::boolean,
    plan = coalesce(nullif(p -> 'plan', 'null'), plan), timeline_version = (p ->> 'timelineVersion')::integer,
    deadlines_hash = dates,
    due_at = (select min(from_ms((d ->> 'dueAt')::bigint)) from jsonb_array_elements(p -> 'deadlines') d)
  where no = a.no;
  insert into events (no, seq, name, stage, at, person, role, data, intent)
  select a.no, (e ->> 'seq')::integer, e ->> 'name', e ->> 'stage', from_ms((e ->> 'at')::bigint), e -> 'by' ->> 'person', e -> 'by' ->> 'role', e -> 'data', i.id
    from jsonb_array_elements(p -> 'events') e;
  -- Most actions leave every deadline where it was.
  if a.deadlines_hash is distinct from dates then
    delete from deadlines where no = a.no;
    insert into deadlines (no, key, stage, rule, anchor, due, due_at, clauses, readings, timeline_version)
    select a.no, d ->> 'key', d ->> 'stage', d -> 'rule', (d ->> 'anchor')::date, (d ->> 'due')::date, from_ms((d ->> 'dueAt')::bigint),
           d -> 'clauses', d -> 'readings', (p ->> 'timelineVersion')::integer
      from jsonb_array_elements(p -> 'deadlines') d;
  end if;
  insert into notices (no, seq, person, channel, template, params)
  select a.no, (n ->> 'seq')::integer, who.person, channel, n ->> 'template', n -> 'params'
    from jsonb_array_elements(p -> 'notices') n
    cross join lateral (
      select a.person where n ->> 'audience' = 'applicant'
      union
      select g.person from grants g join people pe on pe.id = g.person and pe.world is not distinct from a.world
       where g.role = n ->> 'audience' and g.scope in ('unit:' || a.unit, 'office:' || a.office, 'office:' || a.sealing_authority)
    ) who (person)
    cross join unnest(array['inApp', 'mail']) channel
  on conflict do nothing;
  delete from claims where no = a.no and kind in (select jsonb_array_elements_text(p -> 'claimsEnded'));
  update intents o set claims_held = false
   where o.no = a.no and o.outcome is null and o.claims_held
     and exists (select 1 from jsonb_array_elements(o.claims) w where w ->> 'kind' in (select jsonb_array_elements_text(p -> 'claimsEnded')));
  update posting_items pi set posted_on = (e -> 'data' ->> 'postedOn')::date, last_day = (e -> 'data' ->> 'lastDay')::date
    from jsonb_array_elements(p -> 'events') e
   where e ->> 'name' = 'posted' and pi.no = a.no and pi.posting = (e -> 'data' ->> 'posting')::uuid;
  return jsonb_build_object('status', 'written', 'accepted', true, 'outcome', i.outcome);
end $$;

-- Section 4: a timer's question. Records a lapse only if, by the newest dates and after the locks, the nearest deadline has passed.
create function record_lapse(application_no text) returns jsonb language plpgsql as $$
declare
  a applications;
  moment timestamptz;
begin
  select * into a from applications where no = application_no;
  if not found then return jsonb_build_object('status', 'none'); end if;
  if a.world is not null then perform 1 from worlds where id = a.world for share; end if;
  perform 1 from programmes where id = a.programme for share;
  select * into a from applications where no = application_no for update;
  if a.closed or a.due_at is null then return jsonb_build_object('status', 'none'); end if;
  if exists (select 1 from intents where no = a.no and action = 'lapse' and outcome is null) then return jsonb_build_object('status', 'recorded'); end if;
  moment := greatest(world_now(a.world), a.received_at);
  if moment < a.due_at then
    return jsonb_build_object('status', 'wait', 'dueAt', to_ms(a.due_at), 'waitMs', to_ms(a.due_at) - to_ms(moment));
  end if;
  return jsonb_build_object('status', 'recorded', 'intent', record_intent(jsonb_build_object(
    'no', a.no, 'action', 'lapse', 'person', 'system', 'role', 'system', 'argument', '{"data":{}}', 'lane', 'interactive', 'tryAfterMs', 15000)) -> 'intent');
end $$;

-- Section 5: the courier leases open intents, interactive first; the lease saves work, correctness never rests on it.
create function lease_intents(most integer) returns setof text language sql volatile as
$$ update intents set tries = tries + 1,
          try_at = clock_timestamp() + least(30, power(2, least(tries, 5))) * interval '1 second'
    where id in (
      select i.id from intents i
       where i.outcome is null and i.try_at <= clock_timestamp()
         and not exists (select 1 from intents e where e.no = i.no and e.outcome is null and e.n < i.n and e.try_at <= clock_timestamp())
       order by i.lane = 'bulk', i.try_at limit most for update skip locked)
   returning no $$;
