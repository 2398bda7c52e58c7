import { readdir, readFile } from 'node:fs/promises';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { describe, expect, inject, it } from 'vitest';
import { dataConverter } from '../../commands/temporal/client.ts';
import { lives } from '../../ops/lives/lives.ts';
import { historyName } from '../lives/history-name.ts';
import { testKeys } from '../support/line.ts';

const folder = new URL('../histories/', import.meta.url);

async function* recorded() {
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json'))) {
    const history = historyFromJSON(JSON.parse(await readFile(new URL(file, folder), 'utf8')));
    yield { workflowId: history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowId ?? file, history };
  }
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
