-- Leases open intents to the courier, interactive ones first. The lease only keeps several couriers from doing the same work; without it the outcomes would
-- be the same.
create or replace function lease_intents(max_count integer) returns setof text language sql volatile as
$$ update intents set tries = tries + 1,
          try_at = clock_timestamp() + least(30, power(2, least(tries, 5))) * interval '1 second'
    where id in (
      select i.id from intents i
       where i.outcome is null and i.try_at <= clock_timestamp()
         and not exists (select 1 from intents e where e.no = i.no and e.outcome is null and e.n < i.n and e.try_at <= clock_timestamp())
       order by i.lane = 'bulk', i.try_at limit max_count for update skip locked)
   returning no $$;
