-- Step 3 of a command: writes the outcome of an intent. Only the caller whose update finds the intent open writes; any other gets the outcome that is already
-- written. The outcome of an entity is written by `record_entity_outcome`. A refusal writes no dates. A plan, once written, is only replaced by a move.
create or replace function record_outcome(p jsonb) returns jsonb language plpgsql
set plan_cache_mode = 'force_generic_plan' as
$$
declare
  own record;
  i record;
  a record;
  head integer;
  wanted uuid := (p ->> 'intent')::uuid;
  accepting boolean := (p ->> 'accepted')::boolean;
  event_count integer;
  claim_lock bigint;
  dates text;
  seen jsonb;
  reminding text := reminders_digest(p -> 'reminders', (p ->> 'timelineVersion')::integer);
begin
  select it.no, ap.programme into own from intents it join applications ap on ap.no = it.no where it.id = wanted;
  if not found then return record_entity_outcome(p); end if;
  if accepting then
    perform pg_advisory_xact_lock_shared(lock_key('programme', own.programme));
    select timeline_version into head from programmes where id = own.programme;
    if (p ->> 'timelineVersion')::integer < head then
      return jsonb_build_object('status', 'timelineMoved',
        'timeline', (select jsonb_build_object('version', version, 'body', body) from timelines where programme = own.programme and version = head));
    end if;
  end if;
  select no, world, person, unit, acting, seen_by, seq, deadlines_hash, reminders_hash, received_at into a from applications where no = own.no for update;
  -- A finisher refuses because a claim is taken, but another finisher has obtained the claim for this intent since: the first must decide again.
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
      -- The claim passes to the next claimant by an insert, which the exclusion constraint checks against claims that others are inserting now.
      for claim_lock in select * from claim_locks(i.claims) loop perform pg_advisory_xact_lock(claim_lock); end loop;
      -- Open intents of the same application that want this claim were told that it is held. The first of them has it from now on.
      update claims c set intent = next_claimant.id
        from (select distinct on (w ->> 'kind', w ->> 'key') o.id, w ->> 'kind' as kind, w ->> 'key' as key, w ->> 'value' as value
                from intents o cross join lateral jsonb_array_elements(o.claims) w
               where o.no = i.no and o.outcome is null and o.claims_held
               order by w ->> 'kind', w ->> 'key', o.n) next_claimant
       where c.intent = i.id and c.kind = next_claimant.kind and c.key = next_claimant.key and c.value = next_claimant.value;
      delete from claims where intent = i.id;
    end if;
    return jsonb_build_object('status', 'written', 'accepted', false, 'outcome', p -> 'outcome');
  end if;
  event_count := coalesce(jsonb_array_length(p -> 'events'), 0);
  if (p -> 'snapshot' ->> 'seq')::integer <> a.seq + event_count then
    raise exception 'case % stands at %, % events lead to %', a.no, a.seq, event_count, p -> 'snapshot' ->> 'seq' using errcode = 'ZC002';
  end if;
  -- A process of the version before says no roles; then every office in charge sees the case, as it did.
  seen := case when p ? 'comeTo' then offices_that_see(a.acting, p -> 'comeTo', a.seen_by) else a.acting end;
  dates := md5((p ->> 'timelineVersion') || (p -> 'deadlines')::text);
  update applications set
    seq = a.seq + event_count, snapshot = p -> 'snapshot', stage = p -> 'snapshot' -> 'stage' ->> 'key', phase = p -> 'snapshot' -> 'stage' ->> 'phase',
    outcome = p -> 'snapshot' -> 'ended' ->> 'outcome', seen_by = seen, closed = (p -> 'snapshot' ->> 'closed')::boolean,
    plan_hash = coalesce(plan_hash, p -> 'plan' ->> 'hash'),
    plan_timeline = case when plan_hash is null then (p -> 'plan' ->> 'timelineVersion')::integer else plan_timeline end,
    timeline_version = (p ->> 'timelineVersion')::integer, deadlines_hash = dates, reminders_hash = reminding,
    due_at = case when a.deadlines_hash = dates then due_at
                  else (select min(from_ms((d ->> 'dueAt')::bigint)) from jsonb_array_elements(p -> 'deadlines') d) end
  where no = a.no;
  insert into events (no, seq, name, stage, at, person, role, scope, data, intent)
  select a.no, (e ->> 'seq')::integer, e ->> 'name', e ->> 'stage', from_ms((e ->> 'at')::bigint), e -> 'by' ->> 'person', e -> 'by' ->> 'role', e -> 'by' ->> 'scope', e -> 'data', wanted
    from jsonb_array_elements(p -> 'events') e;
  -- Most actions change no deadline; then none is written.
  if a.deadlines_hash is distinct from dates then
    delete from deadlines where no = a.no;
    insert into deadlines (no, key, stage, rule, anchor, due, due_at, clauses, readings, timeline_version)
    select a.no, d ->> 'key', d ->> 'stage', d -> 'rule', (d ->> 'anchor')::date, (d ->> 'due')::date, from_ms((d ->> 'dueAt')::bigint),
           d -> 'clauses', d -> 'readings', (p ->> 'timelineVersion')::integer
      from jsonb_array_elements(p -> 'deadlines') d;
  end if;
  if a.reminders_hash is distinct from reminding then
    perform write_reminders(a.no, p -> 'reminders', (p ->> 'timelineVersion')::integer,
                            coalesce(from_ms((p -> 'snapshot' ->> 'lastAt')::bigint), a.received_at));
  end if;
  if jsonb_array_length(p -> 'notices') > 0 then
    -- Once for each person and event, the first in the list, also for one who has several of the roles; in the order of the list, which is that of the inbox.
    insert into notices (no, seq, person, template, params)
    select a.no, told.seq, told.person, told.template, told.params
      from (select distinct on (seq, who.person)
                   (n ->> 'seq')::integer as seq, n ->> 'template' as template, who.person, n -> 'params' as params, place
              from jsonb_array_elements(p -> 'notices') with ordinality list (n, place)
              cross join lateral (
                select a.person where n ->> 'audience' = 'applicant'
                union
                select g.person from grants g join people pe on pe.id = g.person and pe.world is not distinct from a.world
                 where g.role = n ->> 'audience' and g.scope in ('unit:' || a.unit, 'office:' || (seen ->> (n ->> 'audience')))
              ) who (person)
             order by seq, who.person, place) told
     order by told.place;
  end if;
  if jsonb_array_length(p -> 'claimsEnded') > 0 then
    delete from claims where no = a.no and kind in (select jsonb_array_elements_text(p -> 'claimsEnded'));
    update intents o set claims_held = false
     where o.no = a.no and o.outcome is null and o.claims_held
       and exists (select 1 from jsonb_array_elements(o.claims) w where w ->> 'kind' in (select jsonb_array_elements_text(p -> 'claimsEnded')));
  end if;
  -- A corrected result frees the number that was recorded by mistake.
  if p -> 'events' @> '[{"name": "referralCorrected"}]' then
    delete from claims c
     where c.no = a.no and c.kind = 'certificateNumber'
       and not exists (select 1 from jsonb_array_elements(coalesce(nullif(i.claims, 'null'), '[]')) w
                        where w ->> 'kind' = c.kind and w ->> 'key' = c.key);
  end if;
  if p -> 'events' @> '[{"name": "passed"}]' then
    insert into certificates (no, seq, issued_on)
    select a.no, (e ->> 'seq')::integer, (from_ms((e ->> 'at')::bigint) at time zone 'Asia/Shanghai')::date
      from jsonb_array_elements(p -> 'events') e
     where e ->> 'name' = 'passed' and e -> 'data' ? 'certificate';
  end if;
  if p -> 'events' @> '[{"name": "resultRecorded"}]' then
    update session_results r set delivered = wanted
      from jsonb_array_elements(p -> 'events') e
     where e ->> 'name' = 'resultRecorded' and r.application = a.no and r.session = e -> 'data' ->> 'session' and r.round = (e -> 'data' ->> 'round')::integer;
  end if;
  if p -> 'events' @> '[{"name": "resultVoided", "data": {"revoked": true}}]' then
    update certificates set revoked_on = (from_ms((p -> 'snapshot' ->> 'lastAt')::bigint) at time zone 'Asia/Shanghai')::date
     where no = a.no and revoked_on is null;
  end if;
  if p -> 'events' @> '[{"name": "posted"}]' then
    update posting_items pi set posted_on = (e -> 'data' ->> 'postedOn')::date, last_day = (e -> 'data' ->> 'lastDay')::date
      from jsonb_array_elements(p -> 'events') e
     where e ->> 'name' = 'posted' and pi.no = a.no and pi.posting = (e -> 'data' ->> 'posting')::uuid;
  end if;
  if p -> 'events' @> '[{"name": "onRoster"}]' or p -> 'events' @> '[{"name": "offRoster"}]' or p -> 'events' @> '[{"name": "ended"}]' then
    perform write_roster(a.no, p -> 'events', wanted);
  end if;
  return jsonb_build_object('status', 'written', 'accepted', true, 'outcome', p -> 'outcome');
end $$;
