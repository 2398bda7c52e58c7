-- The printed name of a committee, in both languages, or of the office that serves the only one; null without a committee.
create or replace function committee_name(of_programme text, of_committee text) returns jsonb language sql stable as
$$ select (named -> 'name')::jsonb
     from programmes p
     join programme_versions v on v.programme = p.id and v.version = p.version
    cross join lateral (
      select c from json_array_elements(v.body -> 'committees') c
      union all
      select o from json_array_elements(v.body -> 'offices') o where v.body -> 'committees' is null and o ->> 'id' = v.body ->> 'office'
    ) known (named)
    where p.id = of_programme and named ->> 'id' = of_committee $$;
