-- The people who have a role for a case: the applicant, those who act for the unit, those who act for the office that is named for the role.
create or replace function addressees(to_role text, of_world uuid, applicant uuid, of_unit uuid, offices jsonb) returns setof uuid language sql stable as
$$ select applicant where to_role = 'applicant' and applicant is not null
   union
   select g.person from grants g join people pe on pe.id = g.person and pe.world is not distinct from of_world
    where g.role = to_role and g.scope in ('unit:' || of_unit, 'office:' || (offices ->> to_role)) $$;
