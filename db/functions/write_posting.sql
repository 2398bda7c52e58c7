-- Keeps a posting with the applications on it; the same id again changes nothing.
create or replace function write_posting(given jsonb) returns void language plpgsql as
$$
begin
  insert into postings (id, world, kind, unit, office, token, document, created_by)
  values ((given ->> 'id')::uuid, (given ->> 'world')::uuid, given ->> 'kind', (given ->> 'unit')::uuid, given ->> 'office', given ->> 'token',
          jsonb_build_object('sealed', given ->> 'document'), (given ->> 'createdBy')::uuid)
  on conflict (id) do nothing;
  if not found then return; end if;
  insert into posting_items (posting, no) select (given ->> 'id')::uuid, item from jsonb_array_elements_text(given -> 'items') item;
end $$;
