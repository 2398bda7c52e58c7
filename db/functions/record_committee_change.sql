-- Changes the committee of a unit's people for all of them at once (A-26). Each case decides the change by itself; here the intents of all are recorded
-- with the claims they need, all or none. `p.cases` are the applications of the unit as they were read, with the number of their intents.
-- Answers 'versionConflict' if one of them has changed since, and 'taken' if a claim of another application prevents the change.
-- `intents` are the answers of `record_intent`, so that each change is decided without being read again.
create or replace function record_committee_change(p jsonb) returns jsonb language plpgsql as
$$
declare
  nos text[] := array(select c ->> 'no' from jsonb_array_elements(p -> 'cases') c);
  world_id uuid := (p ->> 'world')::uuid;
  routing jsonb := p -> 'routing';
  held record;
  other record;
  shares jsonb;
  wanted jsonb;
  answer jsonb;
  recorded jsonb := '[]';
begin
  if world_id is not null then perform pg_advisory_xact_lock_shared(lock_key('world', world_id::text)); end if;
  perform pg_advisory_xact_lock_shared(lock_key('programme', p ->> 'programme'));
  perform 1 from applications where no = any (nos) order by no for update;
  if (select timeline_version from programmes where id = p ->> 'programme') <> (p ->> 'timeline')::integer
     or world_now(world_id) >= from_ms((p ->> 'until')::bigint)
     or exists (select 1 from intents where no = any (nos) and outcome is null)
     or exists (select 1 from applications a left join jsonb_to_recordset(p -> 'cases') as c (no text, line integer) on c.no = a.no
                 where a.world is not distinct from world_id and a.programme = p ->> 'programme' and a.unit = (routing ->> 'unit')::uuid
                   and a.series = routing ->> 'series' and a.specialty = routing ->> 'specialty' and a.level = routing ->> 'level'
                   and (c.line is distinct from a.line or a.received_at >= from_ms((p ->> 'until')::bigint)))
  then return jsonb_build_object('status', 'versionConflict'); end if;

  -- Claims are locked after the applications, as everywhere. Only these applications can end their claims, so the keys are still those that were read.
  select jsonb_agg(distinct jsonb_build_object('kind', kind, 'key', key)) into shares
    from claims where no = any (nos) and value = p ->> 'from' and kind in ('committeeOfUnit', 'committeeOfLevel');
  perform pg_advisory_xact_lock(claim_lock) from (select * from claim_locks(coalesce(shares, '[]')) as claim_lock) locks;
  for held in select * from jsonb_to_recordset(shares) as s (kind text, key text) loop
    -- Another application that holds the same claim and still goes to the old committee prevents the change: the unit would have two committees.
    select c.no into other from claims c join applications a on a.no = c.no
     where c.kind = held.kind and c.key = held.key and c.no <> all (nos) and a.committee = p ->> 'from' limit 1;
    if found then return jsonb_build_object('status', 'taken', 'kind', held.kind, 'no', other.no); end if;
  end loop;
  for held in select * from jsonb_to_recordset(shares) as s (kind text, key text) loop
    with gone as (delete from claims where kind = held.kind and key = held.key returning kind, key, no, intent)
    select jsonb_agg(to_jsonb(gone)) into wanted from gone;
    insert into claims (kind, key, value, no, intent)
    select kind, key, p ->> 'to', no, intent from jsonb_to_recordset(wanted) as w (kind text, key text, no text, intent uuid);
  end loop;

  perform write_routing(world_id, routing || jsonb_build_object('programme', p -> 'programme', 'committee', p -> 'to'));
  update applications a set committee = d.committee, destination = d.destination, office = d.office, acting = d.acting
    from jsonb_to_recordset(p -> 'drafts') as d (no text, committee text, destination text, office text, acting jsonb)
   where a.no = d.no and a.plan_hash is null;
  for wanted in select * from jsonb_array_elements(p -> 'intents') i order by i ->> 'no' loop
    answer := record_intent(wanted);
    if answer ->> 'status' <> 'recorded' then raise exception 'move of %: %', wanted ->> 'no', answer ->> 'status' using errcode = 'ZC004'; end if;
    recorded := recorded || answer;
  end loop;
  return jsonb_build_object('status', 'recorded', 'decidedAt', to_ms(world_now(world_id)), 'intents', recorded);
end $$;
