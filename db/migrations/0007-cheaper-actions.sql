-- The functions of 0002 and 0004 do the same with fewer reads and writes: rows are read once and by the columns that are needed, what an action does
-- not have costs no statement, and an update of an application or an intent touches fewer indexes.

-- Worlds and timelines are held still by a shared lock beside the row, not on it: a lock on a row writes the row, for every action. Whoever moves one
-- takes the lock for itself, which waits for every action under way; that is what `for update` against `for share` did.
create function stillness(kind text, id text) returns bigint language sql immutable as
$$ select hashtextextended(kind || ':' || id, 1) $$;
create function hold_for_moving() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(stillness(tg_argv[0], new.id::text));
  return new;
end $$;
create trigger moving before update of offset_ms on worlds for each row execute function hold_for_moving('world');
create trigger moving before update of timeline_version on programmes for each row execute function hold_for_moving('programme');

-- The timeline that the plan brought, so that the plan itself need not be opened to know it.
alter table applications add column plan_timeline integer;
update applications set plan_timeline = (plan -> 'timeline' ->> 'version')::integer where plan is not null;

-- An update that changes no indexed column and finds room on its page writes no index.
alter table applications set (fillfactor = 60);
alter table intents set (fillfactor = 85);
drop index applications_by_office;
create index applications_by_office on applications (office, no);
-- Nothing looks for deadlines by instant: the nearest of each stands on its application.
drop index deadlines_due;
-- Of open intents there are few, and the other index of them has them all.
drop index intents_open;

-- As before, but for the argument, which is not sent back to who sent it.
create or replace function record_intent(p jsonb) returns jsonb language plpgsql as $$
declare
  own record;
  a record;
  i intents;
  head integer;
  world_offset bigint := 0;
  newer jsonb;
  wanted jsonb := nullif(p -> 'claims', 'null');
  taken jsonb := '{"state": "held"}';
begin
  if wanted = '[]' then wanted := null; end if;
  select world, programme into own from applications where no = p ->> 'no';
  if not found then return jsonb_build_object('status', 'missing'); end if;
  if own.world is not null then perform pg_advisory_xact_lock_shared(stillness('world', own.world::text)); end if;
  perform pg_advisory_xact_lock_shared(stillness('programme', own.programme));
  perform 1 from applications where no = p ->> 'no' for update;
  -- After the lock: two requests with one key find each other here.
  if p ->> 'keyHash' is not null then
    select * into i from intents where key_hash = p ->> 'keyHash';
    if found then
      return jsonb_build_object('status', case when i.fingerprint = p ->> 'fingerprint' then 'repeated' else 'keyReused' end,
        'intent', intent_json(i), 'case', (select case_json(ap) from applications ap where ap.no = i.no),
        'claims', jsonb_build_object('state', case when i.claims_held then 'held' else 'retry' end),
        'ahead', (select count(*) from intents where no = i.no and n < i.n and outcome is null));
    end if;
  end if;
  select timeline_version, (select offset_ms from worlds where id = own.world) as offset_ms into a from programmes where id = own.programme;
  head := a.timeline_version;
  world_offset := coalesce(a.offset_ms, 0);
  -- The stamp is taken here, after every lock is had.
  update applications set line = line + 1, start_offset_ms = coalesce(start_offset_ms, world_offset),
         received_at = greatest(date_trunc('milliseconds', clock_timestamp()) + world_offset * interval '1 millisecond', received_at)
   where no = p ->> 'no' and not closed
  returning no, world, programme, person, unit, office, series, specialty, level, track, employer_class, committee, destination, seq, line, received_at,
            content_version, start_offset_ms, clock_offset_ms, plan is not null as opened, plan_timeline into a;
  if not found then
    return jsonb_build_object('status', 'closed', 'outcome', (select outcome from applications where no = p ->> 'no'));
  end if;

  -- By the plan, not by the dates of the read model: those may be newer than what the case has seen. A case that has it already ignores it.
  if (case when a.opened then a.plan_timeline else ((p ->> 'argument')::jsonb -> 'plan' -> 'timeline' ->> 'version')::integer end) < head then
    select jsonb_build_object('version', version, 'body', body) into newer from timelines where programme = a.programme and version = head;
  end if;
  if p -> 'text' <> 'null' then
    insert into texts (id, no, body_enc, hash)
    values ((p -> 'text' ->> 'id')::uuid, a.no, decode(p -> 'text' ->> 'body', 'hex'), p -> 'text' ->> 'hash');
  end if;
  if (p ->> 'freeze')::boolean then
    update contents set frozen_at = clock_timestamp() where no = a.no and version = a.content_version and frozen_at is null;
  end if;
  insert into intents (no, n, action, person, role, scope, argument, claims, claims_held, key_hash, fingerprint,
                       content_version, expected_seq, timeline, received_at, lane, try_at)
  values (a.no, a.line, p ->> 'action', p ->> 'person', p ->> 'role', p ->> 'scope', p ->> 'argument',
          nullif(p -> 'claims', 'null'), wanted is null, p ->> 'keyHash', p ->> 'fingerprint',
          a.content_version, (p ->> 'expectedSeq')::integer, newer, a.received_at, p ->> 'lane',
          clock_timestamp() + (p ->> 'tryAfterMs')::integer * interval '1 millisecond')
  returning * into i;
  if wanted is not null then
    taken := take_claims(i.id);
    i.claims_held := taken ->> 'state' = 'held';
  end if;
  return jsonb_build_object(
    'status', 'recorded', 'claims', taken, 'ahead', (select count(*) from intents where no = a.no and n < i.n and outcome is null),
    'intent', jsonb_build_object(
      'id', i.id, 'no', i.no, 'n', i.n, 'action', i.action, 'person', i.person, 'role', i.role, 'scope', i.scope,
      'claims', i.claims, 'claimsHeld', i.claims_held, 'contentVersion', i.content_version,
      'expectedSeq', i.expected_seq, 'timeline', i.timeline, 'receivedAt', to_ms(i.received_at), 'lane', i.lane,
      'outcome', null, 'accepted', null, 'fingerprint', i.fingerprint, 'tries', i.tries),
    'case', jsonb_build_object(
      'no', a.no, 'world', a.world, 'worldOffsetMs', world_offset,
      'startOffsetMs', a.start_offset_ms, 'clockOffsetMs', coalesce(a.clock_offset_ms, a.start_offset_ms), 'seq', a.seq,
      'programme', a.programme, 'person', a.person, 'unit', a.unit, 'office', a.office,
      'series', a.series, 'specialty', a.specialty, 'level', a.level, 'track', a.track, 'employerClass', a.employer_class,
      'committee', a.committee, 'destination', a.destination, 'opened', a.opened));
