import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Role } from '../../domain/programme/facts.ts';
import type { Timeline } from '../../domain/programme/timeline.ts';
import type { Claim, Outcome } from '../intent.ts';
import { applications } from './applications.ts';
import { id, instant, writtenAt, xid8 } from './columns.ts';
import { people } from './people.ts';

// Only the SQL functions write intents, events, deadlines and notices, and they hold the application's row. A foreign key would look the row up again for
// every row of every action.

/** What somebody wants to change, numbered for each application, with its outcome. Instants are business time, `recordedAt` and the like real time. */
export const intents = pgTable(
  'intents',
  {
    id: id(),
    no: text('no').notNull(),
    n: integer('n').notNull(),
    action: text('action').notNull(),
    person: text('person').notNull(),
    role: text('role').notNull(),
    scope: text('scope'),
    argument: text('argument').notNull(),
    claims: jsonb('claims').$type<readonly Claim[]>(),
    claimsHeld: boolean('claims_held').notNull().default(true),
    /** The application whose claim made this intent fail. It is stored, so that a later finisher cannot decide otherwise. */
    claimTakenBy: text('claim_taken_by'),
    keyHash: text('key_hash').unique(),
    fingerprint: text('fingerprint'),
    contentVersion: integer('content_version'),
    expectedSeq: integer('expected_seq'),
    timeline: jsonb('timeline').$type<{ readonly version: number; readonly body: Timeline }>(),
    receivedAt: instant('received_at').notNull(),
    recordedAt: writtenAt('recorded_at'),
    lane: text('lane').$type<'interactive' | 'bulk'>().notNull(),
    tryAt: instant('try_at').notNull(),
    tries: integer('tries').notNull().default(0),
    lastError: text('last_error'),
    outcome: jsonb('outcome').$type<Outcome>(),
    accepted: boolean('accepted'),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    check('intents_lane', sql`${table.lane} in ('interactive', 'bulk')`),
    unique('intents_numbered').on(table.no, table.n),
    index('intents_keyed').on(table.recordedAt).where(sql`${table.keyHash} is not null`),
    index('intents_open_by_no').on(table.no, table.n).where(sql`${table.outcome} is null`),
  ],
);

/** What an application claims for its own; two values under one key exclude each other (`claims_exclusive`). */
export const claims = pgTable(
  'claims',
  {
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    value: text('value').notNull(),
    no: text('no')
      .notNull()
      .references(() => applications.no),
    intent: uuid('intent')
      .notNull()
      .references(() => intents.id),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key, table.no] }), index('claims_by_no').on(table.no)],
);

/**
 * The title office's decision that an application is allowed although another has the claim; its reason is the text of the same id. The first
 * accepted intent whose claims name it uses it up.
 */
export const claimOverrides = pgTable(
  'claim_overrides',
  {
    id: uuid('id').primaryKey(),
    no: text('no')
      .notNull()
      .references(() => applications.no),
    kinds: text('kinds').array().notNull(),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    role: text('role').$type<Role>().notNull(),
    scope: text('scope').notNull(),
    hash: text('hash').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [index('claim_overrides_by_no').on(table.no)],
);

/** What happened to an application. */
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
    /** For which unit, office or programme the person acted; null for an applicant and for time. */
    scope: text('scope'),
    data: jsonb('data').notNull(),
    intent: uuid('intent').notNull(),
    position: xid8('position').notNull().default(sql`pg_current_xact_id()`),
  },
  (table) => [primaryKey({ columns: [table.no, table.seq] })],
);

/** The deadlines of an application after its newest outcome; the nearest is also a column of the application. */
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

/** The first answers to requests that create something without an intent. */
export const idempotency = pgTable(
  'idempotency',
  {
    keyHash: text('key_hash').primaryKey(),
    fingerprint: text('fingerprint').notNull(),
    status: integer('status'),
    body: jsonb('body'),
    createdAt: writtenAt(),
  },
  (table) => [index('idempotency_by_age').on(table.createdAt)],
);

/** Open things whose workflow is not running, as the worker found them: it ended by force, or Temporal does not know it. A row goes when it runs again. */
export const lostWorkflows = pgTable('lost_workflows', {
  no: text('no').primaryKey(),
  kind: text('kind').notNull(),
  /** What Temporal said of it. */
  status: text('status').notNull(),
  foundAt: writtenAt('found_at'),
});
