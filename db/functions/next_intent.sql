-- The first intent of a queue that has no outcome yet, with its application or entity; null if every intent has one.
create or replace function next_intent(of_no text) returns jsonb language sql stable as
$$ select jsonb_build_object('intent', intent_json(i), 'ahead', 0,
            'claims', jsonb_build_object('state', case when i.claims_held then 'held' else 'retry' end))
          || case when a.no is null then jsonb_build_object('entity', entity_json(e)) else jsonb_build_object('case', case_json(a)) end
     from intents i left join applications a on a.no = i.no left join entities e on e.no = i.no
    where i.no = of_no and i.outcome is null
    order by i.n limit 1 $$;
