-- Reminders of last days (A-12, A-48, LYG-5.2-e): of an application, or of the year of a committee. The sweep of db/notices/reminders.ts makes notices of those whose
-- instant has come in their world; a row goes with its deadline, and `told_at` says that the sweep is done with it.
create table reminders (
  id uuid primary key default uuidv7(),
  world uuid references worlds,
  no text,
  programme text,
  committee text,
  deadline text not null,
  due date not null,
  -- Working days before `due`; -1 is the day after it.
  ahead integer not null,
  remind_at timestamptz not null,
  audience text[] not null,
  -- The offices of a committee's year by role; those of an application stand on it.
  acting jsonb,
  template text not null,
  params jsonb not null,
  told_at timestamptz,
  check ((no is null) = (programme is not null and committee is not null)),
  unique nulls not distinct (no, programme, committee, world, deadline, ahead)
);
create index reminders_waiting on reminders (world, remind_at) where told_at is null;
alter table applications add column reminders_hash text;

-- A notice is about an application, or about the year of a committee. That of a reminder is there once for each last day and number of days.
alter table notices alter column no drop not null, alter column seq drop not null,
  add column programme text, add column committee text, add column deadline text, add column due date, add column ahead integer,
  add check ((no is null) = (programme is not null and committee is not null));
create unique index notices_of_reminders on notices (no, programme, committee, deadline, due, ahead, person, channel)
  nulls not distinct where deadline is not null;

-- Who has a role for a case: the applicant, who acts for the unit, who acts for the office that is named for the role.
create function addressees(to_role text, of_world uuid, applicant uuid, of_unit uuid, offices jsonb) returns setof uuid language sql stable as
$$ select applicant where to_role = 'applicant' and applicant is not null
   union
   select g.person from grants g join people pe on pe.id = g.person and pe.world is not distinct from of_world
    where g.role = to_role and g.scope in ('unit:' || of_unit, 'office:' || (offices ->> to_role)) $$;

-- The printed name of a committee, in both languages; null where none is asked for.
create function committee_name(of_programme text, of_committee text) returns jsonb language sql stable as
$$ select c -> 'name' from programmes p cross join lateral jsonb_array_elements(p.body -> 'committees') c
    where p.id = of_programme and c ->> 'id' = of_committee $$;

-- As in 0007, and writes the reminders where they changed.
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
  wanted_reminders jsonb := coalesce(nullif(p -> 'reminders', 'null'), '[]');
  reminding text := case when wanted_reminders = '[]' then null else md5(wanted_reminders::text) end;
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
  select no, world, person, unit, acting, seq, deadlines_hash, reminders_hash, received_at into a from applications where no = own.no for update;
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
    timeline_version = (p ->> 'timelineVersion')::integer, deadlines_hash = dates, reminders_hash = reminding,
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
  if a.reminders_hash is distinct from reminding then
    delete from reminders where no = a.no;
    -- Not of a day that was over when the case came to this: the entry told the last day.
    insert into reminders (world, no, deadline, due, ahead, remind_at, audience, template, params)
    select a.world, a.no, r ->> 'key', (r ->> 'due')::date, (r ->> 'ahead')::integer, from_ms((r ->> 'at')::bigint),
           array(select jsonb_array_elements_text(r -> 'to')), 'deadlineNear',
           jsonb_build_object('due', r -> 'due', 'daysLeft', r -> 'ahead', 'basis', r -> 'basis')
      from jsonb_array_elements(wanted_reminders) r
     where from_ms((r ->> 'at')::bigint) + interval '1 day' > coalesce(from_ms((p -> 'snapshot' ->> 'lastAt')::bigint), a.received_at);
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
alter function record_outcome(jsonb) set plan_cache_mode = 'force_generic_plan';
