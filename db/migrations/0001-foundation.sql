-- Tables of the service. Instants of business are world time (database clock + the world's offset); `recorded_at` and the like are real time.
create extension if not exists btree_gist;

create table worlds (
  id uuid primary key default uuidv7(),
  offset_ms bigint not null,
  moving_to timestamptz,
  created_at timestamptz not null default clock_timestamp()
);

create table programmes (
  id text primary key,
  version integer not null,
  timeline_version integer not null,
  body jsonb not null
);

create table timelines (
  programme text not null references programmes,
  version integer not null,
  body jsonb not null,
  reason text,
  created_at timestamptz not null default clock_timestamp(),
  primary key (programme, version)
);

create table people (
  id uuid primary key default uuidv7(),
  world uuid references worlds,
  subject text not null unique,
  name_enc bytea not null,
  identity_enc bytea,
  identity_hash text,
  phone_enc bytea,
  mail_enc bytea,
  language text not null default 'zh' check (language in ('zh', 'en')),
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp()
);
create unique index people_identity on people (world, identity_hash) nulls not distinct where identity_hash is not null;

-- Where a unit is registered, which commission supervises it, and whether the personnel agency acts for it: its applications go by this (DL-1.2-c, DL-1.2-d, LYG-4.0-b).
create table units (
  id uuid primary key default uuidv7(),
  world uuid references worlds,
  name text not null,
  employer_class text not null,
  territory text,
  supervisor text,
  agency_client boolean not null default false,
  created_at timestamptz not null default clock_timestamp()
);

create table grants (
  person uuid not null references people,
  role text not null,
  scope text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (person, role, scope)
);
create index grants_by_scope on grants (scope, role);

-- An update that changes no indexed column and finds room on its page writes no index: therefore the fill factor.
create table applications (
  no text primary key,
  world uuid references worlds,
  person uuid not null references people,
  unit uuid not null references units,
  programme text not null references programmes,
  series text not null,
  specialty text not null,
  level text not null,
  track text not null,
  employer_class text not null,
  office text not null,
  sealing_authority text,
  -- Which office acts in which role for the application, as the routing found it, and the committee that decides (model.md 5.4).
  acting jsonb not null default '{}',
  committee text,
  destination text,
  facts jsonb not null default '{}',
  content_version integer not null default 1,
  line integer not null default 0,
  received_at timestamptz not null default '-infinity',
  seq integer not null default 0,
  stage text,
  phase text,
  outcome text,
  closed boolean not null default false,
  snapshot jsonb,
  plan jsonb,
  -- The timeline that the plan brought, so that the plan itself need not be opened to know it.
  plan_timeline integer,
  timeline_version integer,
  due_at timestamptz,
  deadlines_hash text,
  reminders_hash text,
  integrity jsonb,
  start_offset_ms bigint,
  clock_offset_ms bigint,
  created_at timestamptz not null default clock_timestamp()
) with (fillfactor = 60);
create index applications_by_person on applications (person);
create index applications_by_unit on applications (unit, no);
create index applications_by_office on applications (office, no);
create index applications_by_acting on applications using gin (acting jsonb_path_ops);
-- What a committee recorded at its meetings is counted each time its year is read.
create index applications_by_committee on applications (programme, committee) where committee is not null;
create index applications_by_world on applications (world, due_at) where world is not null and not closed;

create table contents (
  no text not null references applications,
  version integer not null,
  body_enc bytea not null,
  hash text not null,
  frozen_at timestamptz,
  primary key (no, version)
);

create table texts (
  id uuid primary key,
  no text not null references applications,
  body_enc bytea not null,
  hash text not null
);

create table attachments (
  id uuid primary key default uuidv7(),
  no text not null references applications,
  kind text not null,
  name_enc bytea not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  body_enc bytea not null,
  created_at timestamptz not null default clock_timestamp()
);
create index attachments_by_no on attachments (no);

-- Intents, events, deadlines and notices are written by the functions of `db/functions/` alone, which hold the application's row: a foreign key would look it up
-- again for every row of every action.
create table intents (
  id uuid primary key default uuidv7(),
  no text not null,
  n integer not null,
  action text not null,
  person text not null,
  role text not null,
  scope text,
  argument text not null,
  claims jsonb,
  claims_held boolean not null default true,
  -- The application whose accepted holding of a claim refuses this intent, for good: finishers that ask later must not decide otherwise.
  claim_taken_by text,
  key_hash text unique,
  fingerprint text,
  content_version integer,
  expected_seq integer,
  timeline jsonb,
  received_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  lane text not null check (lane in ('interactive', 'bulk')),
  try_at timestamptz not null,
  tries integer not null default 0,
  last_error text,
  outcome jsonb,
  accepted boolean,
  finished_at timestamptz,
  unique (no, n)
) with (fillfactor = 85);
create index intents_keyed on intents (recorded_at) where key_hash is not null;
create index intents_open_by_no on intents (no, n) where outcome is null;

create table claims (
  kind text not null,
  key text not null,
  value text not null,
  no text not null references applications,
  intent uuid not null references intents,
  primary key (kind, key, no),
  exclude using gist (kind with =, key with =, value with <>)
);
create index claims_by_no on claims (no);

create table events (
  no text not null,
  seq integer not null,
  name text not null,
  stage text,
  at timestamptz not null,
  person text not null,
  role text not null,
  data jsonb not null,
  intent uuid not null,
  position xid8 not null default pg_current_xact_id(),
  primary key (no, seq)
);

create table deadlines (
  no text not null,
  key text not null,
  stage text not null,
  rule jsonb not null,
  anchor date not null,
  due date not null,
  due_at timestamptz not null,
  clauses jsonb not null,
  readings jsonb not null,
  timeline_version integer not null,
  primary key (no, key)
);

-- A notice is about an application, or about the year of a committee. That of a reminder is there once for each last day and number of days.
create table notices (
  id uuid primary key default uuidv7(),
  no text,
  seq integer,
  programme text,
  committee text,
  deadline text,
  due date,
  ahead integer,
  person uuid not null,
  channel text not null check (channel in ('inApp', 'mail')),
  template text not null,
  params jsonb not null,
  message_id text,
  -- When what the notice is about happened, where that is no event of the application.
  about_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  try_at timestamptz not null default clock_timestamp(),
  tries integer not null default 0,
  last_error text,
  sent_at timestamptz,
  read_at timestamptz,
  check ((no is null) = (programme is not null and committee is not null)),
  unique (no, seq, person, channel, template)
);
create index notices_unsent on notices (try_at) where channel = 'mail' and sent_at is null;
-- The inbox is read newest first, by the order of its ids: a page is the end of this index.
create index notices_inbox on notices (person, id) where channel = 'inApp';
create unique index notices_of_reminders on notices (no, programme, committee, deadline, due, ahead, person, channel)
  nulls not distinct where deadline is not null;

-- Reminders of last days (A-12, A-48, LYG-5.2-e): of an application, or of the year of a committee. The sweep of db/notices/reminders.ts makes notices of
-- those whose instant has come in their world; a row is deleted with its deadline, and `told_at` says that the sweep is done with it, or that the day
-- was over when the case came to it. `timeline` is the version of the dates the reminder was worked out by, so that those of cases that do not act can
-- be worked out anew when the dates move.
create table reminders (
  id uuid primary key default uuidv7(),
  world uuid references worlds,
  no text,
  programme text,
  committee text,
  timeline integer,
  deadline text not null,
  due date not null,
  -- Working days before `due`; -1 is the day after it.
  ahead integer not null,
  remind_at timestamptz not null,
  audience text[] not null,
  -- The offices of a committee's year by role; those of an application stand on it.
  acting jsonb,
  template text not null,
  params jsonb not null,
  told_at timestamptz,
  check ((no is null) = (programme is not null and committee is not null)),
  unique nulls not distinct (no, programme, committee, world, deadline, ahead)
);
create index reminders_waiting on reminders (world, remind_at) where told_at is null;
create index reminders_dated on reminders (programme, timeline) where no is not null;

create table postings (
  id uuid primary key default uuidv7(),
  world uuid references worlds,
  kind text not null check (kind in ('unit', 'preReview', 'result')),
  unit uuid references units,
  office text,
  token text not null unique,
  document jsonb not null,
  created_by uuid not null references people,
  created_at timestamptz not null default clock_timestamp()
);

create table posting_items (
  posting uuid not null references postings,
  no text not null references applications,
  posted_on date,
  last_day date,
  primary key (posting, no)
);
create index posting_items_by_no on posting_items (no);

create table objections (
  id uuid primary key,
  no text not null references applications,
  posting uuid references postings,
  named boolean not null,
  objector_enc bytea,
  body_enc bytea not null,
  received_at timestamptz not null default clock_timestamp()
);
create index objections_by_no on objections (no);

create table batches (
  id uuid primary key default uuidv7(),
  world uuid references worlds,
  kind text not null,
  unit uuid references units,
  office text,
  -- Whom the delivery is addressed to: the role that acts in the step it leads to, and the office that acts in it.
  receiver jsonb,
  items jsonb not null,
  created_by uuid not null references people,
  created_at timestamptz not null default clock_timestamp()
);

create table idempotency (
  key_hash text primary key,
  fingerprint text not null,
  status integer,
  body jsonb,
  created_at timestamptz not null default clock_timestamp()
);
create index idempotency_by_age on idempotency (created_at);

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

-- What a person found out about an achievement that was found again; never a machine's sentence. It holds for the work with its fingerprint: another work
-- under the same item is looked at anew (A-34).
create table reuse_decisions (
  no text not null references applications,
  item text not null,
  other text not null references applications,
  print text not null,
  reused boolean not null,
  reason_enc bytea not null,
  person uuid not null,
  role text not null,
  decided_at timestamptz not null default clock_timestamp(),
  primary key (no, item, other, print)
);

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

-- That an application may be made although another holds what it claims: decided by the title office with a reason, which is the text of the same id
-- (A-25). Used by the first accepted intent whose claims name it.
create table claim_overrides (
  id uuid primary key,
  no text not null references applications,
  kinds text[] not null,
  person uuid not null references people,
  role text not null,
  scope text not null,
  hash text not null,
  decided_at timestamptz not null
);
create index claim_overrides_by_no on claim_overrides (no);
