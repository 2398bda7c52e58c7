import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PayloadCodec } from '@temporalio/common';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { finish } from '../../../commands/intents/finish.ts';
import { rebuild } from '../../../commands/intents/rebuild.ts';
import { unsealedType } from '../../../workflows/messages.ts';
import { intentsOf, submitted } from '../../lives/walks.ts';
import { TestBackend } from '../../support/backend.ts';
import { checkInvariants } from '../../support/invariants.ts';
import { nativeConnectionOf } from '../../support/servers/temporal.ts';
import { until } from '../../support/until.ts';

const soon = () => ({ deadlineAt: Date.now() + 20_000 });
const folder = mkdtempSync(join(tmpdir(), 'zhicheng-stranger-'));
const codePath = join(folder, 'workflows.cjs');
/** A codec that neither encrypts nor decrypts. */
const blind: PayloadCodec = {
  encode: async (payloads) => payloads,
  decode: async (payloads) =>
    payloads.map(() => ({ metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('null') })),
};

let backend: TestBackend;
beforeAll(async () => {
  backend = await TestBackend.open();
  const workflowsPath = fileURLToPath(new URL('./stranger-workflow.ts', import.meta.url));
  writeFileSync(codePath, (await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') })).code);
});
afterAll(async () => {
  await backend.close();
  rmSync(folder, { recursive: true });
});

const list = { deficiencies: [{ item: 'title', clause: 'LN-4.1-c' }] };
const refused = { type: unsealedType };

/** Does something while a stranger's worker is the only one. */
async function whileAStrangerWorks(run: () => Promise<void>): Promise<void> {
  await backend.stopWorker();
  const connection = await nativeConnectionOf(inject('temporal'));
  const stranger = await Worker.create({
    connection,
    namespace: 'zhicheng',
    taskQueue: backend.deps.taskQueue,
    workflowBundle: { codePath },
    dataConverter: { payloadCodecs: [blind] },
  });
  const running = stranger.run();
  await run();
  stranger.shutdown();
  await running;
  await connection.close();
  await backend.startWorker();
}

it('nothing is written of what a stranger’s worker answers, and replacing the workflow puts the case right', async () => {
  const world = await backend.world('2024-07-08T09:00');
  const one = await submitted(world);
  const before = await one.row();
  await whileAStrangerWorks(async () => {
    // A run that no worker has seen yet: the stranger's is the first.
    expect(await rebuild(backend.deps, one.no, { replace: true })).toBe('rebuilt');
    expect((await one.act('return', 'unitHr', list)).kind).toBe('recorded');
  });
  expect(backend.alarms.join()).toContain('is not sealed with our key');
  expect(await one.row()).toEqual(before);

  // The answer stands in the history, so asking again gives it again.
  await expect(finish(backend.deps, one.no, soon())).rejects.toMatchObject(refused);
  expect(await rebuild(backend.deps, one.no, { replace: true })).toBe('rebuilt');
  await finish(backend.deps, one.no, soon());
  expect(await intentsOf(backend, one.no)).toMatchObject([
    { n: 1, action: 'submit', accepted: true },
    { n: 2, action: 'return', accepted: true },
  ]);
  await checkInvariants(backend);
});

it('neither of what it answers to a first submission; what has the number is deleted, and the submission starts it anew', async () => {
  const world = await backend.world('2024-07-08T09:00');
  const one = await world.draft();
  await whileAStrangerWorks(async () => {
    expect((await one.act('submit', 'applicant')).kind).toBe('recorded');
  });
  await expect(finish(backend.deps, one.no, soon())).rejects.toMatchObject(refused);
  expect(await rebuild(backend.deps, one.no, { replace: false })).toBe('ended');
  expect(await rebuild(backend.deps, one.no, { replace: true })).toBe('cleared');
  // The server deletes a workflow some time after it was asked to.
  const finished = async () => {
    await finish(backend.deps, one.no, soon());
    return true;
  };
  await until('the submission', finished);
  await one.does('return', 'unitHr', list);
  expect(await rebuild(backend.deps, (await world.draft()).no, { replace: true })).toBe('ended');
  await checkInvariants(backend);
});
