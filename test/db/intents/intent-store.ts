import { randomBytes, randomUUID } from 'node:crypto';
import { connect, type Db } from '../../../db/connection.ts';
import type { Claim, Pending } from '../../../db/intent.ts';
import type { NewOutcome } from '../../../db/intents/outcomes.ts';
import { type NewIntent, recordIntent } from '../../../db/intents/recording.ts';
import { createWorld } from '../../../db/worlds/worlds.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import type { Deadline } from '../../../domain/case/plan/deadlines.ts';
import type { Snapshot } from '../../../domain/lifecycle/command-queue.ts';
import { freshDatabase } from '../../support/servers/database.ts';

const programme = 'test-programme';
const refusal = { code: 'STALE', message: { zh: '测试', en: 'test' }, clauses: [], readings: [], details: {} } as const;

/** A database with one programme, and rows as the SQL functions are given them: no Temporal, no domain. */
export class IntentStore {
  readonly db: Db;
  private readonly drop: () => Promise<void>;

  private constructor(db: Db, drop: () => Promise<void>) {
    this.db = db;
    this.drop = drop;
  }

  static async open(): Promise<IntentStore> {
    const { url, drop } = await freshDatabase();
    const db = connect(url, { poolSize: 10 });
    await db.sql`insert into programmes (id, version, timeline_version) values (${programme}, 1, 1)`;
    await db.sql`insert into timelines (programme, version, body) values (${programme}, 1, '{}')`;
    return new IntentStore(db, drop);
  }

  async close(): Promise<void> {
    await this.db.close();
    await this.drop();
  }

  /** A clock world whose time now is this instant (epoch ms). */
  world(startAtMs: number): Promise<string> {
    return createWorld(this.db, startAtMs);
  }

  /** A draft; gives its number. */
  async draft(world: string | null = null): Promise<string> {
    const { sql } = this.db;
    const no = `T-${randomBytes(6).toString('hex')}`;
    const [person] = await sql<{ id: string }[]>`
      insert into people (world, subject, name_enc) values (${world}, ${randomUUID()}, '\\x00') returning id`;
    const [unit] = await sql<{ id: string }[]>`
      insert into units (world, name, employer_class) values (${world}, 'unit', 'private') returning id`;
    await sql`
      insert into applications (no, world, person, unit, programme, series, specialty, level, track, employer_class, office)
      values (${no}, ${world}, ${person?.id ?? ''}, ${unit?.id ?? ''}, ${programme}, 'engineering', 'robotics', 'deputySenior', 'standard', 'private', 'office')`;
    await sql`insert into contents (no, version, body_enc, hash) values (${no}, 1, '\\x00', 'x')`;
    return no;
  }

  /** Records an intent and expects that it is. */
  async record(no: string, over: Partial<NewIntent> = {}): Promise<Pending & { status: 'recorded' | 'repeated' }> {
    const recorded = await recordIntent(this.db, intentOf(no, over));
    if (recorded.status !== 'recorded' && recorded.status !== 'repeated') throw new Error(recorded.status);
    return recorded;
  }

  /** Raises the programme's timeline to a version. */
  async moveTimeline(version: number): Promise<void> {
    const { sql } = this.db;
    await sql`insert into timelines (programme, version, body) values (${programme}, ${version}, ${JSON.stringify({ version })})`;
    await sql`update programmes set timeline_version = ${version} where id = ${programme}`;
  }

  /** The claims that stand for a key, as [application, intent]. */
  async claims(key: string): Promise<readonly (readonly [string, string])[]> {
    const rows = await this.db.sql<{ no: string; intent: string }[]>`
      select no, intent from claims where key = ${key} order by no, intent`;
    return rows.map(({ no, intent }) => [no, intent]);
  }
}

/** An intent as it is recorded, of no interest but where it is said. */
export const intentOf = (no: string, over: Partial<NewIntent> = {}): NewIntent => ({
  no,
  action: 'submit',
  person: 'person',
  role: 'applicant',
  scope: null,
  argument: '{"data":{}}',
  claims: null,
  keyHash: null,
  fingerprint: null,
  expectedSeq: null,
  text: null,
  freeze: false,
  lane: 'interactive',
  tryAfterMs: 15_000,
  ...over,
});

/** A claim that only one application can have for itself. */
export const claimOf = (no: string, key: string): Claim => ({
  kind: 'applicationOfYear',
  key,
  value: no,
  clauses: ['LN-5.5.3-b'],
  readings: [],
});

/** An acceptance by so many events after `before`. */
export function acceptance(
  intent: string,
  { before = 0, events = 1, ...over }: { before?: number; events?: number } & Partial<Omit<NewOutcome, 'events'>> = {},
): NewOutcome {
  const seq = before + events;
  return {
    intent,
    accepted: true,
    outcome: { seq, warnings: [] },
    events: Array.from({ length: events }, (_, n) => eventOf(before + n + 1)),
    snapshot: { seq, closed: false, stage: null, ended: null } as unknown as Snapshot,
    deadlines: [],
    timelineVersion: 1,
    notices: [],
    claimsEnded: [],
    ...over,
  };
}

/** A refusal as it is written down. */
export const refused = (intent: string): NewOutcome => ({ intent, accepted: false, outcome: { refusal } });

/** A deadline at this instant (business epoch ms). */
export const deadlineAt = (dueAt: number): Deadline => ({
  key: 'stage/rule',
  stage: 'stage',
  rule: { kind: 'workingDaysAfterEntry', days: 1 },
  anchor: '2024-07-10',
  due: '2024-07-11',
  dueAt,
  clauses: [],
  readings: [],
});

const eventOf = (seq: number): CaseEvent => ({
  seq,
  name: 'submitted',
  stage: 'filing',
  at: Date.parse('2024-07-10T09:00+08:00'),
  by: { person: 'person', role: 'applicant' },
  data: { contentVersion: 1, counted: false },
});
