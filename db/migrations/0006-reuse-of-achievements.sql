-- Fingerprints of submitted achievements: keyed hashes, so that the same work is found again without anybody reading it (LN-5.2.3-a, LYG-2.2-d).
create table achievement_prints (
  no text not null references applications,
  version integer not null,
  item text not null,
  print text not null,
  -- Several people did it and this one says what part was theirs (LN-5.2.3-b).
  joint boolean not null,
  primary key (no, version, item)
);
create index achievement_prints_by_print on achievement_prints (print);

-- What a person found out about one that was found again; never a machine's sentence (A-34).
create table reuse_decisions (
  no text not null references applications,
  item text not null,
  other text not null references applications,
  reused boolean not null,
  reason_enc bytea not null,
  person uuid not null,
  role text not null,
  decided_at timestamptz not null default clock_timestamp(),
  primary key (no, item, other)
);
