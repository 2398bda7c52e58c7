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

create table units (
  id uuid primary key default uuidv7(),
  world uuid references worlds,
  name text not null,
  employer_class text not null,
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
  timeline_version integer,
  due_at timestamptz,
  deadlines_hash text,
  start_offset_ms bigint,
  clock_offset_ms bigint,
  created_at timestamptz not null default clock_timestamp()
);
create index applications_by_person on applications (person);
create index applications_by_unit on applications (unit, no);
create index applications_by_office on applications (office, stage, no);
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

-- Intents, events, deadlines and notices are written by the functions of 0002 alone, which hold the application's row: a foreign key would look it up
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
);
create index intents_keyed on intents (recorded_at) where key_hash is not null;
create index intents_open on intents (try_at) where outcome is null;
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
create index deadlines_due on deadlines (due_at);

create table notices (
  id uuid primary key default uuidv7(),
  no text not null,
  seq integer not null,
  person uuid not null,
  channel text not null check (channel in ('inApp', 'mail')),
  template text not null,
  params jsonb not null,
  message_id text,
  created_at timestamptz not null default clock_timestamp(),
  try_at timestamptz not null default clock_timestamp(),
  tries integer not null default 0,
  last_error text,
  sent_at timestamptz,
  read_at timestamptz,
  unique (no, seq, person, channel, template)
);
create index notices_unsent on notices (try_at) where channel = 'mail' and sent_at is null;
create index notices_of_person on notices (person, created_at) where channel = 'inApp';

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
