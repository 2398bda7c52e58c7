import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkHistories } from '../lives/histories/histories.ts';
import { endOf, intentsOf, settled, submitted } from '../lives/walks.ts';
import { at, type TestCase } from '../support/backend.ts';
import { Burst, type Seen } from '../support/burst.ts';
import { checkInvariants } from '../support/invariants.ts';
import { OwnBackend } from '../support/own-backend.ts';
import { Results } from '../support/results.ts';
import { type OwnServers, openOwnServers } from '../support/servers/own-servers.ts';
import { Processes, type RealProcess } from '../support/servers/processes.ts';
import { until } from '../support/until.ts';

/** The outage in the middle of a burst; resolves when every server answers again. */
type Strike = (room: { servers: OwnServers; processes: Processes; worker: RealProcess }) => Promise<void>;

const midnight = at('2024-08-01T00:00');
/** How long before midnight the burst's world begins, so that the window closes while something is down, ms. */
const beforeMidnightMs = 25_000;
const [applications, actionsEach] = [20, 6];

describe('servers and processes killed in the middle of a burst that the window closes over', () => {
  const results = new Results();
  let servers: OwnServers;

  beforeAll(async () => {
    servers = await openOwnServers();
  });
  afterAll(async () => {
    await servers?.close();
    results.print();
    console.info(servers?.told.join('\n'));
  });

  const serves = (url: string) =>
    until(
      'PostgreSQL',
      async () => {
        const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
        await sql`select 1`.finally(() => sql.end({ timeout: 1 }));
        return true;
      },
      120_000,
    );

  const strikes: readonly (readonly [string, Strike])[] = [
    ['Temporal killed', async () => servers.kill('Temporal', 5_000)],
    ['PostgreSQL killed', async () => servers.kill('PostgreSQL')],
    [
      'the worker killed three times while updates flow',
      async ({ processes, worker }) => {
        await worker.kill();
        for (const _ of [1, 2]) await (await processes.worker({ continueAfterEvents: 40 })).kill();
        await processes.worker({ continueAfterEvents: 40 });
      },
    ],
    [
      'all of them killed at once',
      async ({ processes, worker }) => {
        servers.kill('PostgreSQL', 3_000);
        servers.kill('Temporal', 3_000);
        await worker.kill();
        await serves(servers.databaseUrl);
        await processes.worker({ continueAfterEvents: 40 });
      },
    ],
    [
      'the whole PostgreSQL cluster away for a minute',
      async () => {
        servers.kill('PostgreSQL', 60_000);
        await until('the end', () => servers.told.at(-1)?.startsWith('PostgreSQL ended') ?? false);
      },
    ],
    [
      'the application database alone refusing connections for half a minute',
      async () => {
        const admin = postgres(servers.adminUrl, { max: 1, onnotice: () => {} });
        const name = new URL(servers.databaseUrl).pathname.slice(1);
        await admin.unsafe(`alter database ${name} allow_connections false`);
        await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
        const since = performance.now();
        await until('half a minute', () => performance.now() - since > 30_000, 60_000);
        await admin.unsafe(`alter database ${name} allow_connections true`);
        await admin.end();
      },
    ],
  ];

  it.each(strikes)('%s: nothing acknowledged is lost, nothing doubled, all decided by its own moment', (name, strike) =>
    results.row(name, async () => {
      const backend = await OwnBackend.open(servers, 40);
      const processes = new Processes(backend);
      try {
        const worker = await processes.worker({ continueAfterEvents: 40 });
        const world = await backend.world(midnight - beforeMidnightMs);
        const cases = await Promise.all(Array.from({ length: applications }, () => submitted(world)));
        const fleeting = await Promise.all(Array.from({ length: 10 }, () => submitted(world)));
        const burst = new Burst(backend.deps);
        const insisting = burst.insist(cases, actionsEach);
        await until('the middle of the burst', () => burst.finished > applications, 60_000);
        const [struck] = [strike({ servers, processes, worker }), burst.once(fleeting)];
        await struck;
        await serves(servers.databaseUrl);
        await insisting;
        await until('midnight in the world', async () => await lapsed([...cases, ...fleeting]), 240_000);
        await settled(backend, 120_000);

        await acknowledgedStand(backend, burst.seen);
        await decidedByTheirMoment(backend);
        await inOrderAndOnce(backend, cases, burst.seen);
        await checkInvariants(backend.asBackend);
        await checkHistories(backend.deps);
        return summary(burst.seen);
      } finally {
        await processes.close();
        await backend.close();
      }
    }),
  );

  const lapsed = async (cases: readonly TestCase[]) =>
    (await Promise.all(cases.map(endOf))).every((outcome) => outcome === 'NOT_FILED');

  /** Each action whose caller got an answer is recorded with that answer; one that failed is recorded whole or not at all. */
  async function acknowledgedStand({ deps }: OwnBackend, seen: readonly Seen[]): Promise<void> {
    for (const { request, acknowledged } of seen) {
      const rows = await deps.db.sql<{ id: string; accepted: boolean | null; received: string }[]>`
        select id, accepted, to_ms(received_at)::text as received from intents where key_hash = ${request.keyHash ?? ''}`;
      expect(rows.length).toBeLessThanOrEqual(1);
      if (acknowledged?.kind === 'finished')
        expect(rows).toMatchObject([{ id: acknowledged.intent, accepted: acknowledged.accepted }]);
      if (acknowledged?.kind === 'recorded') {
        const { id, receivedAt } = acknowledged.intent;
        expect(rows).toMatchObject([{ id, received: String(receivedAt) }]);
      }
    }
  }

  /** What was received before the window closed is accepted, later it is refused. Each event has the instant at which its intent was received, each lapse midnight. */
  async function decidedByTheirMoment({ deps }: OwnBackend): Promise<void> {
    const wrong = await deps.db.sql`
      select no, n, action, accepted, received_at from intents
       where action <> 'lapse' and accepted <> (to_ms(received_at) < ${midnight})`;
    expect(wrong).toEqual([]);
    const moved = await deps.db.sql`
      select e.no, e.seq, e.name, e.at, i.received_at from events e join intents i on i.id = e.intent
       where to_ms(e.at) <> (case when e.role = 'system' then ${midnight} else to_ms(i.received_at) end)`;
    expect(moved).toEqual([]);
  }

  /** Every caller's actions are recorded once each among the intents of its application, in the order they were made. */
  async function inOrderAndOnce(backend: OwnBackend, cases: readonly TestCase[], seen: readonly Seen[]): Promise<void> {
    for (const { no } of cases) {
      const made = seen.filter((each) => each.no === no).map(({ request }) => request.action);
      const stand = (await intentsOf(backend, no))
        .filter(({ action }) => action !== 'lapse')
        .map(({ action }) => action);
      expect(stand).toEqual(['submit', ...made]);
      const lapses = (await intentsOf(backend, no)).filter(({ action, accepted }) => action === 'lapse' && accepted);
      expect(lapses).toHaveLength(1);
    }
  }

  function summary(seen: readonly Seen[]): string {
    const receipts = seen.filter(({ acknowledged }) => acknowledged?.kind === 'recorded').length;
    const threw = seen.filter(({ thrown }) => thrown.length > 0).length;
    const late = seen.filter(({ turnedDown }) => turnedDown).length;
    return `${seen.length} actions, ${late} after the close: ${receipts} first had a receipt, ${threw} were thrown back before; all once, all by their moment`;
  }
});
