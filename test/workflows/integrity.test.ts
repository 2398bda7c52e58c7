import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { actOnIntegrity, settleIntegrity } from '../../commands/integrity.ts';
import { dataConverter } from '../../commands/temporal.ts';
import { liaoningDiit2024 as liaoning } from '../../config/programmes/liaoning-diit-2024/index.ts';
import { integrityCases, recordsOf, reserveCase } from '../../db/integrity.ts';
import type { IntegrityReply } from '../../domain/integrity.ts';
import type { IntegrityCommand, IntegrityData, IntegrityRules } from '../../domain/integrity-case.ts';
import { integrityUpdate, integrityWorkflowId } from '../../workflows/messages.ts';
import { at, type TestCase, TestLine, testKeys } from '../support/line.ts';
import { until } from '../support/until.ts';
import { endOf, settled, submitted } from '../support/walks.ts';

let line: TestLine;
beforeAll(async () => {
  line = await TestLine.open();
});
afterAll(() => line.close());

const rules = liaoning.integrity as IntegrityRules;
const histories = new URL('../histories/', import.meta.url);

/** Someone of the office: steps are kept with a person who exists. */
async function officer(): Promise<string> {
  const [row] = await line.deps.db.sql<{ id: string }[]>`
    insert into people (subject, name_enc) values (${randomUUID()}, '\\x00') returning id`;
  return row?.id ?? '';
}

const commandOf = (name: IntegrityCommand['name'], person: string, data: IntegrityData = {}): IntegrityCommand => ({
  ...{ intent: randomUUID(), name, person, role: 'committeeOffice', receivedAt: at('2024-07-20T09:00') },
  data: name === 'investigate' ? data : { text: randomUUID(), ...data },
});

async function opened(one: TestCase, person: string): Promise<{ no: string; n: number; rules: IntegrityRules }> {
  const open = commandOf('open', person, { ground: 'objection' });
  const key = { no: one.no, n: await reserveCase(line.deps.db, one.no, open.intent), rules };
  expect(await reserveCase(line.deps.db, one.no, open.intent)).toBe(key.n);
  expect(await actOnIntegrity(line.deps, key, open)).toMatchObject({ state: { status: 'OPENED' } });
  expect(await actOnIntegrity(line.deps, key, commandOf('investigate', person))).toHaveProperty('state');
  return key;
}

it('LN-5.1-b upheld before the result, it ends the road through the line of the application, once', async () => {
  const world = await line.world('2024-07-20T08:00');
  const one = await submitted(world);
  const person = await officer();
  const key = await opened(one, person);
  const uphold = commandOf('uphold', person, { standing: 'running' });
  const answers = await Promise.all([1, 2, 3].map(() => actOnIntegrity(line.deps, key, uphold)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  await settleIntegrity(line.deps, { ...key, reply: answers[0] as IntegrityReply });
  expect(await endOf(one)).toBe('CANCELLED');
  await settled(line);
  const cancels = await line.deps.db.sql`select 1 from intents where no = ${one.no} and action = 'cancel'`;
  expect(cancels).toHaveLength(1);
  expect(await recordsOf(line.deps.db, one.person)).toMatchObject([{ from: '2024-07-20', until: '2027-07-19' }]);
  expect((await integrityCases(line.deps.db, one.no)).map(({ state }) => state.status)).toEqual(['UPHELD']);

  const handle = line.deps.temporal.workflow.getHandle(integrityWorkflowId(one.no, key.n));
  await handle.result();
  const history = await handle.fetchHistory();
  await Worker.runReplayHistory(
    { workflowBundle: { codePath: inject('workflowBundlePath') }, dataConverter: dataConverter(testKeys) },
    history,
  );
  if (process.env.RECORD_HISTORIES) {
    const file = new URL('integrity-upheld-before-the-result.json', histories);
    await writeFile(file, `${JSON.stringify(JSON.parse(historyToJSON(history)))}\n`);
  }
  expect(line.alarms).toEqual([]);
}, 60_000);

it('writes what was decided also where its caller died before it could', async () => {
  const world = await line.world('2024-07-20T08:00');
  const one = await submitted(world);
  const person = await officer();
  const key = await opened(one, person);
  const uphold = commandOf('uphold', person, { standing: 'running' });
  // As a process that dies right after the decision: nobody but the workflow goes on.
  const handle = line.deps.temporal.workflow.getHandle(integrityWorkflowId(key.no, key.n));
  await handle.executeUpdate(integrityUpdate, { args: [uphold], updateId: uphold.intent });
  await until('the end of the road', async () => (await endOf(one)) === 'CANCELLED');
  expect(await recordsOf(line.deps.db, one.person)).toHaveLength(1);
}, 60_000);

it('refuses a step that is not open, as a value, and leaves no trace of it', async () => {
  const world = await line.world('2024-07-20T08:00');
  const one = await submitted(world);
  const person = await officer();
  const key = await opened(one, person);
  const again = await actOnIntegrity(line.deps, key, commandOf('investigate', person));
  expect(again).toMatchObject({ code: 'ACTION_NOT_HERE', clauses: ['LN-5.1-b'] });
  expect((await integrityCases(line.deps.db, one.no))[0]?.events).toHaveLength(2);
}, 60_000);
