-- What drizzle cannot say. The list is checked by test/db/schema.test.ts.
create extension if not exists btree_gist;

-- Two values under one key exclude each other, also when their intents are recorded at once.
alter table claims add constraint claims_exclusive exclude using gist (kind with =, key with =, value with <>);

-- Unique indexes in which a missing world, application or committee counts as a value.
create unique index people_identity on people (world, identity_hash) nulls not distinct where identity_hash is not null;
create unique index notices_of_reminders on notices (no, programme, committee, deadline, due, ahead, person, channel)
  nulls not distinct where deadline is not null;

-- An update that changes no indexed column and finds room on its page writes no index.
alter table applications set (fillfactor = 60);
alter table intents set (fillfactor = 85);
