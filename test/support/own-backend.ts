import { randomUUID } from 'node:crypto';
import type { CommandDeps } from '../../commands/deps.ts';
import { kinds } from '../../commands/kinds/kinds.ts';
import { calendar } from '../../config/calendars.ts';
import { liaoningDiit2024 as liaoning } from '../../config/programmes/liaoning-diit-2024/index.ts';
import { connect } from '../../db/connection.ts';
import { publishProgramme } from '../../db/programmes/publish.ts';
import { createWorld } from '../../db/worlds/worlds.ts';
import { type TestBackend, TestWorld, testKeys } from './backend.ts';
import type { OwnServers } from './servers/own-servers.ts';
import { clientOf } from './servers/temporal.ts';

/** Everything between HTTP and servers started for one test file, whose workers are processes and never run in the process of the test. */
export class OwnBackend {
  readonly deps: CommandDeps;
  readonly alarms: string[] = [];
  private readonly servers: OwnServers;

  private constructor(servers: OwnServers, continueAfterEvents: number | undefined) {
    const { databaseUrl, temporal } = servers;
    this.servers = servers;
    this.deps = {
      db: connect(databaseUrl, { poolSize: 20 }),
      temporal: clientOf(temporal, testKeys),
      calendar,
      kinds,
      taskQueue: `test-${randomUUID()}`,
      continueAfterEvents,
      reportAnomaly: (what, details) => this.alarms.push(`${what} ${JSON.stringify(details)}`),
    };
  }

  /** Opens a backend on the database of these servers, which keeps what earlier backends wrote. */
  static async open(servers: OwnServers, continueAfterEvents?: number): Promise<OwnBackend> {
    const backend = new OwnBackend(servers, continueAfterEvents);
    await publishProgramme(backend.deps.db, liaoning, 'refused');
    return backend;
  }

  /** The settings that another process needs to work with this backend. */
  get env(): Record<string, string> {
    return {
      DATABASE_URL: this.servers.databaseUrl,
      ...this.servers.temporal,
      TEMPORAL_NAMESPACE: this.servers.namespace,
      TASK_QUEUE: this.deps.taskQueue,
      DATA_KEYS: testKeys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(','),
      IDENTITY_KEY: Buffer.alloc(32, 9).toString('base64'),
      LOG_LEVEL: 'warn',
    };
  }

  /** The same as a `TestBackend`, for the helpers of tests: they use its connections and never its worker, which this one has not. */
  get asBackend(): TestBackend {
    return this as unknown as TestBackend;
  }

  /** A clock world that begins at an instant (epoch ms), with one unit. */
  async world(startAtMs: number): Promise<TestWorld> {
    const world = await createWorld(this.deps.db, startAtMs);
    const [unit] = await this.deps.db.sql<{ id: string }[]>`
      insert into units (world, name, employer_class) values (${world}, 'test unit', 'provincialStateOwned') returning id`;
    return new TestWorld(this.asBackend, world, unit?.id ?? '');
  }

  async close(): Promise<void> {
    await Promise.all([this.deps.db.close(), this.deps.temporal.connection.close()]);
  }
}
