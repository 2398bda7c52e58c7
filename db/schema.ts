import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const created = () => instant('created_at').notNull().default(sql`clock_timestamp()`);

/** A clock of its own for demonstrations and tests: business time = database clock + offset. */
export const worlds = pgTable('worlds', {
  id: uuid('id').primaryKey().default(sql`uuidv7()`),
  offsetMs: bigint('offset_ms', { mode: 'number' }).notNull(),
  movingTo: instant('moving_to'),
  createdAt: created(),
});

export const programmes = pgTable('programmes', {
  id: text('id').primaryKey(),
  version: integer('version').notNull(),
  timelineVersion: integer('timeline_version').notNull(),
  body: jsonb('body').notNull(),
});

export const timelines = pgTable(
  'timelines',
  {
    programme: text('programme').notNull(),
    version: integer('version').notNull(),
    body: jsonb('body').notNull(),
    reason: text('reason'),
    createdAt: created(),
  },
  (table) => [primaryKey({ columns: [table.programme, table.version] })],
);

/** The only table with names; name, identity number, telephone and mail address are encrypted. */
export const people = pgTable('people', {
  id: uuid('id').primaryKey().default(sql`uuidv7()`),
  world: uuid('world'),
  subject: text('subject').notNull(),
  nameEnc: bytea('name_enc').notNull(),
  identityEnc: bytea('identity_enc'),
  identityHash: text('identity_hash'),
  phoneEnc: bytea('phone_enc'),
  mailEnc: bytea('mail_enc'),
  language: text('language').$type<'zh' | 'en'>().notNull().default('zh'),
  version: integer('version').notNull().default(1),
  createdAt: created(),
});

export const units = pgTable('units', {
  id: uuid('id').primaryKey().default(sql`uuidv7()`),
  world: uuid('world'),
  name: text('name').notNull(),
  employerClass: text('employer_class').notNull(),
  territory: text('territory'),
  supervisor: text('supervisor'),
  agencyClient: boolean('agency_client').notNull().default(false),
  createdAt: created(),
});

/** What a person may be: a role with a scope, `unit:<id>` or `office:<id>`. */
export const grants = pgTable(
  'grants',
  {
    person: uuid('person').notNull(),
    role: text('role').notNull(),
    scope: text('scope').notNull(),
    createdAt: created(),
  },
  (table) => [primaryKey({ columns: [table.person, table.role, table.scope] })],
);

/** The read model of an application, and the head of its line of intents. */
export const applications = pgTable('applications', {
  no: text('no').primaryKey(),
  world: uuid('world'),
  person: uuid('person').notNull(),
  unit: uuid('unit').notNull(),
  programme: text('programme').notNull(),
  series: text('series').notNull(),
  specialty: text('specialty').notNull(),
  level: text('level').notNull(),
  track: text('track').notNull(),
  employerClass: text('employer_class').notNull(),
  office: text('office').notNull(),
  sealingAuthority: text('sealing_authority'),
  acting: jsonb('acting').notNull(),
  committee: text('committee'),
  destination: text('destination'),
  facts: jsonb('facts').notNull(),
  contentVersion: integer('content_version').notNull().default(1),
  line: integer('line').notNull().default(0),
  receivedAt: instant('received_at'),
  seq: integer('seq').notNull().default(0),
  stage: text('stage'),
  phase: text('phase'),
  outcome: text('outcome'),
  closed: boolean('closed').notNull().default(false),
  snapshot: jsonb('snapshot'),
  plan: jsonb('plan'),
  timelineVersion: integer('timeline_version'),
  dueAt: instant('due_at'),
  startOffsetMs: bigint('start_offset_ms', { mode: 'number' }),
  clockOffsetMs: bigint('clock_offset_ms', { mode: 'number' }),
  createdAt: created(),
});

export const contents = pgTable(
  'contents',
  {
    no: text('no').notNull(),
    version: integer('version').notNull(),
    bodyEnc: bytea('body_enc').notNull(),
    hash: text('hash').notNull(),
    frozenAt: instant('frozen_at'),
  },
  (table) => [primaryKey({ columns: [table.no, table.version] })],
);

export const texts = pgTable('texts', {
  id: uuid('id').primaryKey(),
  no: text('no').notNull(),
  bodyEnc: bytea('body_enc').notNull(),
  hash: text('hash').notNull(),
});

export const attachments = pgTable('attachments', {
  id: uuid('id').primaryKey().default(sql`uuidv7()`),
  no: text('no').notNull(),
  kind: text('kind').notNull(),
  nameEnc: bytea('name_enc').notNull(),
  mediaType: text('media_type').notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  bodyEnc: bytea('body_enc').notNull(),
  createdAt: created(),
});

