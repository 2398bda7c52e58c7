import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { NativeConnection, Worker } from '@temporalio/worker';
import { inject } from 'vitest';
import { createWorker } from '../../activities/worker.ts';
import type { CommandDeps, Kinds } from '../../commands/deps.ts';
import { type ActRequest, type ActResult, act } from '../../commands/intents/act.ts';
import { finish } from '../../commands/intents/finish.ts';
import { kinds } from '../../commands/kinds/kinds.ts';
import { advanceWorld } from '../../commands/worlds/worlds.ts';
import { calendar } from '../../config/calendars.ts';
import { readEnv } from '../../config/env/env.ts';
import { liaoningDiit2024 as liaoning } from '../../config/programmes/liaoning-diit-2024/index.ts';
import { programmes } from '../../config/programmes.ts';
import { connect, type Db, workerApplicationName } from '../../db/connection.ts';
import { publishProgramme } from '../../db/programmes/publish.ts';
import { createWorld } from '../../db/worlds/worlds.ts';
import type { CommandData } from '../../domain/case/commands/commands.ts';
import { compile } from '../../domain/case/plan/compile.ts';
import { claimsOf } from '../../domain/claims/claims.ts';
import type { ApplicantFacts, Role } from '../../domain/programme/facts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { officesInCharge } from '../../domain/routing/offices-in-charge.ts';
import { confirmed, nothingUsedAgain } from '../../ops/lives/confirmed.ts';
import { engineer } from '../../ops/lives/liaoning/steps.ts';
import { freshDatabase } from './servers/database.ts';
import './servers/runtime.ts';
import { clientOf, nativeConnectionOf } from './servers/temporal.ts';

const namespace = 'zhicheng';

/** The published keys of tests; histories are recorded and replayed with them. */
export const testKeys = [{ id: 'test', key: Buffer.alloc(32, 7) }];

/** Beijing wall-clock time as epoch ms: `at('2024-07-10T09:00')`. */
export const at = (wallClock: string): number => Date.parse(`${wallClock}+08:00`);

/** `wakeSpreadMs`: the longest time by which its cases wake after a deadline, whole seconds; without it none, as in every clock world. */
export type BackendOptions = {
  readonly continueAfterEvents?: number;
  readonly withoutWorker?: boolean;
  readonly wakeSpreadMs?: number;
  /** Kinds that the test adds, and the bundle of workflows that its worker runs instead of ours. */
  readonly kinds?: Kinds;
  readonly codePath?: string;
};

/** Everything between HTTP and the servers, with a worker and a database of its own. */
export class TestBackend {
  readonly deps: CommandDeps;
  readonly alarms: string[] = [];
  private readonly closers: (() => Promise<unknown>)[] = [];
  private running: { worker: Worker; done: Promise<void>; connection: NativeConnection } | null = null;
  readonly databaseUrl: string;
  private readonly codePath: string | undefined;

  private constructor(db: Db, temporal: Client, options: BackendOptions & { databaseUrl: string; taskQueue: string }) {
    this.databaseUrl = options.databaseUrl;
    this.codePath = options.codePath;
    this.deps = {
      db,
      temporal,
      calendar,
      kinds: { ...kinds, ...options.kinds },
      taskQueue: options.taskQueue,
      continueAfterEvents: options.continueAfterEvents,
      maxWakeSpreadMs: options.wakeSpreadMs,
      reportAnomaly: (what, details) => this.alarms.push(`${what} ${JSON.stringify(details)}`),
    };
  }

  /** Opens a backend on a fresh database; `withoutWorker` leaves the workflow side dead until `startWorker`. */
  static async open(options: BackendOptions = {}): Promise<TestBackend> {
    const database = await freshDatabase();
    const db = connect(database.url, { poolSize: 10, applicationName: workerApplicationName });
    for (const programme of programmes.values()) await publishProgramme(db, programme, 'refused');
    const temporal = clientOf(inject('temporal'), testKeys);
    const backend = new TestBackend(db, temporal, {
      ...options,
      databaseUrl: database.url,
      taskQueue: `test-${randomUUID()}`,
    });
    backend.closers.push(
      () => database.drop(),
      () => db.close(),
      () => temporal.connection.close(),
    );
    if (!options.withoutWorker) await backend.startWorker();
    return backend;
  }

  /** The settings that another process needs to work with this backend. */
  get env(): Record<string, string> {
    const { maxWakeSpreadMs } = this.deps;
    return {
      DATABASE_URL: this.databaseUrl,
      ...inject('temporal'),
      TEMPORAL_NAMESPACE: namespace,
      TASK_QUEUE: this.deps.taskQueue,
      DATA_KEYS: testKeys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(','),
      IDENTITY_KEY: Buffer.alloc(32, 9).toString('base64'),
      LOG_LEVEL: 'warn',
      ...(maxWakeSpreadMs === undefined ? {} : { WAKE_SPREAD_SECONDS: String(maxWakeSpreadMs / 1000) }),
    };
  }

  async startWorker(): Promise<void> {
    const connection = await nativeConnectionOf(inject('temporal'));
    const codePath = this.codePath ?? inject('workflowBundlePath');
    const worker = await createWorker(this.deps, connection, { env: readEnv(this.env), codePath });
    this.running = { worker, connection, done: worker.run() };
  }

