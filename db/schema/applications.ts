import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { type ApplicantFacts, type OfficeRole, officeRoles, type Role } from '../../domain/programme/facts.ts';
import type { Plan } from '../../domain/programme/programme.ts';
import { bytea, id, instant, writtenAt } from './columns.ts';
import { people, units } from './people.ts';
import { programmes, worlds } from './programmes.ts';

/** The office in a role; the role is written out, because an expression of an index takes no parameter. */
const officeIn = (offices: AnyPgColumn, role: OfficeRole) => sql`(${offices} ->> ${sql.raw(`'${role}'`)})`;

/** Programmes compiled for a kind of applicant (8 KB each), stored once by the hash of the content: all applications of one kind share one. */
export const plans = pgTable('plans', {
  hash: text('hash').primaryKey(),
  body: jsonb('body').$type<Plan>().notNull(),
  createdAt: writtenAt(),
});

/**
 * The read model of an application, and the number of its last intent (`line`). The fill factor is 60 %, because an update that finds room on its page and
 * changes no indexed column writes no index.
 */
export const applications = pgTable(
  'applications',
  {
    no: text('no').primaryKey(),
    world: uuid('world').references(() => worlds.id),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    unit: uuid('unit')
      .notNull()
      .references(() => units.id),
    programme: text('programme')
      .notNull()
      .references(() => programmes.id),
    series: text('series').$type<ApplicantFacts['series']>().notNull(),
    specialty: text('specialty').$type<ApplicantFacts['specialty']>().notNull(),
    level: text('level').$type<ApplicantFacts['level']>().notNull(),
    track: text('track').$type<ApplicantFacts['track']>().notNull(),
    employerClass: text('employer_class').$type<ApplicantFacts['employerClass']>().notNull(),
    office: text('office').notNull(),
    sealingAuthority: text('sealing_authority'),
    /** The office in charge for each role, as found by the routing, and the committee that decides. */
    acting: jsonb('acting').$type<Readonly<Partial<Record<Role, string>>>>().notNull().default({}),
    /** The offices of `acting` to which the case has come, and which therefore see it. */
    seenBy: jsonb('seen_by').$type<Readonly<Partial<Record<Role, string>>>>().notNull().default({}),
    committee: text('committee'),
    destination: text('destination').$type<ApplicantFacts['destination']>(),
    facts: jsonb('facts').$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    contentVersion: integer('content_version').notNull().default(1),
    line: integer('line').notNull().default(0),
    receivedAt: instant('received_at').notNull().default(sql`'-infinity'`),
    seq: integer('seq').notNull().default(0),
    stage: text('stage'),
    phase: text('phase'),
    outcome: text('outcome'),
    closed: boolean('closed').notNull().default(false),
    snapshot: jsonb('snapshot'),
    planHash: text('plan_hash').references(() => plans.hash),
    /** The version of the timeline in the plan, so that nobody need read the plan to know it. */
    planTimeline: integer('plan_timeline'),
    timelineVersion: integer('timeline_version'),
    dueAt: instant('due_at'),
    deadlinesHash: text('deadlines_hash'),
    remindersHash: text('reminders_hash'),
    integrity: jsonb('integrity'),
    startOffsetMs: bigint('start_offset_ms', { mode: 'number' }),
    clockOffsetMs: bigint('clock_offset_ms', { mode: 'number' }),
    /** When its applicant discarded the draft, in business time; its number is never given again. */
    discardedAt: instant('discarded_at'),
    createdAt: writtenAt(),
  },
  (table) => [
    index('applications_by_person').on(table.person),
    // The order of work lists: the nearest deadline first, applications without one last. The list of all is spelled differently, so that PostgreSQL cannot
    // read the list of a unit or of an office in this order and skip everybody else's.
    index('applications_by_due')
      .on(table.world, sql`least(${table.dueAt}, 'infinity')`, table.no)
      .where(sql`${table.planHash} is not null`),
    index('applications_by_unit').on(table.unit, table.world, sql`coalesce(${table.dueAt}, 'infinity')`, table.no),
    index('applications_by_office').on(table.office, table.no),
    // The work list of an office, one index for each role that an office can have.
    ...officeRoles.map((role) =>
      index(`applications_of_${role.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`)
        .on(officeIn(table.seenBy, role), table.world, sql`coalesce(${table.dueAt}, 'infinity')`, table.no)
        .where(sql`${table.planHash} is not null and ${officeIn(table.seenBy, role)} is not null`),
    ),
    // The results of a committee's meetings are counted each time its year is read.
    index('applications_by_committee').on(table.programme, table.committee).where(sql`${table.committee} is not null`),
    index('applications_by_world')
      .on(table.world, table.dueAt)
      .where(sql`${table.world} is not null and not ${table.closed}`),
  ],
);

const ofApplication = () =>
  text('no')
    .notNull()
    .references(() => applications.no);

/** The versions of an application's form, sealed; a submitted version is frozen. */
export const contents = pgTable(
  'contents',
  {
    no: ofApplication(),
    version: integer('version').notNull(),
    bodyEnc: bytea('body_enc').notNull(),
    hash: text('hash').notNull(),
    frozenAt: instant('frozen_at'),
  },
  (table) => [primaryKey({ columns: [table.no, table.version] })],
);

/** The free text of an action on an application or an entity, sealed; events name it by its id. */
export const texts = pgTable('texts', {
  id: uuid('id').primaryKey(),
  no: text('no').notNull(),
  bodyEnc: bytea('body_enc').notNull(),
  hash: text('hash').notNull(),
});

export const attachments = pgTable(
  'attachments',
  {
    id: id(),
    no: ofApplication(),
    kind: text('kind').notNull(),
    nameEnc: bytea('name_enc').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    bodyEnc: bytea('body_enc').notNull(),
    createdAt: writtenAt(),
  },
  (table) => [index('attachments_by_no').on(table.no)],
);

/** Fingerprints of submitted achievements: keyed hashes, so that the same work is found again without anybody reading it (LN-5.2.3-a, LYG-2.2-d). */
export const achievementFingerprints = pgTable(
  'achievement_fingerprints',
  {
    no: ofApplication(),
    version: integer('version').notNull(),
    item: text('item').notNull(),
    fingerprint: text('fingerprint').notNull(),
    /** Several people did the work, and this one states their own part (LN-5.2.3-b). */
    joint: boolean('joint').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.no, table.version, table.item] }),
    index('achievements_by_fingerprint').on(table.fingerprint),
  ],
);

/**
 * A reviewer's decision about a reused achievement. It applies to the work with this fingerprint; another work in the same item needs its own decision (A-34).
 */
export const reuseDecisions = pgTable(
  'reuse_decisions',
  {
    n: bigint('n', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    no: ofApplication(),
    item: text('item').notNull(),
    other: text('other')
      .notNull()
      .references(() => applications.no),
    fingerprint: text('fingerprint').notNull(),
    reused: boolean('reused').notNull(),
    reasonEnc: bytea('reason_enc').notNull(),
    person: uuid('person').notNull(),
    role: text('role').$type<Role>().notNull(),
    decidedAt: writtenAt('decided_at'),
  },
  (table) => [index('reuse_decisions_of_finding').on(table.no, table.item, table.other, table.fingerprint, table.n)],
);
