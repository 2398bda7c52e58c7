-- Keeps a sealed text, `given` with its body in hexadecimal digits.
create or replace function write_text(of_no text, given jsonb) returns void language plpgsql as
$$
begin
  insert into texts (id, no, body_enc, hash) values ((given ->> 'id')::uuid, of_no, decode(given ->> 'body', 'hex'), given ->> 'hash');
end $$;
