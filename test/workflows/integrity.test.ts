import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { actOnIntegrity, recordIntegrityStep } from '../../commands/integrity.ts';
import { dataConverter } from '../../commands/temporal/client.ts';
import { liaoningDiit2024 as liaoning } from '../../config/programmes/liaoning-diit-2024/index.ts';
import { integrityCases, recordsOf, reserveCase } from '../../db/applications/integrity.ts';
import type { IntegrityCommand, IntegrityData } from '../../domain/integrity/case.ts';
import type { IntegrityReply } from '../../domain/integrity/command-queue.ts';
import type { IntegrityRules } from '../../domain/programme/integrity.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type IntegrityAnswer, integrityUpdate, integrityWorkflowId } from '../../workflows/messages.ts';
import { endOf, posted, settled, submitted } from '../lives/walks.ts';
import { checkInvariants } from '../support/invariants.ts';
import { at, type TestCase, TestLine, type TestWorld, testKeys } from '../support/line.ts';
import { until } from '../support/until.ts';

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
  intent: randomUUID(),
  name,
  person,
  role: 'committeeOffice',
  receivedAt: at('2024-07-20T09:00'),
  data: name === 'investigate' ? data : { text: randomUUID(), ...data },
});

/** What an update of a case answered when it was decided at once. */
const replied = (answer: IntegrityAnswer | Refusal | undefined): IntegrityReply => {
  if (!answer || !('event' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
};

/** A history replays with the code of today, and is kept where that is asked for. */
async function replays(no: string, n: number, name: string): Promise<void> {
  const handle = line.deps.temporal.workflow.getHandle(integrityWorkflowId(no, n));
  await handle.result();
  const history = await handle.fetchHistory();
  await Worker.runReplayHistory(
    { workflowBundle: { codePath: inject('workflowBundlePath') }, dataConverter: dataConverter(testKeys) },
    history,
  );
  if (!process.env.RECORD_HISTORIES) return;
  await writeFile(new URL(name, histories), `${JSON.stringify(JSON.parse(historyToJSON(history)))}\n`);
}

/** An application whose certificate is due on 2024-08-20. */
async function atCertificate(world: TestWorld): Promise<TestCase> {
  const one = await posted(world);
  await world.moveTo('2024-07-18T08:00');
  await one.does('submit', 'applicant');
  await one.does('pass', 'committeeOffice');
  await one.does('seal', 'unitHr');
  await one.does('seal', 'sealingAuthority');
  await one.does('uploadStampedPage', 'applicant');
  await world.moveTo('2024-08-07T10:00');
  await one.does('approve', 'committeeOffice');
  await one.does('handOver', 'unitHr');
  await one.does('receivePaper', 'committeeOffice');
  await one.does('confirmDossier', 'committeeOffice');
  await one.does('recordResult', 'committeeOffice', { passed: true });
  await one.does('postPublicity', 'committeeOffice');
  await world.moveTo('2024-08-20T09:00');
  return one;
}

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
  const uphold = commandOf('uphold', person, { looked: 'running' });
  const answers = await Promise.all([1, 2, 3].map(() => actOnIntegrity(line.deps, key, uphold)));
  const [first] = answers.map(replied);
  expect(new Set(answers.map((answer) => replied(answer).event.seq)).size).toBe(1);
  expect(first?.event.data).toMatchObject({ standing: 'running', decision: { effect: 'cancel' } });
  await recordIntegrityStep(line.deps, { ...key, reply: replied(answers[0]) });
  expect(await endOf(one)).toBe('CANCELLED');
  await settled(line);
  const told = await line.deps.db.sql`select 1 from intents where no = ${one.no} and action = 'endForFraud'`;
  expect(told).toHaveLength(1);
  expect(await recordsOf(line.deps.db, one.person)).toMatchObject([{ from: '2024-07-20', until: '2027-07-19' }]);
  expect((await integrityCases(line.deps.db, one.no)).map(({ state }) => state.status)).toEqual(['UPHELD']);
  await replays(one.no, key.n, 'integrity-upheld-by-what-the-line-said.json');
  expect(line.alarms).toEqual([]);
}, 60_000);

