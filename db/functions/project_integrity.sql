-- What a step of an integrity case changes elsewhere: the application shows its cases and the day of a revocation, the offices that decide the case see the
-- application, and an upheld case enters the archive.
create or replace function project_integrity(of_no text, p jsonb) returns void language plpgsql as
$$
declare
  decision jsonb := p -> 'snapshot' -> 'decision';
  deciders jsonb := p -> 'snapshot' -> 'rules' -> 'decides';
begin
  update applications a
     set integrity = jsonb_build_object(
           'version', coalesce((a.integrity ->> 'version')::integer, 0) + 1,
           'revokedOn', coalesce(case when decision ->> 'effect' = 'revoke' then decision ->> 'on' end, a.integrity ->> 'revokedOn')),
         seen_by = offices_that_see(a.acting, coalesce((deciders -> 'before') || (deciders -> 'after'), '[]'), a.seen_by)
    from entities e where e.no = of_no and a.no = e.application;
  insert into integrity_records (no, n, person, body)
  select a.no, split_part(of_no, '/', -1)::integer, a.person, decision -> 'record'
    from entities e join applications a on a.no = e.application
   where e.no = of_no and jsonb_typeof(decision -> 'record') = 'object';
end $$;
