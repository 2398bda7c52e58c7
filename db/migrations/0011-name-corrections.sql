-- A name that applications stand under is corrected by an administrator alone, with a reason; what it was stays readable.
create table name_corrections (
  id uuid primary key,
  person uuid not null references people,
  by_person uuid not null references people,
  at timestamptz not null,
  was_enc bytea not null,
  became_enc bytea not null,
  reason_enc bytea not null,
  written_at timestamptz not null default clock_timestamp()
);
create index name_corrections_of_person on name_corrections (person, at);
