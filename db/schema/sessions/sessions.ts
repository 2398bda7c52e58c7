import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Drawn, Pool } from '../../../domain/session/draw/draw.ts';
import type { RecusalGround } from '../../../domain/session/recusal.ts';
import { applications } from '../applications.ts';
import { bytea, instant, writtenAt } from '../columns.ts';
import { entities } from '../entities.ts';
import { people } from '../people.ts';
import { experts } from './committees.ts';

const ofSession = () =>
  text('session')
    .notNull()
    .references(() => entities.no);
const ofApplication = () =>
  text('application')
    .notNull()
    .references(() => applications.no);
const ofExpert = () =>
  uuid('expert')
    .notNull()
    .references(() => experts.id);

/** Who is reviewed at a session. An application is on one roster at a time; `leftAt` and `why` say that it left. */
export const sessionRoster = pgTable(
  'session_roster',
  {
    session: ofSession(),
    application: ofApplication(),
    intent: uuid('intent').notNull(),
    joinedAt: instant('joined_at').notNull(),
    /** Set when the meeting began: from then on nobody leaves by withdrawing. */
    frozen: boolean('frozen').notNull().default(false),
    leftAt: instant('left_at'),
    why: text('why').$type<'withdrawn' | 'removed' | 'cancelled' | 'voided' | 'ended'>(),
    /** The slot of the defence, and how often it was moved (LN-9.2-a, A-20). */
    defenceAt: instant('defence_at'),
    room: text('room'),
    moved: integer('moved').notNull().default(0),
    absent: boolean('absent').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.session, table.application] }),
    uniqueIndex('session_roster_once').on(table.application).where(sql`${table.leftAt} is null`),
  ],
);

/** One draw of experts: what was frozen and published, what the second party gave, and what came of it (docs/draw.md). */
export const sessionDraws = pgTable(
  'session_draws',
  {
    session: ofSession(),
    n: integer('n').notNull(),
    pool: jsonb('pool').$type<Pool>().notNull(),
    poolHash: text('pool_hash').notNull(),
    secretHash: text('secret_hash').notNull(),
    committedBy: uuid('committed_by')
      .notNull()
      .references(() => people.id),
    committedAt: writtenAt('committed_at'),
    value: text('value'),
    valueBy: uuid('value_by').references(() => people.id),
    valueAt: instant('value_at'),
    secret: text('secret'),
    seed: text('seed'),
    drawn: jsonb('drawn').$type<Drawn>(),
    revealedAt: instant('revealed_at'),
    /** The id of the sealed reason of a redraw. */
    reason: uuid('reason'),
  },
  (table) => [primaryKey({ columns: [table.session, table.n] })],
);

/** An expert of a session: drawn as member or alternate, what they declared, and whether they are present. */
export const sessionExperts = pgTable(
  'session_experts',
  {
    session: ofSession(),
    expert: ofExpert(),
    draw: integer('draw').notNull(),
    place: integer('place').notNull(),
    seat: text('seat').$type<'member' | 'alternate'>().notNull(),
    declaredAt: instant('declared_at'),
    /** Withdrew from the whole session; an alternate takes the seat. */
    recused: boolean('recused').notNull().default(false),
    /** On which ground, who found it and wrote it down, and the id of the sealed words. */
    recusalGround: text('recusal_ground').$type<RecusalGround>(),
    recusalFoundBy: text('recusal_found_by').$type<'declared' | 'office'>(),
    recusalBy: uuid('recusal_by').references(() => people.id),
    recusalReason: uuid('recusal_reason'),
    present: boolean('present').notNull().default(false),
    /** The alternate who sits for this member. */
    substitute: uuid('substitute'),
  },
  (table) => [
    primaryKey({ columns: [table.session, table.expert] }),
    check('session_experts_seat', sql`${table.seat} in ('member', 'alternate')`),
  ],
);

/** An expert who withdraws from one application: cannot read, score, speak to or vote on it. */
export const sessionRecusals = pgTable(
  'session_recusals',
  {
    session: ofSession(),
    application: ofApplication(),
    expert: ofExpert(),
    ground: text('ground').$type<RecusalGround>().notNull(),
    foundBy: text('found_by').$type<'declared' | 'office' | 'system'>().notNull(),
    byPerson: uuid('by_person').references(() => people.id),
    reason: uuid('reason'),
    at: writtenAt('at'),
  },
  (table) => [primaryKey({ columns: [table.session, table.application, table.expert] })],
);

