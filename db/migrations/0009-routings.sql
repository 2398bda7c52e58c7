-- Which committee takes the people of a unit in a specialty that the programme's data do not route: decided by hand, by the title office (A-33).
create table routings (
  world uuid references worlds,
  programme text not null references programmes,
  unit uuid not null references units,
  series text not null,
  specialty text not null,
  level text not null,
  committee text not null,
  destination text not null check (destination in ('here', 'province')),
  person uuid not null references people,
  decided_at timestamptz not null,
  unique nulls not distinct (world, programme, unit, series, specialty, level)
);
