import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actNames } from '../../../api/actions/actions-schemas.ts';
import { receiptView } from '../../../api/actions/receipts-schemas.ts';
import { createApp } from '../../../api/app.ts';
import { applicationView } from '../../../api/applications/applications-schemas.ts';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { connect } from '../../../db/connection.ts';
import { ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.open();
  world = await service.world('2024-07-01T09:00');
});
afterAll(() => service.close());

/** Takes a draft to the online review, at the opening of the window. */
async function onlineReview(own: ApiWorld, account: string, unit: string): Promise<string> {
  const no = await own.draft(account);
  await (await own.as(account)).does(no, 'submit');
  await (await own.as(`hr-${unit}`)).does(no, 'agree');
  await (await own.as(`group-${unit}`)).does(no, 'select');
  await (await own.as(`hr-${unit}`)).does(no, 'postPublicity');
  return no;
}

/** What a first submission asks to be confirmed (LN-5.1-e). */
const pledged = { checked: ['declassified'] };
/** What the unit confirms of an application it agrees to. */
const reviewed = { checked: ['inPost', 'conditions', 'itemByItem', 'sameSpecialty', 'retrieved', 'unitName'] };

describe('an Idempotency-Key', () => {
  it('makes 50 requests at once into one event', async () => {
    const no = await world.draft('zhang-wei');
    const client = await world.as('zhang-wei');
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => client.act(no, 'submit', pledged, { key })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { items } = (await client.get(`/v1/applications/${no}/events`)).as(eventPage);
    expect(items.filter(({ name }) => name === 'submitted')).toHaveLength(1);
  });

  it('is refused without a key, with a malformed one, and for another payload', async () => {
    const no = await world.draft('li-na');
    const client = await world.as('li-na');
    const path = `/v1/applications/${no}/actions/withdraw`;
    expect((await client.post(path, {}, { key: '' })).as(problemSchema)).toMatchObject({
      status: 400,
      code: 'KEY_MISSING',
    });
    expect((await client.post(path, {}, { key: 'short' })).status).toBe(400);
    const key = randomUUID();
    await client.does(no, 'submit');
    await client.post(path, { reason: '计划有变' }, { key });
    expect((await client.post(path, { reason: '另一理由' }, { key })).as(problemSchema)).toMatchObject({
      status: 422,
      code: 'KEY_REUSED',
    });
    expect((await client.post(path, { reason: '计划有变' }, { key })).status).toBe(200);
  });
});

