import { randomUUID } from 'node:crypto';
import { Client, type WorkflowHandle, WorkflowUpdateFailedError } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '../../../commands/intents/act.ts';
import { commandOf } from '../../../commands/intents/command-of.ts';
import { finish } from '../../../commands/intents/finish.ts';
import { createCodec } from '../../../commands/temporal/codec.ts';
import { nextIntent } from '../../../db/intents/queue.ts';
import type { CommandName } from '../../../domain/case/commands/commands.ts';
import type { Role } from '../../../domain/programme/facts.ts';
import { applicationWorkflowId, unsealedType } from '../../../workflows/messages.ts';
import { checkHistories } from '../../lives/histories/histories.ts';
import { settled, submitted } from '../../lives/walks.ts';
import { TestBackend, type TestCase, type TestWorld, testKeys } from '../../support/backend.ts';
import { checkInvariants } from '../../support/invariants.ts';

const soon = () => ({ deadlineAt: Date.now() + 20_000 });

/** A client that reaches Temporal, even with a certificate, and has no data key. */
describe('whoever reaches Temporal without our key', () => {
  let backend: TestBackend;
  let world: TestWorld;
  let stranger: Client;

  beforeAll(async () => {
    backend = await TestBackend.open();
    world = await backend.world('2024-07-08T09:00');
    stranger = new Client({ connection: backend.deps.temporal.connection, namespace: 'zhicheng' });
  });
  afterAll(async () => {
    await settled(backend);
    await checkInvariants(backend);
    expect(backend.alarms).toEqual([]);
    await backend.close();
  });

  const handleOf = ({ no }: TestCase) => stranger.workflow.getHandle(applicationWorkflowId(no));

  /** A forged decision of the unit, such as an applicant would send. */
  const forged = (one: TestCase, intent: string) => ({
    intent,
    n: 2,
    name: 'agree',
    by: { person: one.person, role: 'unitHr' },
    data: one.request('agree', 'unitHr').data,
    receivedAt: Date.parse('2024-07-08T10:00:00+08:00'),
  });

  async function honestActs(one: TestCase): Promise<void> {
    await one.does('return', 'unitHr', { deficiencies: [{ item: 'title', clause: 'LN-4.1-c' }] });
    const events = await backend.deps.db.sql<
      { name: string; person: string }[]
    >`select name, person from events where no = ${one.no} order by seq`;
    expect(events.filter(({ person }) => person === 'unitHr-person').map(({ name }) => name)).toContain('returned');
    expect(events.filter(({ name }) => name === 'passed')).toEqual([]);
    await checkHistories(backend.deps);
  }

  it('is refused when it sends an act, nothing of it is kept, and the act of the officer still works', async () => {
    const one = await submitted(world);
    const intent = randomUUID();
    const sent = handleOf(one).executeUpdate('act', { args: [forged(one, intent)], updateId: intent });
    expect(await failureOf(sent)).toMatchObject({ type: unsealedType, nonRetryable: true });
    for (const args of [[], [null], ['x'], [{ 'zhicheng:unsealed': true }]])
      expect(await failureOf(handleOf(one).executeUpdate('act', { args: args as [] }))).toMatchObject({
        type: unsealedType,
      });
    expect(await updatesIn(handleOf(one))).toBe(1);
    await honestActs(one);
  });

  it('gains nothing by sending again what it copied, to the same case or to another', async () => {
    const [one, other] = [await submitted(world), await submitted(world)];
    const { events } = await handleOf(one).fetchHistory();
    const request = (events ?? []).flatMap(
      (event) => event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest ?? [],
    )[0];
    const copied = request?.input?.args?.payloads ?? [];
    expect(copied).toHaveLength(1);
    for (const target of [one, other]) {
      const sent = stranger.workflowService.updateWorkflowExecution({
        namespace: 'zhicheng',
        workflowExecution: { workflowId: applicationWorkflowId(target.no) },
        waitPolicy: { lifecycleStage: 3 },
        request: { meta: { updateId: randomUUID() }, input: { name: 'act', args: { payloads: copied } } },
      });
      expect((await sent).outcome?.failure?.applicationFailureInfo).toMatchObject({ type: unsealedType });
    }
    await honestActs(other);
  });

  it('disturbs nobody with signals, queries and updates of its own names', async () => {
    const one = await submitted(world);
    for (let time = 0; time < 20; time++) await handleOf(one).signal('act', forged(one, randomUUID()));
    await expect(handleOf(one).query('act', forged(one, randomUUID()))).rejects.toThrow();
    await expect(handleOf(one).executeUpdate('other', { args: [1] })).rejects.toBeInstanceOf(WorkflowUpdateFailedError);
    await honestActs(one);
  });

  it('cannot take the number of a draft: what it starts ends at once, and the first submission starts it anew', async () => {
    const one = await world.draft();
    const start = { workflowId: applicationWorkflowId(one.no), taskQueue: backend.deps.taskQueue };
    const own = await stranger.workflow.start('application', { ...start, args: [{ no: one.no, offsetMs: 0 }] });
    await expect(own.result()).rejects.toMatchObject({ cause: { type: unsealedType } });
    const bare = await stranger.workflow.signalWithStart('application', { ...start, signal: 'act', args: [] });
    await expect(bare.result()).rejects.toMatchObject({ cause: { type: unsealedType } });
    await one.does('submit', 'applicant');
    await honestActs(one);
  });
});

