-- The names of the units that are there already, in the form of `domain/normal-form.ts`; of several with one name the first keeps it, and the others have none.
update units u
   set name_key = k.key
  from (select id, key, row_number() over (partition by key order by created_at, id) as n
          from (select id, created_at,
                       coalesce(world::text, 'real') || ':' ||
                       lower(regexp_replace(normalize(name, nfkc), '[[:space:][:punct:]\u200B\u2800]', '', 'g')) as key
                  from units) named) k
 where k.id = u.id and k.n = 1;
