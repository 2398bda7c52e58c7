-- The printed name of a committee, in both languages; null where none is asked for.
create or replace function committee_name(of_programme text, of_committee text) returns jsonb language sql stable as
$$ select c -> 'name' from programmes p cross join lateral jsonb_array_elements(p.body -> 'committees') c
    where p.id = of_programme and c ->> 'id' = of_committee $$;
