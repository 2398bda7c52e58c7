import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../db/setup/seed.ts';
import { demoPeople } from '../../../db/worlds/demo-people.ts';
import { isIdentityNumber } from '../../../domain/access/identity-number.ts';
import { startApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('a clock world', () => {
  const start = '2024-07-01T09:00:00+08:00';
  const now = async (id: string) => Date.parse((await api.ask<{ now: string }>('GET', `/demo/clocks/${id}`)).body.now);
  const advance = (id: string, advanceTo: string) => api.ask('POST', `/demo/clocks/${id}`, { json: { advanceTo } });

  it('begins at its instant and runs on', async () => {
    const id = await api.world(start);
    const behind = (await now(id)) - Date.parse(start);
    expect(behind).toBeGreaterThanOrEqual(0);
    expect(behind).toBeLessThan(60_000);
  });

  it('moves forward, never backwards, and takes the same instant twice', async () => {
    const id = await api.world(start);
    const target = '2024-07-10T17:30:00+08:00';
    expect((await advance(id, target)).status).toBe(200);
    expect(await now(id)).toBeGreaterThanOrEqual(Date.parse(target));
    expect((await advance(id, target)).status).toBe(200);
    const back = await advance(id, '2024-07-10T17:29:59+08:00');
    expect([back.status, back.body.errors[0]?.path]).toEqual([422, '/advanceTo']);
  });

  it('does not touch another', async () => {
    const [one, other] = [await api.world(start), await api.world(start)];
    await advance(one, '2024-12-31T00:00:00+08:00');
    expect(await now(other)).toBeLessThan(Date.parse('2024-07-02T00:00:00+08:00'));
  });

  it('has its own people and units, with the same names', async () => {
    type Accounts = { readonly items: readonly { readonly person: string; readonly name: string }[] };
    const [here, there] = await Promise.all(
      [await api.world(start), await api.world(start)].map((world) =>
        api.ask<Accounts>('GET', '/demo/accounts', { world }),
      ),
    );
    const people = (answer: typeof here) => answer?.body.items.map(({ person }) => person) ?? [];
    expect(people(here).filter((person) => people(there).includes(person))).toEqual([]);
    expect(here?.body.items.map(({ name }) => name)).toEqual(there?.body.items.map(({ name }) => name));
  });

  it.each([
    ['2024-13-01T00:00:00+08:00', 422],
    ['2024-02-30T00:00:00+08:00', 422],
    ['2024-07-01T09:00:00', 422],
    ['1900-01-01T00:00:00Z', 422],
  ])('cannot begin at %s', async (startAt, status) => {
    expect((await api.ask('POST', '/demo/clocks', { json: { startAt } })).status).toBe(status);
  });

  it('must exist and be named rightly', async () => {
    const unknown = '01a1fbf5-6354-79db-abc6-1da368362cb0';
    expect((await api.ask('GET', '/v1/programmes', { world: unknown })).status).toBe(404);
    const token = await api.token('zhang-wei');
    for (const each of [token, 'a.b.c']) {
      const refused = await api.ask('GET', '/v1/applications', {
        token: each,
        headers: { 'Demo-Clock': unknown },
      });
      expect([refused.status, refused.body.code]).toEqual([404, 'UNKNOWN_WORLD']);
      expect(refused.body.message.en).toContain('Demo-Clock');
    }
    expect((await api.ask('GET', '/v1/programmes', { world: 'tomorrow' })).status).toBe(400);
    expect((await api.ask('GET', `/demo/clocks/${unknown}`)).status).toBe(404);
    expect((await advance(unknown, '2030-01-01T00:00:00Z')).status).toBe(404);
  });
});

it('every seeded applicant has an identity number that could be one', () => {
  const numbers = demoPeople.flatMap(({ identity }) => identity ?? []);
  expect(numbers.length).toBeGreaterThanOrEqual(8);
  expect(numbers.filter((number) => !isIdentityNumber(number))).toEqual([]);
});

it('seeding again keeps what people changed, and adds nobody', async () => {
  const { services } = api;
  const count = async () => (await services.db.sql`select count(*)::int as n from people where world is null`)[0]?.n;
  const before = await count();
  const name = '郑爽爽';
  await api.ask('PUT', '/v1/people/me', {
    as: 'zheng-shuang',
    json: { name, phone: null, mail: null, language: 'en' },
  });
  await seed(services.env.databaseUrl, services.env);
  expect(await count()).toBe(before);
  expect((await api.ask<{ name: string }>('GET', '/v1/people/me', { as: 'zheng-shuang' })).body.name).toBe(name);
});

it('only someone who runs under a supervisor can stop the worker', async () => {
  const answer = await api.ask('POST', '/demo/worker', { json: { down: 5 } });
  expect([answer.status, answer.body.code]).toEqual([409, 'NOT_SUPERVISED']);
});

it('there is no token for an account that does not exist', async () => {
  const answer = await api.ask('POST', '/demo/token', { json: { account: 'root' } });
  expect([answer.status, answer.body.errors[0]?.path]).toEqual([422, '/account']);
});
