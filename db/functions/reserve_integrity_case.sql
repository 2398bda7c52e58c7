-- The number of the integrity case of an application that a request opens, the same one each time the request is repeated. Numbers follow each other,
-- because the application's row is held.
create or replace function reserve_integrity_case(of_no text, of_request uuid) returns integer language plpgsql as
$$
begin
  perform 1 from applications where no = of_no for no key update;
  insert into entities (no, kind, world, programme, application, request)
  select 'integrity/' || a.no || '/' || 1 + (select count(*) from entities where application = of_no and kind = 'integrity'),
         'integrity', a.world, a.programme, a.no, of_request
    from applications a where a.no = of_no
  on conflict (request) do nothing;
  return (select split_part(no, '/', -1)::integer from entities where request = of_request);
end $$;
