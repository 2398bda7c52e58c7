import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { createLogger } from '../../../api/operations/logging.ts';
import { ballotMarks, custodianList } from '../../../api/sessions/ballot/ballot-schemas.ts';
import { sessionView } from '../../../api/sessions/sessions-schemas.ts';
import { newKeyPair } from '../../../commands/sessions/ballot/envelopes.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { demoPersonId } from '../../../db/worlds/demo-worlds.ts';
import type { SessionState } from '../../../domain/session/session.ts';
import { Sitting } from '../../db/sessions/sitting.ts';
import { TestWorld } from '../../support/backend.ts';
import { until } from '../../support/until.ts';
import { ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
  return () => service.close();
});

const experts = ['zhang-wei', 'hr-liaobei', 'hr-north'] as const;
/** Started, and its first task scheduled, taken and done. */
const afterFirstTask = 4;
const inBase64 = (key: Uint8Array) => Buffer.from(key).toString('base64');

/** A meeting of Liaoning with three people of the demonstration as its experts. */
class Hall {
  readonly world: ApiWorld;
  readonly sitting: Sitting;
  readonly path: string;
  readonly keys = [newKeyPair(), newKeyPair()] as const;

  private constructor(world: ApiWorld, sitting: Sitting) {
    this.world = world;
    this.sitting = sitting;
    this.path = `/v1/sessions/${sitting.id}`;
  }

  static async open(applications: number): Promise<Hall> {
    const world = await service.world('2024-10-21T09:00');
    const rows = new TestWorld(service.backend, world.id, await world.unitOf('hr-liaobei'));
    const drafts = await Promise.all(Array.from({ length: applications }, () => rows.draft()));
    const person = (account: string) => demoPersonId(service.services.vault, account, world.id);
    const sitting = await Sitting.open(service.backend.deps.db, {
      world: world.id,
      programme: liaoningDiit2024,
      committee: 'ln-diit-office',
      members: experts.map((account, place) => ({
        person: person(account),
        ...(place === 0 ? { chair: 'chair' as const } : {}),
      })),
      applications: drafts.map(({ no }) => no).sort(),
      office: person('office-diit'),
    });
    const hall = new Hall(world, sitting);
    await sitting.state({ present: experts.length, chair: sitting.members[0] ?? null });
    return hall;
  }

  get db() {
    return service.backend.deps.db;
  }

  as(account: string): Promise<ApiClient> {
    return this.world.as(account);
  }

  /** Leaves the rows of the box as its opening leaves them. */
  async opens(): Promise<void> {
    const ready = this.sitting.applications.length;
    await this.sitting.state({ ballot: { round: 1, open: true, ready, waiting: 0 } });
    await this.db.sql`
      select project_ballot(e.no, jsonb_build_object('snapshot', e.state, 'events', jsonb_build_array(jsonb_build_object('name', 'openBallot', 'at', 0))))
        from entities e where e.no = ${this.sitting.no}`;
  }

  /** The office closes the box. */
  async closes() {
    return (await this.as('office-diit')).post(`${this.path}/actions/closeBallot`);
  }

  /** Starts the workflow of the session where it stands. */
  async runs(): Promise<void> {
    const { no } = this.sitting;
    const [row] = await this.db.sql<{ state: SessionState }[]>`select state from entities where no = ${no}`;
    await service.backend.deps.temporal.workflow.start('session', {
      taskQueue: service.backend.deps.taskQueue,
      workflowId: no,
      args: [{ no, carried: { case: row?.state, last: null } }],
    });
    await until('its first task', async () => (await this.historyLength()) >= afterFirstTask);
  }

  async historyLength(): Promise<number> {
    const handle = service.backend.deps.temporal.workflow.getHandle(this.sitting.no);
    return (await handle.describe()).historyLength;
  }

  async register(account: string, place: 0 | 1) {
    return (await this.as(account)).post(`${this.path}/custodians`, {
      publicKey: inBase64(this.keys[place].publicKey),
    });
  }

  async sends(account: string, what: 'release' | 'count', place: 0 | 1) {
    const privateKey = inBase64(this.keys[place].privateKey);
    return (await this.as(account)).post(`${this.path}/ballots/${what}`, { privateKey });
  }

  async votes(account: string, body: object) {
    return (await this.as(account)).post(`${this.path}/ballots`, body);
  }
}

