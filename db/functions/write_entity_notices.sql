-- Writes the notices of an entity's events, and replaces its reminders. If it is about an application, the people and offices of the application are
-- notified; if it is about a committee, the offices in `p.acting` and, as applicants, everyone whose open application goes to it
-- (of a session: who is on its roster, or was until this step; as expert, who presides). `p.notTo` is the person who acted, who is not notified.
create or replace function write_entity_notices(e entities, p jsonb) returns void language plpgsql as
$$
begin
  if jsonb_array_length(p -> 'notices') > 0 then
    insert into notices (no, programme, committee, person, template, params, about_at)
    select e.application, case when e.application is null then e.programme end, case when e.application is null then e.committee end,
           who.person, n ->> 'template', n -> 'params', from_ms((n ->> 'at')::bigint)
      from jsonb_array_elements(p -> 'notices') n
      left join applications a on a.no = e.application
     cross join lateral (
       select addressees(n ->> 'audience', e.world, a.person, a.unit, coalesce(a.seen_by, p -> 'acting'))
       union
       select other.person from applications other
        where n ->> 'audience' = 'applicant' and e.application is null and other.programme = e.programme and other.committee = e.committee
          and other.world is not distinct from e.world and other.outcome is null and not other.closed and e.kind <> 'session'
       union
       select on_roster.person from session_roster r join applications on_roster on on_roster.no = r.application
        where n ->> 'audience' = 'applicant' and e.kind = 'session' and r.session = e.no
          and (r.left_at is null or r.left_at = from_ms((p -> 'snapshot' ->> 'lastAt')::bigint))
       union
       select x.person from experts x where n ->> 'audience' = 'expert' and x.id = (p -> 'snapshot' ->> 'chair')::uuid and x.person is not null
     ) who (person)
     where who.person::text is distinct from p ->> 'notTo';
  end if;
  -- Kinds without reminders leave this out. A reminder whose notices exist is not sent again.
  if p -> 'reminders' is not null then
    delete from reminders where no is null and programme = e.programme and committee = e.committee and entity = e.no;
    insert into reminders (world, programme, committee, entity, deadline, due, ahead, remind_at, audience, acting, template, params)
    select e.world, e.programme, e.committee, e.no, r ->> 'key', (r ->> 'due')::date, (r ->> 'ahead')::integer, from_ms((r ->> 'at')::bigint),
           array(select jsonb_array_elements_text(r -> 'to')), p -> 'acting', r ->> 'template', r -> 'params'
      from jsonb_array_elements(p -> 'reminders') r;
  end if;
end $$;
