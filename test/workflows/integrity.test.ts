import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type ActRequest, type ActResult, act } from '../../commands/intents/act.ts';
import { finish } from '../../commands/intents/finish.ts';
import { integrityKind } from '../../commands/kinds/integrity-kind.ts';
import { dataConverter } from '../../commands/temporal/client.ts';
import { liaoningDiit2024 as liaoning } from '../../config/programmes/liaoning-diit-2024/index.ts';
import { integrityCases, integrityNo, recordsOf, reserveCase } from '../../db/applications/integrity.ts';
import { nextIntent } from '../../db/intents/queue.ts';
import type { IntegrityActionName, IntegrityData } from '../../domain/integrity/case.ts';
import type { IntegrityRules } from '../../domain/programme/integrity.ts';
import { endOf, posted, settled, submitted } from '../lives/walks.ts';
import { TestBackend, type TestCase, type TestWorld, testKeys } from '../support/backend.ts';
import { checkInvariants } from '../support/invariants.ts';
import { until } from '../support/until.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await TestBackend.open();
});
afterAll(() => backend.close());

const rules = liaoning.integrity as IntegrityRules;
const histories = new URL('../histories/', import.meta.url);

/** Someone of the office: records are kept with a person who exists. */
async function officer(): Promise<string> {
  const [row] = await backend.deps.db.sql<{ id: string }[]>`
    insert into people (subject, name_enc) values (${randomUUID()}, '\\x00') returning id`;
  return row?.id ?? '';
}

/** One integrity case of an application, and whoever acts on it. */
type Opened = { readonly one: TestCase; readonly n: number; readonly no: string; readonly person: string };

/** What the API would send for an act of the committee's office on a case. */
const requestOf = ({ no, person }: Opened, name: IntegrityActionName, data: IntegrityData = {}): ActRequest => ({
  no,
  action: name,
  by: { person, role: 'committeeOffice' },
  data: name === 'investigate' ? data : { text: randomUUID(), ...data },
});

const take = (opened: Opened, name: IntegrityActionName, data?: IntegrityData) =>
  act(backend.deps, requestOf(opened, name, data));

/** Acts and expects acceptance. */
async function takes(opened: Opened, name: IntegrityActionName, data?: IntegrityData): Promise<void> {
  expect(await take(opened, name, data), name).toMatchObject({ kind: 'finished', accepted: true });
}

const refusalIn = (result: ActResult) =>
  result.kind === 'finished' && 'refusal' in result.outcome ? result.outcome.refusal : null;

const stateOf = async ({ one, n }: Opened) =>
  (await integrityCases(backend.deps.db, one.no)).find((each) => each.n === n)?.state;