it('A-37 a secret ballot over HTTP: keys of two custodians, votes, a late one refused, the count once', {
  timeout: 120_000,
}, async () => {
  const hall = await Hall.open(2);
  const { sitting, path } = hall;
  const [a = '', b = ''] = sitting.applications;
  await sitting.recuse(sitting.members[2] ?? '', b);

  expect((await hall.register('zhang-wei', 0)).status, 'an expert is no custodian').toBe(404);
  expect((await hall.register('office-diit', 0)).as(custodianList).items).toMatchObject([{ place: 1, own: true }]);
  expect((await hall.register('auditor', 0)).as(problemSchema)).toMatchObject({ status: 403, code: 'SAME_REVIEWER' });
  expect((await hall.register('auditor', 1)).as(custodianList).items).toMatchObject([
    { place: 1, own: false, released: false },
    { place: 2, own: true },
  ]);

  const early = await hall.votes('zhang-wei', { application: a, vote: 'agree' });
  expect(early.as(problemSchema)).toMatchObject({ status: 409, code: 'NOT_OPENED' });
  await hall.opens();
  expect((await hall.register('office-diit', 0)).as(problemSchema)).toMatchObject({ status: 409, code: 'BALLOT_OPEN' });
  expect((await hall.votes('office-diit', { application: a, vote: 'agree' })).status, 'no expert').toBe(404);
  expect((await hall.votes('hr-north', { application: b, vote: 'agree' })).status, 'recused from it').toBe(404);
  const some = { ballots: [a, b].map((application) => ({ application, vote: 'agree' })) };
  expect((await hall.votes('hr-north', some)).status, 'all or none').toBe(404);
  const twice = { ballots: [a, a].map((application) => ({ application, vote: 'agree' })) };
  expect((await hall.votes('zhang-wei', twice)).status).toBe(422);
  expect((await hall.votes('zhang-wei', { application: a, vote: 'maybe' })).status).toBe(422);

  expect((await hall.votes('zhang-wei', { application: a, vote: 'against' })).body).toEqual({ cast: 1 });
  // A double click, from two places, and a change of mind: one vote each.
  const double = await Promise.all([hall.votes('hr-liaobei', some), hall.votes('hr-liaobei', some)]);
  expect(double.map(({ status }) => status)).toEqual([200, 200]);
  expect((await hall.votes('zhang-wei', some)).body).toEqual({ cast: 2 });
  const chair = (await (await hall.as('zhang-wei')).get(`${path}/ballots`)).as(ballotMarks);
  expect(chair).toEqual({
    items: [a, b].map((application) => ({ application, voted: true })),
    inBox: { cast: 4, of: 5 },
  });
  const other = (await (await hall.as('hr-north')).get(`${path}/ballots`)).as(ballotMarks);
  expect(other, 'only own marks, no numbers').toEqual({ items: [{ application: a, voted: false }], inBox: null });

  expect((await hall.sends('office-diit', 'count', 0)).as(problemSchema)).toMatchObject({ code: 'BALLOT_OPEN' });
  await hall.runs();
  expect((await hall.closes()).status).toBe(200);
  const late = await hall.votes('hr-north', { application: a, vote: 'against' });
  expect(late.as(problemSchema)).toMatchObject({
    status: 409,
    code: 'BALLOT_CLOSED',
    details: { national: expect.stringContaining('第二十条') },
  });
  expect((await hall.sends('auditor', 'count', 1)).as(problemSchema)).toMatchObject({
    status: 409,
    code: 'KEYS_MISSING',
  });
  expect((await hall.sends('office-diit', 'release', 1)).as(problemSchema)).toMatchObject({ status: 422 });
  expect((await hall.sends('office-diit', 'release', 0)).as(custodianList).items).toMatchObject([
    { place: 1, released: true },
    { place: 2, released: false },
  ]);
  const counted = await Promise.all([hall.sends('auditor', 'count', 1), hall.sends('auditor', 'count', 1)]);
  expect(counted.map(({ status, body }) => [status, body])).toEqual([
    [200, counted[0]?.body],
    [200, counted[0]?.body],
  ]);
  expect(counted[0]?.as(custodianList).items.map(({ released }) => released)).toEqual([false, false]);
  const view = (await (await hall.as('office-diit')).get(path)).as(sessionView);
  expect(view).toMatchObject({ status: 'BALLOT_CLOSED', results: { reviewed: 2, passed: 2, rate: 100 } });
  const results = await hall.db.sql`
    select application, present, agree, against, blank, passed from session_results where session = ${sitting.no} order by application`;
  expect(results).toEqual([
    { application: a, present: 3, agree: 2, against: 0, blank: 1, passed: true },
    { application: b, present: 2, agree: 2, against: 0, blank: 0, passed: true },
  ]);
  expect((await hall.sends('office-diit', 'count', 0)).status, 'counted already').toBe(200);
  expect((await (await hall.as('zhang-wei')).get(`${path}/ballots`)).body).toEqual({ items: [], inBox: null });
});

