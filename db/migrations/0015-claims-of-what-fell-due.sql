-- As before, but a holder whose deadline had passed when the intent was received does not stand against it yet: its lapse is recorded some minutes later and
-- may end the claim, so whoever finishes the intent settles that first, as with a holder that is still open.
create or replace function take_claims(intent_id uuid) returns jsonb language plpgsql as $$
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
alter function take_claims(uuid) set plan_cache_mode = 'force_generic_plan';
