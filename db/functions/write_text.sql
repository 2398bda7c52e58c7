-- Keeps a sealed text in the round trip that records its intent; those that stand beside no new intent are written by `insertText`.
create or replace function write_text(of_no text, given jsonb) returns void language plpgsql as
$$
begin
  insert into texts (id, no, body_enc, hash) values ((given ->> 'id')::uuid, of_no, decode(given ->> 'body', 'hex'), given ->> 'hash');
end $$;