describe('an action', () => {
  it('honours only the version in If-Match', async () => {
    const no = await world.draft('wang-qiang');
    const client = await world.as('wang-qiang');
    const etag = (await client.act(no, 'submit', pledged)).headers.get('etag') ?? '';
    const hr = await world.as('hr-liaobei');
    const stale = await hr.act(no, 'agree', reviewed, { headers: { 'If-Match': '"1.x"' } });
    expect(stale.as(problemSchema)).toMatchObject({ status: 412, code: 'VERSION_MOVED' });
    expect((await hr.act(no, 'agree', reviewed, { headers: { 'If-Match': 'nonsense' } })).status).toBe(400);
    const version = etag.split('.')[0];
    expect((await hr.act(no, 'agree', reviewed, { headers: { 'If-Match': `${version}.anything"` } })).status).toBe(200);
  });

  it('is not submitted while the form lacks the pledge (LN-5.1-b) or the summary (LN-A1-b)', async () => {
    const client = await world.as('zheng-shuang');
    const no = await world.draft('zheng-shuang');
    await client.put(`/v1/applications/${no}/form`, { achievements: [] });
    const answer = await client.act(no, 'submit', pledged);
    expect(answer.status).toBe(422);
    expect(answer.as(problemSchema).errors.map(({ path }) => path)).toEqual(['/summary', '/pledge', '/achievements']);
  });

  /** One draft for all refusals, which change nothing of it. */
  let drafted: Promise<string> | undefined;

  it.each([
    ['return', {}],
    ['return', { deficiencies: [] }],
    ['return', { deficiencies: [{ item: 'a1', clause: 'LN-99', expected: 'x' }] }],
    [
      'return',
      {
        deficiencies: [
          { item: 'a1', clause: 'LN-5.2.1-a', expected: 'x' },
          { item: 'a1', clause: 'LN-5.2.1-a', expected: 'y' },
        ],
      },
    ],
    ['return', { deficiencies: [{ item: '张三的证书', clause: 'LN-5.2.1-a', expected: 'x' }] }],
    ['refuse', {}],
    ['refuse', { reason: '' }],
    ['refuse', { reason: 'a\u0000b' }],
    ['postPublicity', { lastDay: '2024-02-30' }],
    ['concludeObjection', { objection: 'x', upheld: true, reason: 'y' }],
    ['recordObjection', { named: true, body: '不实' }],
    ['recordObjection', { named: false, name: '某人', body: '不实' }],
    ['uploadStampedPage', {}],
    ['recordResult', { passed: 'yes' }],
    ['certify', { certificate: '<script>' }],
    ['agree', { extra: 1 }],
    ['agree', []],
    ['agree', '{"a":1,"a":2}'],
    ['agree', '{'],
  ])('%s refuses %j', async (action, body) => {
    drafted ??= world.draft('zheng-shuang');
    const no = await drafted;
    const { status } = await (await world.as('zheng-shuang')).act(no, action, body);
    expect([400, 422]).toContain(status);
  });

  it('that an unopened application does not have is refused by the rules, whatever it is', async () => {
    const no = await world.draft('zheng-shuang');
    const client = await world.as('zheng-shuang');
    for (const action of [
      'recall',
      'withdraw',
      'agree',
      'pass',
      'seal',
      'approve',
      'handOver',
      'receivePaper',
      'confirmDossier',
    ])
      expect([action, (await client.act(no, action)).status]).toEqual([action, 409]);
    expect((await client.act(no, 'dance')).status).toBe(404);
    expect(actNames.length, 'all of them were tried').toBeGreaterThan(35);
  });

  it('submit is refused a fourth time with LN-5.5.3-b until the office grants one more with a reason (A-13)', async () => {
    const own = await service.world('2024-07-01T09:00');
    const no = await onlineReview(own, 'sun-hao', 'north');
    const [client, office] = [await own.as('sun-hao'), await own.as('office-diit')];
    await own.moveTo('2024-07-09T09:00');
    const answered = { reason: '所列材料已在附件中。' };
    for (let attempt = 1; attempt <= 3; attempt++) {
      const body = attempt > 1 ? answered : {};
      expect((await client.does(no, 'submit', body)).attempts).toEqual({ used: attempt, max: 3 });
      await office.does(no, 'return', { deficiencies: [{ item: 'a1', clause: 'LN-5.5.2-b', expected: '请补充' }] });
    }
    expect((await client.view(no)).availableActions.map(({ name }) => name)).not.toContain('submit');
    const fourth = (await client.act(no, 'submit', pledged)).as(problemSchema);
    expect(fourth).toMatchObject({ status: 409, code: 'ATTEMPTS_USED', clauses: ['LN-5.5.3-b'], readings: ['A-13'] });
    await office.does(no, 'grantAttempt', { reason: '系统故障导致附件缺失' });
    expect((await client.does(no, 'submit', answered)).attempts).toEqual({ used: 4, max: 4 });
    const { items } = (await client.get(`/v1/applications/${no}/events`)).as(eventPage);
    expect(items.find(({ name }) => name === 'attemptGranted')?.reason).toBe('系统故障导致附件缺失');
  });

  it('posting on 07-24 is warned that the window closes first, and the application ends NOT_FILED', async () => {
    const own = await service.world('2024-07-24T09:00');
    const no = await own.draft('zhou-lin');
    await (await own.as('zhou-lin')).does(no, 'submit');
    await (await own.as('hr-north')).does(no, 'agree');
    await (await own.as('group-north')).does(no, 'select');
    const posted = await (await own.as('hr-north')).does(no, 'postPublicity');
    expect(posted.warnings?.map(({ code }) => code)).toEqual(['TOO_LATE_TO_FILE']);
    await own.moveTo('2024-08-01T00:01');
    expect(await (await own.as('zhou-lin')).view(no)).toMatchObject({ outcome: 'NOT_FILED' });
  });
});

