-- Whom a delivery was addressed to: the role that acts in the step it leads to, and the office that acts in it.
alter table batches add column receiver jsonb;
-- What was delivered before is addressed as the roads of its time were: a hand-over to the authority that reviews first where one does, else to the
-- committee's office; a forwarding to the committee's organiser, else to the centre that reports to the province.
update batches b
   set receiver = (
     select jsonb_build_object('role', r.role, 'office', a.acting ->> r.role)
       from applications a
      cross join unnest(case b.kind when 'forwarding' then array['committeeOrganiser', 'talentCentre']
                                    else array['preliminaryAuthority', 'committeeOffice'] end) with ordinality r (role, n)
      where a.no = b.items -> 0 ->> 'no' and a.acting ? r.role
      order by r.n limit 1);
