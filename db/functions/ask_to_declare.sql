-- Asks the members of the recorded draw of a session, or one of them, to say whether they must withdraw; whoever has said so is not asked.
create or replace function ask_to_declare(of_session text, of_expert uuid) returns void language sql as
$$
  insert into notices (programme, committee, person, template, params, about_at)
  select e.programme, e.committee, x.person, 'sessionDeclare', jsonb_build_object('meetingOn', e.state ->> 'meetingOn'), world_now(e.world)
    from entities e
    join session_experts d on d.session = e.no and d.draw = (e.state -> 'draw' ->> 'n')::integer
    join experts x on x.id = d.expert and x.person is not null
   where e.no = of_session and d.seat = 'member' and not d.recused and d.declared_at is null and (of_expert is null or d.expert = of_expert)
$$;