export const intents = pgTable('intents', {
  id: uuid('id').primaryKey().default(sql`uuidv7()`),
  no: text('no').notNull(),
  n: integer('n').notNull(),
  action: text('action').notNull(),
  person: text('person').notNull(),
  role: text('role').notNull(),
  scope: text('scope'),
  argument: text('argument').notNull(),
  receivedAt: instant('received_at').notNull(),
  recordedAt: instant('recorded_at').notNull(),
  lane: text('lane').notNull(),
  tryAt: instant('try_at').notNull(),
  tries: integer('tries').notNull(),
  lastError: text('last_error'),
  outcome: jsonb('outcome'),
  accepted: boolean('accepted'),
  finishedAt: instant('finished_at'),
});

export const claims = pgTable('claims', {
  kind: text('kind').notNull(),
  key: text('key').notNull(),
  value: text('value').notNull(),
  no: text('no').notNull(),
  intent: uuid('intent').notNull(),
});

export const events = pgTable(
  'events',
  {
    no: text('no').notNull(),
    seq: integer('seq').notNull(),
    name: text('name').notNull(),
    stage: text('stage'),
    at: instant('at').notNull(),
    person: text('person').notNull(),
    role: text('role').notNull(),
    data: jsonb('data').notNull(),
    intent: uuid('intent').notNull(),
  },
  (table) => [primaryKey({ columns: [table.no, table.seq] })],
);

export const deadlines = pgTable(
  'deadlines',
  {
    no: text('no').notNull(),
    key: text('key').notNull(),
    stage: text('stage').notNull(),
    rule: jsonb('rule').notNull(),
    anchor: date('anchor').notNull(),
    due: date('due').notNull(),
    dueAt: instant('due_at').notNull(),
    clauses: jsonb('clauses').notNull(),
    readings: jsonb('readings').notNull(),
    timelineVersion: integer('timeline_version').notNull(),
  },
  (table) => [primaryKey({ columns: [table.no, table.key] })],
);

export const notices = pgTable('notices', {
  id: uuid('id').primaryKey().default(sql`uuidv7()`),
  no: text('no'),
  seq: integer('seq'),
  programme: text('programme'),
  committee: text('committee'),
  deadline: text('deadline'),
  due: date('due'),
  ahead: integer('ahead'),
  person: uuid('person').notNull(),
  channel: text('channel').$type<'inApp' | 'mail'>().notNull(),
  template: text('template').notNull(),
  params: jsonb('params').notNull(),
  messageId: text('message_id'),
  createdAt: created(),
  tryAt: instant('try_at').notNull(),
  tries: integer('tries').notNull().default(0),
  lastError: text('last_error'),
  sentAt: instant('sent_at'),
  readAt: instant('read_at'),
});

export const postings = pgTable('postings', {
  id: uuid('id').primaryKey().default(sql`uuidv7()`),
  world: uuid('world'),
  kind: text('kind').$type<'unit' | 'preReview' | 'result'>().notNull(),
  unit: uuid('unit'),
  office: text('office'),
  token: text('token').notNull(),
  document: jsonb('document').notNull(),
  createdBy: uuid('created_by').notNull(),
  createdAt: created(),
});

export const postingItems = pgTable('posting_items', {
  posting: uuid('posting').notNull(),
  no: text('no').notNull(),
  postedOn: date('posted_on'),
  lastDay: date('last_day'),
});

export const objections = pgTable('objections', {
  id: uuid('id').primaryKey(),
  no: text('no').notNull(),
  posting: uuid('posting'),
  named: boolean('named').notNull(),
  objectorEnc: bytea('objector_enc'),
  bodyEnc: bytea('body_enc').notNull(),
  receivedAt: instant('received_at').notNull().default(sql`clock_timestamp()`),
});

export const batches = pgTable('batches', {
  id: uuid('id').primaryKey().default(sql`uuidv7()`),
  world: uuid('world'),
  kind: text('kind').notNull(),
  unit: uuid('unit'),
  office: text('office'),
  receiver: jsonb('receiver'),
  items: jsonb('items').notNull(),
  createdBy: uuid('created_by').notNull(),
  createdAt: created(),
});

/** The first answer to a request that creates something but is not an intent. */
export const idempotency = pgTable('idempotency', {
  keyHash: text('key_hash').primaryKey(),
  fingerprint: text('fingerprint').notNull(),
  status: integer('status'),
  body: jsonb('body'),
  createdAt: created(),
});