it('no vote is kept beside its envelope: not with a key, nor in intents, events, notices, histories, logs or metrics', async () => {
  const hall = await Hall.open(1);
  const [application = ''] = hall.sitting.applications;
  await hall.register('office-diit', 0);
  await hall.register('auditor', 1);
  await hall.opens();
  await hall.runs();
  const kept = async () => {
    const [row] = await hall.db.sql<{ keys: number; intents: number; events: number; notices: number }[]>`
      select (select count(*)::integer from idempotency) as keys, (select count(*)::integer from intents) as intents,
             (select count(*)::integer from events) as events, (select count(*)::integer from notices) as notices`;
    return row;
  };
  const before = [await kept(), await hall.historyLength()];
  const lines: string[] = [];
  const log = createLogger('trace', { write: (line) => void lines.push(line) });
  const server = createServer(createApp({ ...service.services, log }).app).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new ApiClient({ url }, (await hall.as('zhang-wei')).headers);
  for (const vote of ['agree', 'against', 'abstain'])
    for (const key of [randomUUID(), undefined]) {
      const answer = await client.post(
        `${hall.path}/ballots`,
        { application, vote },
        { headers: key ? { 'Idempotency-Key': key } : {} },
      );
      expect([answer.status, answer.body]).toEqual([200, { cast: 1 }]);
    }
  expect([await kept(), await hall.historyLength()]).toEqual(before);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const written = lines.join('');
  expect(written).toContain('/v1/sessions/:id/ballots');
  for (const secret of ['against', 'abstain', application]) expect(`${written}${metrics}`).not.toContain(secret);
  const rows = await hall.db.sql`select to_jsonb(s) as row from ballots_sealed s where session = ${hall.sitting.no}`;
  expect(rows).toHaveLength(1);
  expect(Object.keys(rows[0]?.row as object).sort()).toEqual(['application', 'expert', 'round', 'sealed', 'session']);
});

it('votes while the box is closed twice at once: one closing counts, and every vote that was taken is counted', {
  timeout: 120_000,
}, async () => {
  const hall = await Hall.open(4);
  await hall.register('office-diit', 0);
  await hall.register('auditor', 1);
  await hall.opens();
  await hall.runs();
  const cast = async (account: string) => {
    const answers: number[] = [];
    for (let turn = 0; turn < 6; turn += 1)
      for (const application of hall.sitting.applications)
        answers.push((await hall.votes(account, { application, vote: 'agree' })).status);
    return answers;
  };
  const all = experts.map(cast);
  const closings = await Promise.all([hall.closes(), hall.closes()]);
  expect(closings.map(({ status }) => status).sort()).toEqual([200, 409]);
  const answers = await Promise.all(all);
  for (const each of answers) {
    expect(each, 'none is taken after one that came too late').toEqual(each.toSorted());
    expect(each.filter((status) => status !== 200 && status !== 409)).toEqual([]);
  }
  const taken = answers.map((each) => Math.min(each.filter((status) => status === 200).length, 4));
  await hall.sends('office-diit', 'release', 0);
  expect((await hall.sends('auditor', 'count', 1)).status).toBe(200);
  const [counted] = await hall.db.sql`
    select sum(agree)::integer as agree, sum(agree + blank)::integer as present from session_results where session = ${hall.sitting.no}`;
  expect(counted).toEqual({ agree: taken.reduce((sum, votes) => sum + votes, 0), present: 12 });
});

it('no box opens before two custodians have registered their keys', async () => {
  const hall = await Hall.open(1);
  await hall.runs();
  const opens = async () =>
    (await (await hall.as('office-diit')).post(`${hall.path}/actions/openBallot`)).as(problemSchema).code;
  expect(await opens()).toBe('KEYS_MISSING');
  await hall.register('office-diit', 0);
  expect(await opens()).toBe('KEYS_MISSING');
  await hall.register('auditor', 1);
  expect(await opens(), 'then the opinions are missing').toBe('INCOMPLETE');
});
