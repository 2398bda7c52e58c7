-- Step 1 of a command: records the intent. `p` has ids, codes, hashes and ciphertexts only. Locks: world, programme, application. The answer leaves out the
-- argument, which the caller has. The intent of an entity is recorded by `record_entity_intent`. This function, and others with the same setting, use
-- generic plans: their statements find rows by keys and never change their shape, and planning at every call would cost as much as running them.
create or replace function record_intent(p jsonb) returns jsonb language plpgsql
set plan_cache_mode = 'force_generic_plan' as
$$
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
  if not found then return record_entity_intent(p); end if;
  if own.world is not null then perform pg_advisory_xact_lock_shared(lock_key('world', own.world::text)); end if;
  perform pg_advisory_xact_lock_shared(lock_key('programme', own.programme));
  perform 1 from applications where no = p ->> 'no' for update;
  -- Must come after the lock, so that the second of two requests with one key sees the first.
  if p ->> 'keyHash' is not null then
    select * into i from intents where key_hash = p ->> 'keyHash';
    if found then
      return jsonb_build_object('status', case when i.fingerprint = p ->> 'fingerprint' then 'repeated' else 'keyReused' end,
        'intent', intent_json(i), 'case', (select case_json(ap) from applications ap where ap.no = i.no),
        'claims', jsonb_build_object('state', case when i.claims_held then 'held' else 'retry' end),
        'ahead', (select count(*) from intents where no = i.no and n < i.n and outcome is null));
    end if;
  end if;
  -- Freezes exactly the content that was checked; if it has changed since, nothing is recorded.
  if p -> 'keep' ? 'content' and not exists (
    select 1 from applications ap join contents c on c.no = ap.no and c.version = ap.content_version
     where ap.no = p ->> 'no' and c.version = (p -> 'keep' -> 'content' ->> 'version')::integer and c.hash = p -> 'keep' -> 'content' ->> 'hash'
  ) then
    return jsonb_build_object('status', 'contentMoved');
  end if;
  -- The roster of a session that has begun stands; one that takes no more applications may have closed since it was looked at.
  if p ->> 'action' in ('withdraw', 'joinSession', 'leaveSession', 'recordResult')
     and exists (select 1 from session_roster r where r.application = p ->> 'no' and r.left_at is null and r.frozen) then
    return jsonb_build_object('status', 'inSession');
  end if;
  if p -> 'keep' ? 'session' then
    perform 1 from entities e
     where e.no = p -> 'keep' ->> 'session' and e.state ->> 'status' in ('NOTICE_PUBLISHED', 'ACCEPTING') for share;
    if not found then return jsonb_build_object('status', 'contentMoved'); end if;
  end if;
  -- A file that the action names may have been deleted since it was looked for.
  if p -> 'keep' ? 'files' and exists (
    select 1 from jsonb_array_elements_text(p -> 'keep' -> 'files') f
     where not exists (select 1 from attachments t where t.id = f::uuid and t.no = p ->> 'no')
  ) then
    return jsonb_build_object('status', 'contentMoved');
  end if;
  select timeline_version, (select offset_ms from worlds where id = own.world) as offset_ms into a from programmes where id = own.programme;
  head := a.timeline_version;
  world_offset := coalesce(a.offset_ms, 0);
  -- The clock is read here, when every lock is held.
  update applications set line = line + 1, start_offset_ms = coalesce(start_offset_ms, world_offset),
         received_at = greatest(date_trunc('milliseconds', clock_timestamp()) + world_offset * interval '1 millisecond', received_at)
   where no = p ->> 'no' and not closed
  returning no, world, programme, person, unit, office, series, specialty, level, track, employer_class, committee, destination, seq, line, received_at,
            content_version, start_offset_ms, clock_offset_ms, plan_hash, plan_hash is not null as opened, plan_timeline into a;
  if not found then
    return jsonb_build_object('status', 'closed', 'outcome', (select outcome from applications where no = p ->> 'no'));
  end if;

  -- Compared with the timeline of the plan, because the dates of the read model may be newer than those that the case knows. A case that already has the
  -- timeline ignores it.
  if (case when a.opened then a.plan_timeline else (p -> 'plan' ->> 'timelineVersion')::integer end) < head then
    select jsonb_build_object('version', version, 'body', body) into newer from timelines where programme = a.programme and version = head;
  end if;
  if p -> 'text' <> 'null' then perform write_text(a.no, p -> 'text'); end if;
  if (p ->> 'freeze')::boolean then
    update contents set frozen_at = clock_timestamp() where no = a.no and version = a.content_version and frozen_at is null;
  end if;
  if p -> 'plan' <> 'null' then
    insert into plans (hash, body) values (p -> 'plan' ->> 'hash', p -> 'plan' -> 'body') on conflict do nothing;
  end if;
  if p -> 'keep' ? 'content' then
    insert into achievement_fingerprints (no, version, item, fingerprint, joint)
    select a.no, a.content_version, w ->> 'item', w ->> 'fingerprint', (w ->> 'joint')::boolean
      from jsonb_array_elements(p -> 'keep' -> 'content' -> 'fingerprints') w
    on conflict (no, version, item) do update set fingerprint = excluded.fingerprint, joint = excluded.joint;
  end if;
  if p -> 'keep' ? 'objection' then
    perform write_objection(a.no, p -> 'keep' -> 'objection', a.received_at);
  end if;
  if p -> 'keep' ? 'posting' then perform write_posting(p -> 'keep' -> 'posting'); end if;
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
      'committee', a.committee, 'destination', a.destination, 'planHash', a.plan_hash, 'opened', a.opened));
end $$;
