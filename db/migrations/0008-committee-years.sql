-- What happened in the year of a committee: its notice, its meetings, its results (LYG-3.3, LYG-5.2). The last row says how the year stands;
-- `seq` keeps two people from writing the same step.
create table committee_events (
  programme text not null references programmes,
  committee text not null,
  world uuid references worlds,
  seq integer not null,
  name text not null,
  at timestamptz not null,
  person uuid not null references people,
  role text not null,
  data jsonb not null,
  -- Why, where that must be recorded; sealed.
  reason_enc bytea,
  year jsonb not null,
  written_at timestamptz not null default clock_timestamp(),
  unique nulls not distinct (programme, committee, world, seq)
);
