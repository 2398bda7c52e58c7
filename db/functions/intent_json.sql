-- An intent with everything that its finisher needs.
create or replace function intent_json(i intents) returns jsonb language sql stable as
$$ select jsonb_build_object(
     'id', i.id, 'no', i.no, 'n', i.n, 'action', i.action, 'person', i.person, 'role', i.role, 'scope', i.scope,
     'argument', i.argument, 'claims', i.claims, 'claimsHeld', i.claims_held, 'contentVersion', i.content_version,
     'expectedSeq', i.expected_seq, 'timeline', i.timeline, 'receivedAt', to_ms(i.received_at), 'lane', i.lane,
     'outcome', i.outcome, 'accepted', i.accepted, 'fingerprint', i.fingerprint, 'tries', i.tries) $$;