/** A history replays with the code of today, and is kept where that is asked for. */
async function replays({ no }: Opened, name: string): Promise<void> {
  const handle = backend.deps.temporal.workflow.getHandle(no);
  await handle.result();
  const history = await handle.fetchHistory();
  await Worker.runReplayHistory(
    { workflowBundle: { codePath: inject('workflowBundlePath') }, dataConverter: dataConverter(testKeys, 'mark') },
    history,
    no,
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

async function opened(one: TestCase): Promise<Opened> {
  const request = randomUUID();
  const n = await reserveCase(backend.deps.db, one.no, request);
  expect(await reserveCase(backend.deps.db, one.no, request)).toBe(n);
  const own = { one, n, no: integrityNo(one.no, n), person: await officer() };
  await takes(own, 'open', { ground: 'objection', rules });
  expect(await stateOf(own)).toMatchObject({ status: 'OPENED' });
  await takes(own, 'investigate');
  return own;
}

const settledWell = async () => {
  await settled(backend);
  await checkInvariants(backend);
  expect(backend.alarms).toEqual([]);
};

it('LN-5.1-b upheld before the result, it ends the application through its own queue, once', async () => {
  const world = await backend.world('2024-07-20T08:00');
  const own = await opened(await submitted(world));
  const uphold = { ...requestOf(own, 'uphold', { looked: 'running' }), keyHash: randomUUID(), fingerprint: 'f' };
  const answers = await Promise.all([1, 2, 3].map(() => act(backend.deps, uphold)));
  // What it left and the state after it are told by the call that wrote the outcome down.
  const ownAnswer = (key: string, value: unknown) => (key === 'left' || key === 'after' ? undefined : value);
  expect(new Set(answers.map((answer) => JSON.stringify(answer, ownAnswer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ kind: 'finished', accepted: true, outcome: { seq: 3 } });
  const [kept] = await integrityCases(backend.deps.db, own.one.no);
  expect(kept?.events.at(-1)?.data).toMatchObject({ standing: 'running', decision: { effect: 'cancel' } });
  expect(kept?.state.status).toBe('UPHELD');
  expect(await endOf(own.one)).toBe('CANCELLED');
  const told = await backend.deps.db.sql`select 1 from intents where no = ${own.one.no} and action = 'endForFraud'`;
  expect(told).toHaveLength(1);
  expect(await recordsOf(backend.deps.db, own.one.person)).toMatchObject([{ from: '2024-07-20', until: '2027-07-20' }]);
  await replays(own, 'integrity-upheld-before-the-result.json');
  await settledWell();
}, 60_000);

it('LN-5.1-c a certificate in flight comes first: the case stays open for due procedure, and then revokes', async () => {
  const world = await backend.world('2024-07-08T08:00');
  const own = await opened(await atCertificate(world));
  // The office saw a running application; before that is asked the certificate is issued.
  await own.one.does('certify', 'committeeOffice', { certificate: 'LN-1' });
  const refused = refusalIn(await take(own, 'uphold', { looked: 'running' }));
  expect(refused).toMatchObject({ code: 'ACTION_NOT_HERE', clauses: ['LN-5.1-c'] });
  expect(await recordsOf(backend.deps.db, own.one.person), 'and nothing is recorded').toEqual([]);
  expect([(await stateOf(own))?.status, await endOf(own.one)]).toEqual(['INVESTIGATING', 'CERTIFIED']);

  await takes(own, 'notify', { hearBy: '2024-08-30' });
  await takes(own, 'hear');
  // The office's last view still shows a running application.
  await takes(own, 'uphold', { looked: 'running' });
  expect((await stateOf(own))?.decision).toMatchObject({ effect: 'revoke', clauses: ['LN-5.1-c'] });
  expect(await recordsOf(backend.deps.db, own.one.person)).toHaveLength(1);
  const [row] = await backend.deps.db
    .sql`select integrity ->> 'revokedOn' as on from applications where no = ${own.one.no}`;
  expect(row).toEqual({ on: '2024-08-20' });
  await replays(own, 'integrity-asked-too-late-and-revoked-by-due-procedure.json');
  expect(backend.alarms).toEqual([]);
}, 60_000);

it('LN-5.1-b of a certificate and a decision at the same moment one comes first, and both ends are whole', async () => {
  const ends = await Promise.all([1, 2, 3, 4].map(() => race()));
  for (const { outcome, decided, records } of ends)
    expect([
      ['CANCELLED', true, 1],
      ['CERTIFIED', false, 0],
    ]).toContainEqual([outcome, decided, records]);
  await settledWell();
}, 90_000);

/** The certificate and the decision of one application, sent at once. */
async function race() {
  const world = await backend.world('2024-07-08T08:00');
  const own = await opened(await atCertificate(world));
  const [answer] = await Promise.all([
    take(own, 'uphold', { looked: 'running' }),
    own.one.act('certify', 'committeeOffice', { certificate: 'LN-1' }),
  ]);
  const records = (await recordsOf(backend.deps.db, own.one.person)).length;
  return { outcome: await endOf(own.one), decided: answer.kind === 'finished' && answer.accepted, records };
}

it('of two decisions at the same moment the first stands, and the other is refused by it', async () => {
  const world = await backend.world('2024-07-20T08:00');
  const own = await opened(await submitted(world));
  const both = await Promise.all([
    take(own, 'uphold', { looked: 'running' }),
    take(own, 'dismiss', { looked: 'running' }),
  ]);
  expect(both.map((each) => refusalIn(each)?.code ?? 'accepted').sort()).toEqual(['ACTION_NOT_HERE', 'accepted']);
  const upheld = refusalIn(both[0]) === null;
  expect([(await stateOf(own))?.status, await endOf(own.one)]).toEqual(
    upheld ? ['UPHELD', 'CANCELLED'] : ['DISMISSED', null],
  );
  await settledWell();
}, 60_000);

it('LN-5.1-b decides also where the caller died while the application was asked, or before it was', async () => {
  const world = await backend.world('2024-07-20T08:00');
  for (const died of ['before', 'while'] as const) {
    const own = await opened(await submitted(world));
    const uphold = { ...requestOf(own, 'uphold', { looked: 'running' }), keyHash: randomUUID(), fingerprint: 'f' };
    await act(backend.deps, { ...uphold, lane: 'bulk' });
    if (died === 'while') {
      // The state after a caller died when the application had answered: the intent is recorded and the case is undecided.
      const key = `integrity:${own.one.no}:${own.n}:fraud`;
      const fraud = { case: own.n, clauses: rules.cancel };
      const by = { person: own.person, role: 'system' as const };
      const told = { no: own.one.no, action: 'endForFraud', by, data: { fraud }, keyHash: key, fingerprint: key };
      expect(await act(backend.deps, told)).toMatchObject({ accepted: true });
    }
    await finish(backend.deps, own.no, { deadlineAt: Date.now() + 20_000 });
    expect((await stateOf(own))?.decision).toMatchObject({ effect: 'cancel' });
    expect(await endOf(own.one)).toBe('CANCELLED');
    expect(await recordsOf(backend.deps.db, own.one.person)).toHaveLength(1);
    // Whoever repeats the request finds what was decided.
    expect(await act(backend.deps, uphold)).toMatchObject({ kind: 'finished', accepted: true, outcome: { seq: 3 } });
  }
  await settledWell();
}, 60_000);

it('writes what was decided also where its caller died before it could', async () => {
  const world = await backend.world('2024-07-20T08:00');
  const own = await opened(await submitted(world));
  await act(backend.deps, { ...requestOf(own, 'dismiss', { looked: 'running' }), lane: 'bulk' });
  const pending = await nextIntent(backend.deps.db, own.no);
  if (!pending) throw new Error('the intent is open');
  // The state after a process died right after the decision: the workflow itself writes the outcome, before the courier runs.
  await integrityKind.decide(backend.deps, pending, { deadlineAt: Date.now() + 10_000 });
  await until('the outcome', async () => (await stateOf(own))?.status === 'DISMISSED');
  await backend.deps.temporal.workflow.getHandle(own.no).result();
  await settledWell();
}, 60_000);

it('refuses a step that is not open, as a value, and leaves no trace of it', async () => {
  const world = await backend.world('2024-07-20T08:00');
  const own = await opened(await submitted(world));
  expect(refusalIn(await take(own, 'investigate'))).toMatchObject({ code: 'ACTION_NOT_HERE', clauses: ['LN-5.1-b'] });
  expect((await integrityCases(backend.deps.db, own.one.no))[0]?.events).toHaveLength(2);
  await takes(own, 'dismiss', { looked: 'running' });
  expect(refusalIn(await take(own, 'uphold', { looked: 'running' })), 'a decided case has no workflow').toMatchObject({
    code: 'ACTION_NOT_HERE',
  });
  expect(await endOf(own.one)).toBeNull();
}, 60_000);
