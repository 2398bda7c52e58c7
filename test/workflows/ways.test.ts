import { mkdir, writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseState } from '../../domain/case/case.ts';
import { applicationWorkflowId } from '../../workflows/messages.ts';
import { dalianWays } from '../lives/dalian-ways.ts';
import { lianyungangWays } from '../lives/lianyungang-ways.ts';
import { historyName, type Step, type Way, ways } from '../lives/ways.ts';
import { checkInvariants } from '../support/invariants.ts';
import { engineer, type TestCase, TestLine, type TestWorld } from '../support/line.ts';

const histories = new URL('../histories/', import.meta.url);

async function walk(world: TestWorld, one: TestCase, step: Step): Promise<void> {
  if ('to' in step) return await world.moveTo(step.to);
  if ('does' in step) return await one.does(step.does, step.role, step.data);
  const result = await one.act(step.refused, step.role, step.data);
  expect(result).toMatchObject({ kind: 'finished', accepted: false, outcome: { refusal: { code: step.code } } });
  if (step.clause) expect(result).toHaveProperty('outcome.refusal.clauses', expect.arrayContaining([step.clause]));
}

describe('every way through the stages, on the real servers', () => {
  const lines = new Map<number | undefined, TestLine>();
  const lineFor = async ({ continueAfterEvents }: Way) => {
    const line =
      lines.get(continueAfterEvents) ?? (await TestLine.open(continueAfterEvents ? { continueAfterEvents } : {}));
    lines.set(continueAfterEvents, line);
    return line;
  };
  beforeAll(async () => {
    await lineFor({ ...ways[0], continueAfterEvents: undefined } as unknown as Way);
  });
  afterAll(async () => {
    for (const line of lines.values()) await line.close();
  });

  it.each([...ways, ...dalianWays, ...lianyungangWays].map((way) => [way.name, way] as const))(
    '%s',
    async (name, way) => {
      const line = await lineFor(way);
      const world = await line.world(way.startAt);
      const one = await world.draft(way.facts ?? engineer, way.programme);
      for (const step of way.steps) await walk(world, one, step);
      const row = await one.row();
      expect((row.snapshot as CaseState).ended?.outcome).toBe(way.outcome);
      await checkInvariants(line);
      expect(line.alarms).toEqual([]);
      if (process.env.RECORD_HISTORIES) await record(line, one, name);
    },
    60_000,
  );
});

/** Writes every run of the case, so that replay also covers a history carried over from an earlier run. */
async function record(line: TestLine, one: TestCase, name: string): Promise<void> {
  await mkdir(histories, { recursive: true });
  let run = 0;
  const { workflow } = line.deps.temporal;
  for await (const info of workflow.list({ query: `WorkflowId = '${applicationWorkflowId(one.no)}'` })) {
    const history = await workflow.getHandle(info.workflowId, info.runId).fetchHistory();
    const file = new URL(`${historyName(name)}${run ? `.${run}` : ''}.json`, histories);
    await writeFile(file, `${JSON.stringify(JSON.parse(historyToJSON(history)))}\n`);
    run += 1;
  }
}
