-- The printed name of a committee, in both languages; null without a committee.
create or replace function committee_name(of_programme text, of_committee text) returns jsonb language sql stable as
$$ select (c -> 'name')::jsonb
     from programmes p
     join programme_versions v on v.programme = p.id and v.version = p.version
    cross join lateral json_array_elements(v.body -> 'committees') c
    where p.id = of_programme and c ->> 'id' = of_committee $$;