it('LN-5.1-c a certificate in flight comes first: the case stays open for due procedure, and then revokes', async () => {
  const world = await line.world('2024-07-08T08:00');
  const one = await atCertificate(world);
  const person = await officer();
  const key = await opened(one, person);
  // The case saw a running road; before its line is asked the certificate is issued.
  const early = commandOf('uphold', person, { looked: 'running' });
  const handle = line.deps.temporal.workflow.getHandle(integrityWorkflowId(key.no, key.n));
  await one.does('certify', 'committeeOffice', { certificate: 'LN-1' });
  const refused = await actOnIntegrity(line.deps, key, early);
  expect(refused).toMatchObject({ code: 'ACTION_NOT_HERE', clauses: ['LN-5.1-c'] });
  expect(await recordsOf(line.deps.db, one.person), 'and nothing is recorded').toEqual([]);
  const [standing] = await integrityCases(line.deps.db, one.no);
  expect([standing?.state.status, await endOf(one)]).toEqual(['INVESTIGATING', 'CERTIFIED']);

  await until('the end of waiting', async () => {
    const told = await actOnIntegrity(line.deps, key, commandOf('notify', person, { hearBy: '2024-07-30' }));
    return 'event' in told;
  });
  await actOnIntegrity(line.deps, key, commandOf('hear', person));
  // It still believes that the road runs.
  const revoked = replied(await actOnIntegrity(line.deps, key, commandOf('uphold', person, { looked: 'running' })));
  expect(revoked.event.data.decision).toMatchObject({ effect: 'revoke', clauses: ['LN-5.1-c'] });
  expect(await recordsOf(line.deps.db, one.person)).toHaveLength(1);
  const [row] = await line.deps.db.sql`select integrity ->> 'revokedOn' as on from applications where no = ${one.no}`;
  expect(row).toEqual({ on: '2024-07-20' });
  await handle.result();
  await replays(one.no, key.n, 'integrity-asked-too-late-and-revoked-by-due-procedure.json');
  expect(line.alarms).toEqual([]);
}, 60_000);

it('LN-5.1-b of a certificate and a decision at the same moment one comes first, and both ends are whole', async () => {
  const ends = await Promise.all([1, 2, 3, 4].map(() => race()));
  for (const { outcome, decided, records } of ends)
    expect([
      ['CANCELLED', true, 1],
      ['CERTIFIED', false, 0],
    ]).toContainEqual([outcome, decided, records]);
  await settled(line);
  await checkInvariants(line);
  expect(line.alarms).toEqual([]);
}, 90_000);

/** The certificate and the decision of one application, sent at once. */
async function race() {
  const world = await line.world('2024-07-08T08:00');
  const one = await atCertificate(world);
  const person = await officer();
  const key = await opened(one, person);
  const uphold = commandOf('uphold', person, { looked: 'running' });
  const [answer] = await Promise.all([
    actOnIntegrity(line.deps, key, uphold),
    one.act('certify', 'committeeOffice', { certificate: 'LN-1' }),
  ]);
  const records = (await recordsOf(line.deps.db, one.person)).length;
  return { outcome: await endOf(one), decided: 'event' in answer, records };
}

it('LN-5.1-b decides also where the caller died while the line was asked', async () => {
  const world = await line.world('2024-07-20T08:00');
  const one = await submitted(world);
  const person = await officer();
  const key = await opened(one, person);
  const uphold = commandOf('uphold', person, { looked: 'running' });
  const handle = line.deps.temporal.workflow.getHandle(integrityWorkflowId(key.no, key.n));
  const answer = await handle.executeUpdate(integrityUpdate, { args: [uphold], updateId: uphold.intent });
  expect(answer).toEqual({ intent: uphold.intent, waits: true });
  await until('the decision', async () => (await recordsOf(line.deps.db, one.person)).length === 1);
  expect(await endOf(one)).toBe('CANCELLED');
  await handle.result();
  // Whoever repeats the request finds what was decided.
  expect(await actOnIntegrity(line.deps, key, uphold)).toMatchObject({ intent: uphold.intent, event: { seq: 3 } });
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
