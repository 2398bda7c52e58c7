-- What a finisher must know of a thing that is no application, beside the intent.
create or replace function entity_json(e entities) returns jsonb language sql immutable as
$$ select jsonb_build_object(
     'no', e.no, 'kind', e.kind, 'world', e.world, 'programme', e.programme, 'application', e.application, 'committee', e.committee,
     'seq', e.seq, 'state', e.state) $$;
