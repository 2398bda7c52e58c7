import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActRequest, type ActResult, act } from '../../../commands/intents/act.ts';
import { refuseByOperator, workflowAnswer } from '../../../commands/intents/repair.ts';
import { listEvents } from '../../../db/applications/events.ts';
import { backlog } from '../../../db/intents/backlog.ts';
import { findIntent, openIntents } from '../../../db/intents/intents.ts';
import { createVault } from '../../../db/vault.ts';
import { TestBackend, testKeys } from '../../support/backend.ts';
import { startCourier } from '../../support/courier.ts';
import { checkInvariants } from '../../support/invariants.ts';
import { Processes } from '../../support/servers/processes.ts';
import { until } from '../../support/until.ts';
import { counterKinds } from './counter-kinds.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhicheng-kinds-'));
let backend: TestBackend;
let processes: Processes;

beforeAll(async () => {
  const workflowsPath = fileURLToPath(new URL('./counter-workflow.ts', import.meta.url));
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
  const codePath = join(folder, 'workflows.cjs');
  writeFileSync(codePath, code);
  backend = await TestBackend.open({ kinds: counterKinds, codePath });
  processes = new Processes(backend);
  // What a new kind shows of itself: a table and a function of its own name, for its variant with a workflow too.
  await backend.deps.db.sql.unsafe(`
    create table counters (no text primary key, value integer not null, times integer not null);
    create function project_counter(of_no text, p jsonb) returns void language sql as $$
      insert into counters values (of_no, (p -> 'snapshot' ->> 'value')::integer, 1)
      on conflict (no) do update set value = excluded.value, times = counters.times + 1 $$;
    create function project_lasting_counter(of_no text, p jsonb) returns void language sql as $$ select project_counter(of_no, p) $$`);
});
afterAll(async () => {
  await processes.close();
  await backend.close();
  rmSync(folder, { recursive: true });
});

const vault = createVault(testKeys, Buffer.alloc(32, 9));

/** One counter of a test. */
class OneCounter {
  readonly no: string;
  private readonly kind: string;

  constructor(kind: string) {
    this.kind = kind;
    this.no = `${kind}/${randomUUID()}`;
  }

  request(by: number, key: string = randomUUID()): ActRequest {
    return {
      no: this.no,
      entity: { kind: this.kind, world: null },
      action: 'add',
      by: { person: 'someone', role: 'administrator' },
      data: { by },
      keyHash: `${this.no} ${key}`,
      fingerprint: String(by),
    };
  }

  add(by: number, key?: string): Promise<ActResult> {
    return act(backend.deps, this.request(by, key));
  }

  /** As the projection shows it, and what happened by the trail that all kinds have. */
  async shown() {
    const { db } = backend.deps;
    const [row] = await db.sql`select value, times from counters where no = ${this.no}`;
    const events = await listEvents(db, this.no, { after: 0, limit: 100 });
    return { row, events: events.map(({ seq, name, data }) => [seq, name, (data as { value: number }).value]) };
  }
}

const courierFor = async (work: () => Promise<unknown>) => {
  const stop = startCourier(backend.deps);
  await work().finally(stop);
};

describe.each(['counter', 'lasting_counter'])('a new kind, %s', (kind) => {
  it('acts, is refused with grounds, and answers a repeated request as before, by events 1 to n', async () => {
    const one = new OneCounter(kind);
    const first = await one.add(4, 'once');
    expect(first).toMatchObject({ kind: 'finished', accepted: true, outcome: { seq: 1 } });
    // The state after it is told by the call that wrote it down.
    expect(await one.add(4, 'once')).toEqual({ ...first, after: undefined });
    expect(await one.add(5, 'once')).toEqual({ kind: 'keyReused' });
    expect(await one.add(7)).toMatchObject({ accepted: false, outcome: { refusal: { details: { limit: 10 } } } });
    expect(await one.add(6)).toMatchObject({ accepted: true, outcome: { seq: 2 } });
    expect(await one.add(1), 'after its end').toMatchObject({ accepted: false });
    expect(await one.shown()).toEqual({
      row: { value: 10, times: 2 },
      events: [
        [1, 'added', 4],
        [2, 'added', 10],
      ],
    });
    await checkInvariants(backend);
  });

  it('decides intents that arrive at once one after the other', async () => {
    const one = new OneCounter(kind);
    const results = await Promise.all(Array.from({ length: 12 }, () => one.add(1)));
    expect(results.filter((each) => each.kind === 'finished' && each.accepted)).toHaveLength(10);
    expect((await one.shown()).row).toEqual({ value: 10, times: 10 });
    await checkInvariants(backend);
  });

  it('is finished by the courier, once, where its finisher was killed between decision and outcome', async () => {
    const one = new OneCounter(kind);
    await one.add(1);
    const task = { request: one.request(2, 'killed') };
    const file = 'test/commands/kinds/counter-process.ts';
    const died = await processes.actor(task, { crashAt: 'after-decide', file });
    expect([died.signal, died.result], died.words).toEqual(['SIGKILL', null]);
    const [open] = await openIntents(backend.deps.db, 10);
    expect(open).toMatchObject({ no: one.no, action: 'add' });
    expect((await backlog(backend.deps.db)).openIntents).toBe(1);
    await backend.deps.db.sql`update intents set try_at = clock_timestamp() where id = ${open?.id ?? ''}`;
    await courierFor(() => until('the outcome', async () => (await one.shown()).row?.value === 3));
    expect(await one.add(2, 'killed')).toMatchObject({ kind: 'finished', accepted: true, outcome: { seq: 2 } });
    expect((await one.shown()).row).toEqual({ value: 3, times: 2 });
    await checkInvariants(backend);
    expect(backend.alarms).toEqual([]);
  });

  it('is repaired by hand like everything else', async () => {
    const one = new OneCounter(kind);
    await one.add(1);
    const left = await act(backend.deps, { ...one.request(2), lane: 'bulk' });
    if (left.kind !== 'recorded') return expect.unreachable();
    const found = await findIntent(backend.deps.db, left.intent.id);
    if (!found) return expect.unreachable();
    expect(found).toMatchObject({ kind, no: one.no, ahead: [] });
    expect(await workflowAnswer(backend.deps, found)).toBe('notAccepted');
    expect(await refuseByOperator({ db: backend.deps.db, vault }, found, { by: 'x', reason: 'stuck' })).toBe(true);
    expect(await one.add(3)).toMatchObject({ accepted: true, outcome: { seq: 2 } });
    expect((await one.shown()).row).toEqual({ value: 4, times: 2 });
    await checkInvariants(backend);
  });
});