/** A score sheet of one expert for one application, in hundredths of a point; a changed sheet is a new version, and the old one stays. */
export const sessionSheets = pgTable(
  'session_sheets',
  {
    session: ofSession(),
    application: ofApplication(),
    expert: ofExpert(),
    kind: text('kind').$type<'quantified' | 'defence'>().notNull(),
    version: integer('version').notNull(),
    points: integer('points').notNull(),
    items: jsonb('items').$type<readonly { readonly key: string; readonly points: number }[]>().notNull(),
    byPerson: uuid('by_person')
      .notNull()
      .references(() => people.id),
    /** The number of the correction that made this version. */
    correction: integer('correction'),
    at: writtenAt('at'),
  },
  (table) => [
    primaryKey({ columns: [table.session, table.application, table.expert, table.kind, table.version] }),
    check('session_sheets_kind', sql`${table.kind} in ('quantified', 'defence')`),
  ],
);

/** The written opinion of an expert of the panel about one application; sealed. */
export const sessionOpinions = pgTable(
  'session_opinions',
  {
    session: ofSession(),
    application: ofApplication(),
    expert: ofExpert(),
    version: integer('version').notNull(),
    textEnc: bytea('text_enc').notNull(),
    at: writtenAt('at'),
  },
  (table) => [primaryKey({ columns: [table.session, table.application, table.expert, table.version] })],
);

/** What a session came to for one application. `delivered` is the intent that told the application. */
export const sessionResults = pgTable(
  'session_results',
  {
    session: ofSession(),
    round: integer('round').notNull(),
    application: ofApplication(),
    present: integer('present').notNull(),
    agree: integer('agree').notNull(),
    against: integer('against').notNull(),
    abstain: integer('abstain').notNull(),
    blank: integer('blank').notNull(),
    passed: boolean('passed').notNull(),
    reason: text('reason').$type<'absentFromDefence' | 'vetoed'>(),
    quantified: integer('quantified'),
    defence: integer('defence'),
    composite: integer('composite'),
    delivered: uuid('delivered'),
    voided: boolean('voided').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.session, table.round, table.application] }),
    index('session_results_by_application').on(table.application),
  ],
);

/** A paper made from a session: its kind, version and content hash. */
export const sessionPapers = pgTable(
  'session_papers',
  {
    session: ofSession(),
    kind: text('kind').notNull(),
    version: integer('version').notNull(),
    hash: text('hash').notNull(),
    correction: integer('correction'),
    at: writtenAt('at'),
  },
  (table) => [primaryKey({ columns: [table.session, table.kind, table.version] })],
);

/** The box of one ballot. Public keys only: each private key is with its custodian. */
export const ballotBoxes = pgTable(
  'ballot_boxes',
  {
    session: ofSession(),
    round: integer('round').notNull(),
    open: boolean('open').notNull().default(false),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    countedAt: instant('counted_at'),
  },
  (table) => [primaryKey({ columns: [table.session, table.round] })],
);

/** A custodian of a box with their public key, and, once released, their private key sealed to the other custodian's public key. */
export const ballotCustodians = pgTable(
  'ballot_custodians',
  {
    session: ofSession(),
    round: integer('round').notNull(),
    place: integer('place').notNull(),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    publicKey: bytea('public_key').notNull(),
    releasedEnc: bytea('released_enc'),
  },
  (table) => [
    primaryKey({ columns: [table.session, table.round, table.place] }),
    uniqueIndex('ballot_custodians_differ').on(table.session, table.round, table.person),
    check('ballot_custodians_two', sql`${table.place} in (1, 2)`),
  ],
);

/** Who may vote on which application: present when the box opened, and not recused from it. */
export const ballotVoters = pgTable(
  'ballot_voters',
  {
    session: ofSession(),
    round: integer('round').notNull(),
    application: ofApplication(),
    expert: ofExpert(),
  },
  (table) => [primaryKey({ columns: [table.session, table.round, table.application, table.expert] })],
);

/** A vote in its two envelopes: the mark of the voter outside, the vote sealed to both custodians. Deleted by the count. */
export const ballotsSealed = pgTable(
  'ballots_sealed',
  {
    session: ofSession(),
    round: integer('round').notNull(),
    application: text('application').notNull(),
    expert: uuid('expert').notNull(),
    sealed: bytea('sealed').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.session, table.round, table.application, table.expert] }),
    foreignKey({
      columns: [table.session, table.round, table.application, table.expert],
      foreignColumns: [ballotVoters.session, ballotVoters.round, ballotVoters.application, ballotVoters.expert],
    }),
  ],
);

/** An opened vote, without voter, time or number; written in random order by the count. */
export const ballotsOpened = pgTable(
  'ballots_opened',
  {
    session: ofSession(),
    round: integer('round').notNull(),
    application: text('application').notNull(),
    vote: text('vote').$type<'agree' | 'against' | 'abstain'>().notNull(),
  },
  (table) => [
    index('ballots_opened_of_application').on(table.session, table.round, table.application),
    check('ballots_opened_vote', sql`${table.vote} in ('agree', 'against', 'abstain')`),
  ],
);
