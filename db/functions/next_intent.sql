-- The first intent of an application that has no outcome yet, with its application; null where every intent has one.
create or replace function next_intent(application_no text) returns jsonb language sql stable as
$$ select jsonb_build_object('intent', intent_json(i), 'case', case_json(a), 'ahead', 0,
          'claims', jsonb_build_object('state', case when i.claims_held then 'held' else 'retry' end))
     from intents i join applications a on a.no = i.no
    where i.no = application_no and i.outcome is null
    order by i.n limit 1 $$;
