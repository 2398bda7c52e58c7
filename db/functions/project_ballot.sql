-- What a step of a session changes in its ballot (`project_session` calls it). Opening the box freezes who may vote on which application: whoever is present and
-- not recused from it, where they are a quorum of the members (A-37); an application whose defence was missed is in no box (A-20), and one that has passed is in
-- no second. Void throws away what was not counted. The session is locked, so no vote comes between.
create or replace function project_ballot(of_no text, p jsonb) returns void language plpgsql as
$$
declare
  step jsonb := p -> 'events' -> -1;
  state jsonb := p -> 'snapshot';
  of_round integer := (state -> 'ballot' ->> 'round')::integer;
  at timestamptz := from_ms((step ->> 'at')::bigint);
begin
  case step ->> 'name'
    when 'openBallot' then
      insert into ballot_boxes (session, round, open, opened_at) values (of_no, of_round, true, at);
      insert into ballot_voters (session, round, application, expert)
      select of_no, of_round, h.application, x.expert
        from session_hearings(of_no) h
        join session_experts x on x.session = of_no and x.draw = (state -> 'draw' ->> 'n')::integer and x.present and not x.recused
       where h.ready and not h.absent
         and not exists (select 1 from session_recusals c
                          where c.session = of_no and c.application = h.application and c.expert = x.expert)
         and not exists (select 1 from session_results s
                          where s.session = of_no and s.application = h.application and s.round < of_round and s.passed);
    when 'closeBallot' then
      update ballot_boxes set open = false, closed_at = at where session = of_no and round = of_round;
    when 'void' then
      delete from ballots_sealed where session = of_no;
      update ballot_custodians set released_enc = null where session = of_no;
    else null;
  end case;
end $$;