describe('words', () => {
  it('never stand in plain text in the database, and reach those concerned only', async () => {
    const own = await service.world('2024-07-01T09:00');
    const no = await own.draft('li-na');
    await (await own.as('li-na')).does(no, 'submit');
    const expected = '请补充立项批复原件';
    await (await own.as('hr-liaobei')).does(no, 'return', {
      deficiencies: [{ item: 'a1', clause: 'LN-5.2.1-a', expected }],
      reason: '金丝雀理由',
    });
    const { sql } = service.backend.deps.db;
    const [row] = await sql<{ all: string }[]>`
      select (select coalesce(string_agg(argument, ''), '') from intents where no = ${no})
          || (select coalesce(string_agg(data::text, ''), '') from events where no = ${no})
          || (select snapshot::text from applications where no = ${no})
          || (select coalesce(string_agg(params::text, ''), '') from notices where no = ${no}) as all`;
    expect(row?.all).not.toContain('立项批复');
    expect(row?.all).not.toContain('金丝雀');
    expect((await (await own.as('li-na')).view(no)).deficiencies[0]?.expected).toBe(expected);
    expect((await (await own.as('auditor')).view(no)).deficiencies[0]?.expected).toBeNull();
  });
});

describe('a database that is away', () => {
  it('before anything is recorded makes a 503 with Retry-After, and the same key succeeds later', async () => {
    const no = await world.draft('wu-di');
    const client = await world.as('wu-di');
    const away = connect('postgres://nobody@127.0.0.1:1/nothing');
    const { services } = service;
    const { app } = createApp({ ...services, deps: { ...services.deps, db: away } });
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const key = randomUUID();
    const cut = new ApiClient({ url: `http://127.0.0.1:${port}` }, client.headers);
    const refused = await cut.act(no, 'submit', pledged, { key });
    expect([refused.status, refused.as(problemSchema).code]).toEqual([503, 'UNAVAILABLE']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await client.view(no)).pending).toEqual([]);
    expect((await client.act(no, 'submit', pledged, { key })).status).toBe(200);
    server.closeAllConnections();
    server.close();
    await away.close();
  });
});

describe('a receipt', () => {
  it('is given while the worker is down, is its actor’s own, and becomes the final answer (A-50)', {
    timeout: 90_000,
  }, async () => {
    const own = await service.world('2024-07-31T23:59');
    const no = await own.draft('liu-yang', { level: 'fullSenior' });
    const client = await own.as('liu-yang');
    await service.backend.stopWorker();
    const key = randomUUID();
    const recorded = await client.act(no, 'submit', pledged, { key });
    expect(recorded.status).toBe(202);
    const { intent } = recorded.as(receiptView);
    expect(recorded.headers.get('location')).toBe(`/v1/intents/${intent.id}`);
    expect(recorded.headers.get('retry-after')).toBe('2');
    expect(intent).toMatchObject({ no, action: 'submit', state: 'recorded' });
    expect(intent.receivedAt).toMatch(/^2024-07-31T23:59/);
    const waiting = await client.view(no);
    expect(waiting.pending).toMatchObject([{ id: intent.id, action: 'submit' }]);
    expect(waiting.availableActions).toEqual([]);
    expect((await client.put(`/v1/applications/${no}/form`, {})).status).toBe(409);
    expect((await client.get(`/v1/intents/${intent.id}`)).status).toBe(202);
    expect((await (await own.as('office-diit')).get(`/v1/intents/${intent.id}`)).status).toBe(404);
    await service.backend.startWorker();
    const final = await client.act(no, 'submit', pledged, { key });
    expect(final.as(applicationView).stage.key).toBe('UNIT_REVIEW');
    expect((await client.get(`/v1/intents/${intent.id}`)).as(applicationView).stage.key).toBe('UNIT_REVIEW');
  });
});
