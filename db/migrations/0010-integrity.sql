-- Integrity cases (model.md 5.6): what an office found out about the truth of an application, decided by a workflow of its own. A row is there before
-- the workflow is asked (`seq` 0); steps are appended once each; a certified title stays, and a fact is added to it.
create table integrity_cases (
  no text not null references applications,
  n integer not null,
  -- The intent that opened it: repeating the request finds the same case.
  opening uuid not null unique,
  seq integer not null default 0,
  state jsonb,
  created_at timestamptz not null default clock_timestamp(),
  primary key (no, n)
);

create table integrity_events (
  no text not null,
  n integer not null,
  seq integer not null,
  intent uuid not null unique,
  name text not null,
  at timestamptz not null,
  person uuid not null references people,
  role text not null,
  data jsonb not null,
  written_at timestamptz not null default clock_timestamp(),
  primary key (no, n, seq),
  foreign key (no, n) references integrity_cases
);

create table integrity_records (
  no text not null,
  n integer not null,
  person uuid not null references people,
  body jsonb not null,
  primary key (no, n),
  foreign key (no, n) references integrity_cases
);
create index integrity_records_of_person on integrity_records (person);

alter table applications add column integrity jsonb;
-- When what a notice tells of happened, where that is no event of the application.
alter table notices add column about_at timestamptz;
