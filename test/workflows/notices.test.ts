import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { type NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { createNoticeActivities } from '../../activities/notices.ts';
import { keepNotices, startNotices } from '../../activities/start-notices.ts';
import { dataConverter } from '../../commands/temporal/client.ts';
import { Desk } from '../activities/notices-desk.ts';
import { PostOffice } from '../activities/notices-post-office.ts';
import '../support/servers/runtime.ts';
import { clientOf, nativeConnectionOf } from '../support/servers/temporal.ts';

const namespace = 'zhicheng';
const codecKeys = [{ id: 'test', key: Buffer.alloc(32, 7) }];
const taskQueue = `notices-${randomUUID()}`;
const workflowId = `notices-${randomUUID()}`;

let desk: Desk;
let office: PostOffice;
let client: Client;
let connection: NativeConnection;
let person: string;

beforeAll(async () => {
  desk = await Desk.open();
  office = await PostOffice.open();
  person = await desk.person({ name: '张三', mail: 'zhang@example.org', language: 'zh' });
  client = clientOf(inject('temporal'), codecKeys);
  connection = await nativeConnectionOf(inject('temporal'));
});
afterAll(async () => {
  await client.workflow.getHandle(workflowId).terminate();
  await client.connection.close();
  await connection.close();
  await office.close();
  await desk.close();
});

/** A worker that delivers; `stop` ends it as the worker process does on SIGTERM. */
async function work(activityMs?: number): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController();
  const deps = {
    ...desk.deps({ smtpUrl: office.url }),
    stopping: stopping.signal,
    idlePauseMs: 10,
    sweepIntervalMs: 50,
  };
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    dataConverter: dataConverter(codecKeys, 'mark'),
    workflowBundle: { codePath: inject('workflowBundlePath') },
    activities: createNoticeActivities(activityMs === undefined ? deps : { ...deps, activityMs }),
    shutdownGraceTime: '20 seconds',
    stickyQueueScheduleToStartTimeout: '500 ms',
  });
  const running = worker.run();
  return {
    stop: async () => {
      stopping.abort();
      worker.shutdown();
      await running;
    },
  };
}

const allSent = () => vi.waitFor(async () => expect((await desk.rows()).every(({ sent }) => sent)).toBe(true), 20_000);
const runId = async () => (await client.workflow.getHandle(workflowId).describe()).runId;

it('one workflow delivers, however many processes start it', async () => {
  const worker = await work();
  await Promise.all([1, 2, 3].map(() => startNotices(client, { taskQueue, workflowId, turns: 2 })));
  const first = await runId();
  await desk.tell(person, 3);
  await allSent();
  await startNotices(client, { taskQueue, workflowId, turns: 2 });
  expect(await runId()).toBe(first);
  expect(office.copies).toEqual([1, 1, 1]);
  await worker.stop();
});

it('a worker that is shut down in the middle of a batch finishes the mail in hand, and the next worker sends the rest once', async () => {
  const before = office.copies.length;
  office.next('hold');
  const arrival = office.arrival();
  await desk.tell(person, 4);
  const worker = await work();
  await arrival;
  const stopped = worker.stop();
  office.letGo();
  await stopped;
  expect((await desk.rows()).slice(-4).map(({ sent, tries }) => [sent, tries])).toEqual([
    [true, 1],
    [false, 0],
    [false, 0],
    [false, 0],
  ]);
  const next = await work();
  await allSent();
  expect(office.copies).toEqual(Array(before + 4).fill(1));
  await next.stop();
});

it('the workflow continues as new after its turns, and goes on delivering', async () => {
  const first = await runId();
  const worker = await work(20);
  await vi.waitFor(async () => expect(await runId()).not.toBe(first), 20_000);
  const before = office.copies.length;
  await desk.tell(person, 2);
  await allSent();
  expect(office.copies).toEqual(Array(before + 2).fill(1));
  await worker.stop();
  if (process.env.RECORD_HISTORIES) await record(first);
});

it('the workflow is started again where somebody ended it', async () => {
  const stop = new AbortController();
  const failed: string[] = [];
  const ended = await runId();
  const keeping = keepNotices(
    client,
    { taskQueue, workflowId },
    { signal: stop.signal, failed: (what) => failed.push(what), intervalMs: 50 },
  );
  await client.workflow.getHandle(workflowId).terminate();
  await vi.waitFor(async () => expect(await runId()).not.toBe(ended), 20_000);
  stop.abort();
  await keeping;
  expect(failed).toEqual([]);
});

it('LN-4.3-d: the same workflow notifies of what is due, once, also when another worker goes on (A-12)', async () => {
  const reminder = JSON.stringify({ due: '2099-01-01', daysLeft: 1, basis: ['LN-4.3-d', 'A-12'] });
  const worker = await work();
  await desk.db.sql`
    insert into reminders (no, programme, timeline, deadline, due, ahead, remind_at, audience, template, params)
    values (${desk.no}, 'liaoning-diit-2024', 1, 'stampedPage', '2099-01-01', 1, clock_timestamp(), array['applicant'], 'deadlineNear', ${reminder}::text::jsonb)`;
  const told = async () => (await desk.db.sql`select 1 from notices where deadline = 'stampedPage'`).length;
  await vi.waitFor(async () => expect(await told()).toBe(1), 20_000);
  await worker.stop();
  const next = await work();
  const before = office.copies.length;
  await desk.tell(person);
  await vi.waitFor(() => expect(office.copies.length).toBe(before + 1), 20_000);
  await next.stop();
  expect(await told()).toBe(1);
});

/** Records a whole run, up to its continue-as-new, for the replay with the histories of applications. */
async function record(run: string): Promise<void> {
  const history = await client.workflow.getHandle(workflowId, run).fetchHistory();
  const file = new URL('../histories/notices.json', import.meta.url);
  await writeFile(file, `${JSON.stringify(JSON.parse(historyToJSON(history)))}\n`);
}
