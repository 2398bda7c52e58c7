-- What a step of a session tells its applications, each by an intent of its own (`project_session` calls it): the result once the minutes are signed, the posting of
-- the list, or that the result is set aside. All are recorded in the statement of the step, in order of `no`, each once by its key; the courier finishes them. An application
-- that is closed is told nothing any more; its certificate is revoked here.
create or replace function tell_applications(of_session text, p jsonb) returns void language plpgsql as
$$
declare
  step record;
  told record;
begin
  for step in
    select e ->> 'name' as name, e -> 'data' as data, e -> 'by' as actor, from_ms((e ->> 'at')::bigint) as at from jsonb_array_elements(p -> 'events') e
  loop
    if step.name = 'signMinutes' then
      -- What the session did not come to a result for waits for another session.
      update session_roster r set left_at = step.at, why = 'ended'
       where r.session = of_session and r.left_at is null
         and not exists (select 1 from session_results s where s.session = r.session and s.application = r.application);
    end if;
    for told in
      select s.application as no, 'recordSessionResult' as action, 'result' as kind, s.round, 'system' as person, 'system' as role, null as scope,
             jsonb_strip_nulls(jsonb_build_object(
               'session', of_session, 'round', s.round, 'passed', s.passed, 'reason', s.reason, 'quantified', s.quantified, 'defence', s.defence, 'composite', s.composite,
               'heldOn', coalesce(p -> 'snapshot' ->> 'lastDay', p -> 'snapshot' ->> 'meetingOn'))) as data
        from session_results s
       where step.name = 'signMinutes' and s.session = of_session
         and s.round = (select max(l.round) from session_results l where l.session = s.session and l.application = s.application)
      union all
      select i.no, 'postPublicity', 'publicity', 1, step.actor ->> 'person', step.actor ->> 'role', 'office:' || (a.acting ->> (step.actor ->> 'role')),
             jsonb_strip_nulls(jsonb_build_object('posting', step.data -> 'posting', 'lastDay', step.data -> 'lastDay'))
        from posting_items i join applications a on a.no = i.no
       where step.name = 'publishResults' and i.posting = (step.data ->> 'posting')::uuid
      union all
      select s.application, 'voidSessionResult', 'void', s.round, 'system', 'system', null,
             jsonb_strip_nulls(jsonb_build_object('session', of_session, 'text', step.data -> 'text', 'outcome', p -> 'snapshot' -> 'plan' -> 'rules' -> 'voided' -> 'outcome'))
        from session_results s
       where step.name = 'void' and s.session = of_session and not s.voided
         and s.round = (select max(l.round) from session_results l where l.session = s.session and l.application = s.application)
       order by no
    loop
      perform record_intent(jsonb_build_object(
        'no', told.no, 'action', told.action, 'person', told.person, 'role', told.role, 'scope', told.scope,
        'argument', jsonb_build_object('data', told.data)::text, 'plan', null, 'claims', null, 'text', null, 'expectedSeq', null, 'freeze', false,
        'keyHash', concat_ws('/', told.kind, split_part(of_session, '/', 2), told.round, told.no),
        'fingerprint', concat_ws('/', told.kind, split_part(of_session, '/', 2), told.round, told.no), 'lane', 'bulk', 'tryAfterMs', 0));
    end loop;
    if step.name = 'void' then
      update session_results set voided = true where session = of_session;
      update certificates c set revoked_on = (step.at at time zone 'Asia/Shanghai')::date
        from applications a, session_results s
       where a.no = c.no and a.closed and s.application = a.no and s.session = of_session and a.snapshot -> 'result' ->> 'session' = of_session
         and c.revoked_on is null;
    end if;
  end loop;
end $$;
