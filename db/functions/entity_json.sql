-- What a finisher needs to know of an entity (anything that changes by intents, except applications).
create or replace function entity_json(e entities) returns jsonb language sql immutable as
$$ select jsonb_build_object(
     'no', e.no, 'kind', e.kind, 'world', e.world, 'programme', e.programme, 'application', e.application, 'committee', e.committee,
     'seq', e.seq, 'state', e.state) $$;
