-- Takes the claims that an intent asks for, and answers with one of these states. 'held': it has them. 'taken': an accepted intent of another application
-- (`holder`) has one of them. 'waiting': the intent that has one of them is still open, or the deadline of its application had passed when this intent was
-- received, so that its lapse may end the claim; the finisher of this intent finishes that one first. 'settled': the intent already has its outcome.
-- 'retry': the holder has released the claim in between.
create or replace function take_claims(intent_id uuid) returns jsonb language plpgsql
set plan_cache_mode = 'force_generic_plan' as
$$
declare
  i intents;
  claim jsonb;
  holder record;
  claim_lock bigint;
begin
  -- Under the lock of the application, so that an outcome written in between is seen; a refused intent would take claims that nobody ends.
  perform 1 from applications a join intents it on it.no = a.no where it.id = intent_id for update of a;
  select * into i from intents where id = intent_id;
  if i.outcome is not null then return jsonb_build_object('state', 'settled'); end if;
  if i.claims_held or i.claims is null then return jsonb_build_object('state', 'held'); end if;
  if i.claim_taken_by is not null then return jsonb_build_object('state', 'taken', 'holder', i.claim_taken_by); end if;
  -- Rival intents take turns by these locks. Two that insert at once would wait for each other's row under the exclusion constraint, a deadlock.
  -- The locks are taken before the inner block, because its failure would release them.
  for claim_lock in select * from claim_locks(i.claims) loop perform pg_advisory_xact_lock(claim_lock); end loop;
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
  select c.no, h.outcome is null or coalesce(not a.closed and a.due_at <= i.received_at, false) as open into holder
    from jsonb_array_elements(i.claims) w
    join claims c on c.kind = w ->> 'kind' and c.key = w ->> 'key' and c.value <> w ->> 'value' and c.no <> i.no
    join intents h on h.id = c.intent
    join applications a on a.no = c.no
   order by open limit 1;
  if not found then return jsonb_build_object('state', 'retry'); end if;
  if not holder.open then update intents set claim_taken_by = holder.no where id = i.id; end if;
  return jsonb_build_object('state', case when holder.open then 'waiting' else 'taken' end, 'holder', holder.no);
end $$;