end $$;

-- As before; a refusal needs no dates, and a plan once written stays as it is.
create or replace function record_outcome(p jsonb) returns jsonb language plpgsql as $$
declare
  own record;
  i record;
  a record;
  head integer;
  wanted uuid := (p ->> 'intent')::uuid;
  accepting boolean := (p ->> 'accepted')::boolean;
  told integer;
  lock_key bigint;
  dates text;
begin
  select it.no, ap.programme into own from intents it join applications ap on ap.no = it.no where it.id = wanted;
  if not found then raise exception 'no intent %', wanted using errcode = 'ZC003'; end if;
  if accepting then
    perform pg_advisory_xact_lock_shared(stillness('programme', own.programme));
    select timeline_version into head from programmes where id = own.programme;
    if (p ->> 'timelineVersion')::integer < head then
      return jsonb_build_object('status', 'timelineMoved',
        'timeline', (select jsonb_build_object('version', version, 'body', body) from timelines where programme = own.programme and version = head));
    end if;
  end if;
  select no, world, person, unit, acting, seq, deadlines_hash into a from applications where no = own.no for update;
  -- Who would refuse for want of claims and finds that another finisher has them by now must decide anew.
  update intents set outcome = p -> 'outcome', accepted = accepting, finished_at = clock_timestamp(), last_error = null
   where id = wanted and outcome is null and not (claims_held and coalesce((p ->> 'forWantOfClaims')::boolean, false))
  returning id, no, claims into i;
  if not found then
    select outcome, accepted into i from intents where id = wanted;
    if i.outcome is null then return jsonb_build_object('status', 'claimsHeld'); end if;
    return jsonb_build_object('status', 'already', 'accepted', i.accepted, 'outcome', i.outcome);
  end if;

  if not accepting then
    if jsonb_array_length(i.claims) > 0 then
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
    end if;
    return jsonb_build_object('status', 'written', 'accepted', false, 'outcome', p -> 'outcome');
  end if;
  told := coalesce(jsonb_array_length(p -> 'events'), 0);
  if (p -> 'snapshot' ->> 'seq')::integer <> a.seq + told then
    raise exception 'case % stands at %, % events lead to %', a.no, a.seq, told, p -> 'snapshot' ->> 'seq' using errcode = 'ZC002';
  end if;
  dates := md5((p ->> 'timelineVersion') || (p -> 'deadlines')::text);
  update applications set
    seq = a.seq + told, snapshot = p -> 'snapshot', stage = p -> 'snapshot' -> 'stage' ->> 'key', phase = p -> 'snapshot' -> 'stage' ->> 'phase',
    outcome = p -> 'snapshot' -> 'ended' ->> 'outcome', closed = (p -> 'snapshot' ->> 'closed')::boolean,
    plan = case when plan is null then nullif(p -> 'plan', 'null') else plan end,
    plan_timeline = case when plan is null then (p -> 'plan' -> 'timeline' ->> 'version')::integer else plan_timeline end,
    timeline_version = (p ->> 'timelineVersion')::integer, deadlines_hash = dates,
    due_at = case when a.deadlines_hash = dates then due_at
                  else (select min(from_ms((d ->> 'dueAt')::bigint)) from jsonb_array_elements(p -> 'deadlines') d) end
  where no = a.no;
  insert into events (no, seq, name, stage, at, person, role, data, intent)
  select a.no, (e ->> 'seq')::integer, e ->> 'name', e ->> 'stage', from_ms((e ->> 'at')::bigint), e -> 'by' ->> 'person', e -> 'by' ->> 'role', e -> 'data', wanted
    from jsonb_array_elements(p -> 'events') e;
  -- Most actions leave every deadline where it was.
  if a.deadlines_hash is distinct from dates then
    delete from deadlines where no = a.no;
    insert into deadlines (no, key, stage, rule, anchor, due, due_at, clauses, readings, timeline_version)
    select a.no, d ->> 'key', d ->> 'stage', d -> 'rule', (d ->> 'anchor')::date, (d ->> 'due')::date, from_ms((d ->> 'dueAt')::bigint),
           d -> 'clauses', d -> 'readings', (p ->> 'timelineVersion')::integer
      from jsonb_array_elements(p -> 'deadlines') d;
  end if;
  if jsonb_array_length(p -> 'notices') > 0 then
    insert into notices (no, seq, person, channel, template, params)
    select a.no, (n ->> 'seq')::integer, who.person, channel, n ->> 'template', n -> 'params'
      from jsonb_array_elements(p -> 'notices') n
      cross join lateral (
        select a.person where n ->> 'audience' = 'applicant'
        union
        select g.person from grants g join people pe on pe.id = g.person and pe.world is not distinct from a.world
         where g.role = n ->> 'audience' and g.scope in ('unit:' || a.unit, 'office:' || (a.acting ->> (n ->> 'audience')))
      ) who (person)
      cross join unnest(array['inApp', 'mail']) channel
    on conflict do nothing;
  end if;
  if jsonb_array_length(p -> 'claimsEnded') > 0 then
    delete from claims where no = a.no and kind in (select jsonb_array_elements_text(p -> 'claimsEnded'));
    update intents o set claims_held = false
     where o.no = a.no and o.outcome is null and o.claims_held
       and exists (select 1 from jsonb_array_elements(o.claims) w where w ->> 'kind' in (select jsonb_array_elements_text(p -> 'claimsEnded')));
  end if;
  if p -> 'events' @> '[{"name": "posted"}]' then
    update posting_items pi set posted_on = (e -> 'data' ->> 'postedOn')::date, last_day = (e -> 'data' ->> 'lastDay')::date
      from jsonb_array_elements(p -> 'events') e
     where e ->> 'name' = 'posted' and pi.no = a.no and pi.posting = (e -> 'data' ->> 'posting')::uuid;
  end if;
  return jsonb_build_object('status', 'written', 'accepted', true, 'outcome', p -> 'outcome');
end $$;

-- As before, with the same stillness.
create or replace function record_lapse(application_no text) returns jsonb language plpgsql as $$
declare
  own record;
  a record;
  moment timestamptz;
begin
  select world, programme into own from applications where no = application_no;
  if not found then return jsonb_build_object('status', 'none'); end if;
  if own.world is not null then perform pg_advisory_xact_lock_shared(stillness('world', own.world::text)); end if;
  perform pg_advisory_xact_lock_shared(stillness('programme', own.programme));
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
alter function record_intent(jsonb) set plan_cache_mode = 'force_generic_plan';
alter function record_outcome(jsonb) set plan_cache_mode = 'force_generic_plan';
alter function record_lapse(text) set plan_cache_mode = 'force_generic_plan';
