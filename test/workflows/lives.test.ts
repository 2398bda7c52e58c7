import { mkdir, writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseState } from '../../domain/case/case.ts';
import type { Life } from '../../ops/lives/life.ts';
import { lives } from '../../ops/lives/lives.ts';
import { applicationWorkflowId } from '../../workflows/messages.ts';
import { historyName } from '../lives/history-name.ts';
import { draftOf, take } from '../lives/on-servers.ts';
import { TestBackend, type TestCase } from '../support/backend.ts';
import { checkInvariants } from '../support/invariants.ts';

const histories = new URL('../histories/', import.meta.url);

describe('every life, on the real servers', () => {
  const backends = new Map<number | undefined, Promise<TestBackend>>();
  const lineFor = ({ continueAfterEvents }: Pick<Life, 'continueAfterEvents'>): Promise<TestBackend> => {
    const backend =
      backends.get(continueAfterEvents) ?? TestBackend.open(continueAfterEvents ? { continueAfterEvents } : {});
    backends.set(continueAfterEvents, backend);
    return backend;
  };
  beforeAll(async () => {
    await lineFor({});
  });
  afterAll(async () => {
    for (const backend of await Promise.all(backends.values())) {
      await checkInvariants(backend);
      expect(backend.alarms).toEqual([]);
      await backend.close();
    }
  });

  // Each in a world of its own; most of a life is waiting for the servers.
  it.concurrent.each(lives.map((life) => [life.name, life] as const))(
    '%s',
    async (name, life) => {
      const backend = await lineFor(life);
      const [world, one] = await draftOf(backend, life);
      for (const step of life.steps) await take(world, one, step);
      const row = await one.row();
      expect((row.snapshot as CaseState).ended?.outcome).toBe(life.outcome);
      if (process.env.RECORD_HISTORIES) await record(backend, one, name);
    },
    60_000,
  );
});

/** Writes every run of the case, so that replay also covers a history carried over from an earlier run. */
async function record(backend: TestBackend, one: TestCase, name: string): Promise<void> {
  await mkdir(histories, { recursive: true });
  let run = 0;
  const { workflow } = backend.deps.temporal;
  for await (const info of workflow.list({ query: `WorkflowId = '${applicationWorkflowId(one.no)}'` })) {
    const history = await workflow.getHandle(info.workflowId, info.runId).fetchHistory();
    const file = new URL(`${historyName(name)}${run ? `.${run}` : ''}.json`, histories);
    await writeFile(file, `${JSON.stringify(JSON.parse(historyToJSON(history)))}\n`);
    run += 1;
  }
}
