-- How the applications on the roster of a session are heard: the slot of the defence, the rule of the hearing by which each was filed, and what is there. `voters` are the
-- experts present who did not withdraw from it; their newest sheets, and the opinions of so many of them. `ready` says whether they are a quorum, in whole numbers: a recused
-- expert is not present for that application (A-37).
create or replace function session_hearings(of_session text) returns table (
  application text, defence_at timestamptz, room text, moved integer, absent boolean, hearing jsonb, voters integer, ready boolean,
  quantified integer, defence integer, opinions integer) language sql stable as
$$
  select r.application, r.defence_at, r.room, r.moved, r.absent,
         jsonb_path_query_first(p.body, '$.stages[*] ? (@.kind == "session").hearing[0]'),
         v.voters, v.voters > 0 and (s.quorum ->> 'of')::integer * v.voters >= (s.quorum ->> 'parts')::integer * s.members,
         v.quantified, v.defence, v.opinions
    from (select e.no, (e.state ->> 'members')::integer as members, (e.state -> 'draw' ->> 'n')::integer as draw, e.state -> 'plan' -> 'rules' -> 'quorum' as quorum
            from entities e where e.no = of_session) s
    join session_roster r on r.session = s.no and (r.left_at is null or r.why = 'ended')
    join applications a on a.no = r.application
    left join plans p on p.hash = a.plan_hash
   cross join lateral (
     select count(*)::integer as voters,
            count(*) filter (where exists (select 1 from session_sheets t where t.session = s.no and t.application = r.application and t.expert = x.expert and t.kind = 'quantified'))::integer as quantified,
            count(*) filter (where exists (select 1 from session_sheets t where t.session = s.no and t.application = r.application and t.expert = x.expert and t.kind = 'defence'))::integer as defence,
            count(*) filter (where exists (select 1 from session_opinions o where o.session = s.no and o.application = r.application and o.expert = x.expert))::integer as opinions
       from session_experts x
      where x.session = s.no and x.draw = s.draw and x.present and not x.recused
        and not exists (select 1 from session_recusals c where c.session = s.no and c.application = r.application and c.expert = x.expert)) v
$$;
