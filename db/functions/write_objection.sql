-- Keeps an objection to an application, `given` with sealed words in hexadecimal digits, as of now where no intent says when it was received; the same
-- id again changes nothing.
create or replace function write_objection(of_no text, given jsonb, at timestamptz default null) returns void language plpgsql as
$$
begin
  insert into objections (id, no, posting, named, objector_enc, body_enc, received_at)
  values ((given ->> 'id')::uuid, of_no, (given ->> 'posting')::uuid, (given ->> 'named')::boolean, decode(given ->> 'objector', 'hex'),
          decode(given ->> 'body', 'hex'), coalesce(at, world_now((select world from applications where no = of_no))))
  on conflict (id) do nothing;
end $$;
