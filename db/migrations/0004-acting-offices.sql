-- Which office acts in which role for an application, as the routing found it, and the committee that decides (model.md 5.4).
alter table applications
  add column acting jsonb not null default '{}',
  add column committee text,
  add column destination text;
update applications set acting = jsonb_strip_nulls(jsonb_build_object('committeeOffice', office, 'sealingAuthority', sealing_authority,
  'association', case when specialty = 'securityEngineering' then 'ln-security-association' end));
create index applications_by_acting on applications using gin (acting jsonb_path_ops);

-- As before, with the committee, by which some windows go (LYG-7-b).
create or replace function case_json(a applications) returns jsonb language sql stable as
$$ select jsonb_build_object(
     'no', a.no, 'world', a.world, 'worldOffsetMs', coalesce((select offset_ms from worlds where id = a.world), 0),
     'startOffsetMs', coalesce(a.start_offset_ms, 0), 'clockOffsetMs', coalesce(a.clock_offset_ms, a.start_offset_ms, 0), 'seq', a.seq, 'programme', a.programme, 'person', a.person, 'unit', a.unit, 'office', a.office,
     'series', a.series, 'specialty', a.specialty, 'level', a.level, 'track', a.track, 'employerClass', a.employer_class, 'committee', a.committee, 'destination', a.destination,
     'opened', a.plan is not null) $$;

-- As before; who is told of an event in a role is whoever acts in it for this application.
create or replace function record_outcome(p jsonb) returns jsonb language plpgsql as $$
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
       where g.role = n ->> 'audience' and g.scope in ('unit:' || a.unit, 'office:' || (a.acting ->> (n ->> 'audience')))
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
alter function record_outcome(jsonb) set plan_cache_mode = 'force_generic_plan';
