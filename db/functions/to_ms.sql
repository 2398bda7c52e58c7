-- An instant as the milliseconds since 1970 that the application counts in.
create or replace function to_ms(t timestamptz) returns bigint language sql immutable as
$$ select (extract(epoch from t) * 1000)::bigint $$;
