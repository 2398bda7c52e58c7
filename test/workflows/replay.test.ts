import { readdir, readFile } from 'node:fs/promises';
import { decodeArrayFromPayloads, loadDataConverter } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { describe, expect, inject, it } from 'vitest';
import { dataConverter } from '../../commands/temporal/client.ts';
import type { Command } from '../../domain/case/commands/commands.ts';
import { lives } from '../../ops/lives/lives.ts';
import { historyName } from '../lives/history-name.ts';
import { testKeys } from '../support/backend.ts';

const converter = loadDataConverter(dataConverter(testKeys, 'refuse'));
const folder = new URL('../histories/', import.meta.url);

async function* recorded() {
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json'))) {
    const history = historyFromJSON(JSON.parse(await readFile(new URL(file, folder), 'utf8')));
    yield { workflowId: history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowId ?? file, history };
  }
}

/** One history was recorded when an office could still cancel without a ground; its plan may, so it is kept as it is and ends otherwise than its life today. */
const sameToday = lives
  .filter(({ name }) => name !== 'publicity document found invalid in time, filed again')
  .map(({ name, steps }) => ({ name, steps }));

/** The actions that the runs of a life recorded, first to last, without lapses and changes of dates. */
async function actsOf(name: string): Promise<string[]> {
  const own = new RegExp(`^${historyName(name)}(\\.\\d+)?\\.json$`);
  const acts: { at: number; act: string }[] = [];
  for (const file of (await readdir(folder)).filter((each) => own.test(each))) {
    const { events } = historyFromJSON(JSON.parse(await readFile(new URL(file, folder), 'utf8')));
    const workflowId = events?.[0]?.workflowExecutionStartedEventAttributes?.workflowId ?? '';
    const context = { type: 'workflow', namespace: 'zhicheng', workflowId } as const;
    for (const { eventTime, workflowExecutionUpdateAcceptedEventAttributes: accepted } of events ?? []) {
      const payloads = accepted?.acceptedRequest?.input?.args?.payloads;
      if (!payloads) continue;
      const [command] = (await decodeArrayFromPayloads(converter, payloads, context)) as Command[];
      if (!command || command.name === 'lapse' || command.name === 'adoptTimeline') continue;
      acts.push({
        at: Number(eventTime?.seconds) * 1e9 + (eventTime?.nanos ?? 0),
        act: `${command.by.role} ${command.name}`,
      });
    }
  }
  return acts.toSorted((a, b) => a.at - b.at).map(({ act }) => act);
}

const bundle = () => ({
  workflowBundle: { codePath: inject('workflowBundlePath') },
  dataConverter: dataConverter(testKeys, 'mark'),
});

describe('recorded histories', () => {
  it('exist for every life', async () => {
    const files = await readdir(folder);
    const missing = lives.filter(({ name }) => !files.includes(`${historyName(name)}.json`));
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(files, 'and for the workflow that delivers notices').toContain('notices.json');
  });

  it.each(sameToday)('hold the acts of $name, in order', async ({ name, steps }) => {
    const acts = steps.flatMap((step) => ('does' in step && !step.refused ? [`${step.role} ${step.does}`] : []));
    expect(await actsOf(name)).toEqual(acts);
  });

  it('replay with the code of today', async () => {
    const failed: string[] = [];
    let replayed = 0;
    for await (const { workflowId, error } of Worker.runReplayHistories(bundle(), recorded())) {
      replayed += 1;
      if (error) failed.push(`${workflowId}: ${error.message}`);
    }
    expect(failed).toEqual([]);
    expect(replayed).toBeGreaterThan(lives.length);
  }, 60_000);
});