describe('an answer that is not about what was asked', () => {
  let backend: TestBackend;
  let world: TestWorld;

  beforeAll(async () => {
    backend = await TestBackend.open();
    world = await backend.world('2024-07-08T09:00');
  });
  afterAll(() => backend.close());

  it.each([
    ['another act of another person under the same id', (id: string) => ({ intent: id })],
    ['the same number under another id', () => ({ intent: randomUUID() })],
  ])('is an alarm, and nothing is written: %s', async (_, changed) => {
    const one = await submitted(world);
    // The state that a process leaves which dies before it sends the update.
    const list = { deficiencies: [{ item: 'title', clause: 'LN-4.1-c' }] };
    await act(backend.deps, { ...one.request('return', 'unitHr', list), lane: 'bulk' });
    const pending = await nextIntent(backend.deps.db, one.no);
    if (!pending || !('case' in pending)) throw new Error('nothing is open');
    const command = {
      ...(await commandOf(backend.deps, pending.intent, pending.case)),
      name: 'agree' as CommandName,
      by: { person: one.person, role: 'unitHr' as Role },
      data: one.request('agree', 'unitHr').data,
      ...changed(pending.intent.id),
    };
    const handle = backend.deps.temporal.workflow.getHandle(applicationWorkflowId(one.no));
    await handle.executeUpdate('act', { args: [command], updateId: command.intent });
    const before = await one.row();
    backend.alarms.length = 0;
    await expect(finish(backend.deps, one.no, soon())).rejects.toThrow('another command');
    expect(backend.alarms.join()).toContain('an answer is not about what was asked');
    expect(await one.row()).toEqual(before);
    expect((await nextIntent(backend.deps.db, one.no))?.intent.outcome).toBeNull();
  });

  it('is an alarm, too, where the workflow stands elsewhere than what is written down', async () => {
    const one = await submitted(world);
    await backend.deps.db.sql`update applications set seq = seq + 1 where no = ${one.no}`;
    backend.alarms.length = 0;
    const result = await one.act('agree', 'unitHr');
    expect(result.kind).toBe('recorded');
    expect(backend.alarms.join()).toContain('they differ in seq');
  });
});

describe('a sealed payload', () => {
  const context = (workflowId: string) => ({ type: 'workflow', namespace: 'zhicheng', workflowId }) as const;
  const payload = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('"words"') };
  const sealed = async () => await createCodec(testKeys, 'refuse').encode([payload], context('application/A'));

  it('opens for its own workflow and for no other', async () => {
    const codec = createCodec(testKeys, 'refuse');
    const [opened] = await codec.decode(await sealed(), context('application/A'));
    expect(Buffer.from(opened?.data ?? []).toString()).toBe('"words"');
    await expect(codec.decode(await sealed(), context('application/B'))).rejects.toMatchObject({ type: unsealedType });
    await expect(codec.decode(await sealed())).rejects.toMatchObject({ type: unsealedType });
  });

  it.each([
    ['in clear', () => [payload]],
    ['without metadata', () => [{ data: Buffer.from('x') }]],
    [
      'by another key',
      () =>
        createCodec([{ id: 'test', key: Buffer.alloc(32, 8) }], 'refuse').encode([payload], context('application/A')),
    ],
    [
      'by a key of another name',
      () => createCodec([{ id: 'k9', key: Buffer.alloc(32, 7) }], 'refuse').encode([payload], context('application/A')),
    ],
    ['cut off', async () => (await sealed()).map((each) => ({ ...each, data: each.data?.subarray(0, 20) ?? null }))],
    [
      'with its compression changed',
      async () =>
        (await sealed()).map((each) => ({
          ...each,
          metadata: { ...each.metadata, compression: Buffer.from('deflate') },
        })),
    ],
  ])('that is %s is refused by a client and marked for a worker', async (_, made) => {
    const given = await made();
    await expect(createCodec(testKeys, 'refuse').decode(given, context('application/A'))).rejects.toMatchObject({
      type: unsealedType,
      nonRetryable: true,
    });
    const [marked] = await createCodec(testKeys, 'mark').decode(given, context('application/A'));
    expect(JSON.parse(Buffer.from(marked?.data ?? []).toString())).toEqual({ 'zhicheng:unsealed': true });
  });
});

const failureOf = (sent: Promise<unknown>): Promise<unknown> =>
  sent.then(
    () => null,
    (error: unknown) => (error instanceof WorkflowUpdateFailedError ? error.cause : error),
  );

async function updatesIn(handle: WorkflowHandle): Promise<number> {
  const { events } = await handle.fetchHistory();
  return (events ?? []).filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).length;
}