  async stopWorker(): Promise<void> {
    if (!this.running) return;
    const { worker, done, connection } = this.running;
    this.running = null;
    worker.shutdown();
    await done;
    await connection.close();
  }

  async close(): Promise<void> {
    await this.stopWorker();
    for (const close of this.closers.reverse()) await close();
  }

  /** A clock world that begins at this wall-clock time, with one unit. */
  async world(startAt: string): Promise<TestWorld> {
    const world = await createWorld(this.deps.db, at(startAt));
    const [unit] = await this.deps.db.sql<{ id: string }[]>`
      insert into units (world, name, employer_class) values (${world}, 'test unit', 'provincialStateOwned') returning id`;
    return new TestWorld(this, world, unit?.id ?? '');
  }
}

/** A clock world of a test. */
export class TestWorld {
  readonly backend: TestBackend;
  readonly id: string;
  readonly unit: string;

  constructor(backend: TestBackend, id: string, unit: string) {
    this.backend = backend;
    this.id = id;
    this.unit = unit;
  }

  /** Moves the world forward to a wall-clock time; fails when intents hold it. */
  async moveTo(wallClock: string): Promise<void> {
    const { deps } = this.backend;
    const moved = await advanceWorld(deps, this.id, {
      toMs: at(wallClock),
      finish: (no) => finish(deps, no, { deadlineAt: Date.now() + 10_000 }),
    });
    if (moved.status !== 'moved') throw new Error(`the world is held by ${moved.open} open intents`);
  }

  /** A draft of a new person, ready for its first submission. */
  async draft(facts: ApplicantFacts = engineer, programme: Programme = liaoning): Promise<TestCase> {
    const { sql } = this.backend.deps.db;
    const authority = programme === liaoning ? 'ln-sasac' : 'test-authority';
    const no = `LN24-${randomBytes(8).toString('hex').toUpperCase()}`;
    const [person] = await sql<{ id: string }[]>`
      insert into people (world, subject, name_enc) values (${this.id}, ${randomUUID()}, '\\x00') returning id`;
    await sql`
      insert into applications (no, world, person, unit, programme, series, specialty, level, track, employer_class, office, sealing_authority, acting)
      values (${no}, ${this.id}, ${person?.id ?? ''}, ${this.unit}, ${programme.id}, ${facts.series}, ${facts.specialty}, ${facts.level}, ${facts.track},
              ${facts.employerClass}, ${programme.office}, ${authority},
              ${JSON.stringify(officesInCharge(programme, facts, { office: programme.office, authority }))}::text::jsonb)`;
    await sql`insert into contents (no, version, body_enc, hash) values (${no}, 1, '\\x00', 'x')`;
    return new TestCase(this, { no, person: person?.id ?? '', facts, programme });
  }
}

/** One application of a test. */
export class TestCase {
  readonly no: string;
  readonly person: string;
  private readonly world: TestWorld;
  private readonly facts: ApplicantFacts;
  private readonly programme: Programme;
  private opened = false;

  constructor(world: TestWorld, own: { no: string; person: string; facts: ApplicantFacts; programme: Programme }) {
    const { no, person, facts, programme } = own;
    this.world = world;
    this.no = no;
    this.person = person;
    this.facts = facts;
    this.programme = programme;
  }

  /** What the API would send for this action. */
  request(action: string, role: Role, data: CommandData = {}): ActRequest {
    const first = action === 'submit' && !this.opened;
    const plan = compile(this.programme, this.facts, calendar);
    const { no, person, facts, world } = this;
    const claims = claimsOf(this.programme, { no, world: world.id, identity: person, unit: world.unit, facts });
    return {
      no: this.no,
      action,
      by: { person: role === 'applicant' ? this.person : `${role}-person`, role },
      // The lives of Liaoning name no checks: whoever acts there confirms every check that the stage asks.
      data: this.programme.id === liaoning.id ? confirmed(plan, action, data) : { ...nothingUsedAgain, ...data },
      ...(first ? { plan, claims } : {}),
    };
  }

  async act(action: string, role: Role, data: CommandData = {}, waitMs?: number): Promise<ActResult> {
    const result = await act(this.world.backend.deps, this.request(action, role, data), waitMs);
    this.opened = true;
    return result;
  }

  /** Acts and expects acceptance. */
  async does(action: string, role: Role, data: CommandData = {}): Promise<void> {
    const result = await this.act(action, role, data);
    if (result.kind !== 'finished' || !result.accepted)
      throw new Error(`${action} was not accepted: ${JSON.stringify(result)}`);
  }

  /** The read model's row. */
  async row(): Promise<{
    stage: string | null;
    phase: string | null;
    outcome: string | null;
    closed: boolean;
    seq: number;
    snapshot: unknown;
    plan: unknown;
  }> {
    const [row] = await this.world.backend.deps.db.sql<
      {
        stage: string;
        phase: string;
        outcome: string;
        closed: boolean;
        seq: number;
        snapshot: unknown;
        plan: unknown;
      }[]
    >`
      select stage, phase, outcome, closed, seq, snapshot, plans.body as plan
        from applications left join plans on hash = plan_hash where no = ${this.no}`;
    if (!row) throw new Error(`no application ${this.no}`);
    return row;
  }
}
