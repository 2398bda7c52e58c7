import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { personSchema } from '../../../api/people/people-schemas.ts';
import { objectionView, postedView } from '../../../api/postings/postings-schemas.ts';
import { maxPublicObjections as most } from '../../../db/postings/objections.ts';
import { type ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const document = { decidingMeeting: '总经理办公会议', contactPerson: '高洁', telephone: '024-12345678' };

/** Posts the publicity of an application; gives where to object. */
async function post(own: ApiWorld, no: string): Promise<string> {
  const made = await (await own.as('hr-liaobei')).post('/v1/postings', {
    kind: 'unit',
    checked: ['sealedAndProminent'],
    items: [no],
    document,
  });
  return `${made.as(postedView).link}/objections`;
}

async function posted(own: ApiWorld): Promise<{ no: string; path: string }> {
  const no = await own.draft('zhang-wei');
  await (await own.as('zhang-wei')).does(no, 'submit');
  await (await own.as('hr-liaobei')).does(no, 'agree');
  await (await own.as('group-liaobei')).does(no, 'select');
  return { no, path: await post(own, no) };
}

const unnamed = (no: string) => ({ no, named: false, body: '匿名异议' });
const signed = (no: string) => ({ no, named: true, body: '实名异议' });
const named = (no: string) => ({ no, named: true, name: '署名人', body: '实名异议' });

/** Objects so many times, one after the other; gives how it was answered. */
async function object(client: ApiClient, path: string, each: { body: unknown; times: number }): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < each.times; time++) statuses.push((await client.post(path, each.body)).status);
  return statuses;
}

describe('objections to one application', () => {
  it('that were refused do not count among those that one person may make', async () => {
    const own = await service.world('2024-07-08T09:00');
    const { no, path } = await posted(own);
    const colleague = await own.as('li-na');
    const misspelt = { ...signed(no), item: 'achievment-1' };
    const refusals = await object(colleague, path, { body: misspelt, times: most.person + 1 });
    expect(new Set(refusals)).toEqual(new Set([422]));
    expect((await colleague.post(path, signed(no))).status).toBe(201);
  });

  it('that come from one source in great numbers take no room of others, and on a full board wait in their order', async () => {
    const own = await service.world('2024-07-08T09:00');
    const { no, path } = await posted(own);
    const key = randomUUID();
    expect((await own.anyone.post(path, unnamed(no), { key })).status).toBe(201);
    expect(new Set(await object(own.anyone, path, { body: unnamed(no), times: most.unknown - 1 }))).toEqual(
      new Set([201]),
    );
    const full = await own.anyone.post(path, named(no));
    expect(full.as(problemSchema)).toMatchObject({ status: 429, code: 'TOO_MANY_OBJECTIONS' });
    expect((await own.anyone.post(path, unnamed(no), { key })).status).toBe(201);
    for (const account of ['li-na', 'wang-qiang', 'zheng-shuang', 'zhao-min']) {
      const statuses = await object(await own.as(account), path, { body: signed(no), times: most.person + 1 });
      expect(statuses).toEqual([...Array.from({ length: most.person }, () => 201), 429]);
    }
    expect(4 * most.person + most.unknown).toBe(most.all);
    const late = await (await own.as('liu-yang')).post(path, signed(no));
    expect(late.as(objectionView).objection).toMatchObject({ verified: true, state: 'queued' });
    const hr = await own.as('hr-liaobei');
    expect((await hr.view(no)).objections?.at(-1)).toMatchObject({ waiting: true, open: false, closedBy: null });
    const { objections } = await hr.does(no, 'recordObjection', { named: true, name: '来访人', body: '来访反映' });
    expect(objections).toHaveLength(most.all + 2);
  });

  it('to one’s own application are refused with the clauses, whatever name they have', async () => {
    const own = await service.world('2024-07-08T09:00');
    const { no, path } = await posted(own);
    for (const body of [unnamed(no), signed(no)]) {
      const refused = (await (await own.as('zhang-wei')).post(path, body)).as(problemSchema);
      expect(refused).toMatchObject({
        status: 403,
        code: 'OBJECTION_OWN',
        clauses: ['LN-5.4-f', 'LN-5.4-g', 'LN-A1-e'],
      });
    }
    expect((await (await own.as('hr-liaobei')).view(no)).objections).toEqual([]);
  });

  it('have the name of the account and no other; a name that nobody verified is marked and holds nothing (LN-A1-f, A-17)', async () => {
    const own = await service.world('2024-07-08T09:00');
    const { no, path } = await posted(own);
    const colleague = await own.as('li-na');
    const other = (await colleague.post(path, named(no))).as(problemSchema);
    expect(other).toMatchObject({ status: 422, errors: [{ path: '/name' }], clauses: ['LN-A1-f'] });
    expect((await own.anyone.post(path, signed(no))).status, 'somebody without login gives a name').toBe(422);
    expect((await own.anyone.post(path, named(no))).status).toBe(201);
    const hr = await own.as('hr-liaobei');
    expect((await hr.view(no)).objections).toMatchObject([
      { named: true, verified: false, name: '署名人', open: true },
    ]);
    await own.moveTo('2024-07-16T08:00');
    const after = await hr.view(no);
    expect(after.stage.key).toBe('ONLINE_REVIEW');
    expect(after.objections).toMatchObject([{ verified: false, open: false, closedBy: 'system' }]);
  });

  it('are counted anew when the publicity is repeated', async () => {
    const own = await service.world('2024-07-08T09:00');
    const { no, path } = await posted(own);
    await object(own.anyone, path, { body: unnamed(no), times: most.unknown });
    await own.moveTo('2024-07-16T09:00');
    await (await own.as('office-diit')).does(no, 'invalidatePublicity', { reason: '公示材料不全' });
    const again = await post(own, no);
    expect((await own.anyone.post(again, unnamed(no))).status).toBe(201);
  });

  it('keep who made them where they are named, and nothing of the login where they are not (A-17)', async () => {
    const own = await service.world('2024-07-08T09:00');
    const { no, path } = await posted(own);
    const colleague = await own.as('li-na');
    expect((await colleague.post(path, unnamed(no))).status).toBe(201);
    expect((await colleague.post(path, signed(no))).status).toBe(201);
    const { id } = (await colleague.get('/v1/people/me')).as(personSchema);
    const { sql } = service.backend.deps.db;
    const intents = await sql`select person from intents where no = ${no} and action = 'recordObjection' order by n`;
    const events = await sql`select person from events where no = ${no} and name = 'objectionRecorded' order by seq`;
    expect([...intents, ...events].map(({ person }) => person)).toEqual(['public', id, 'public', id]);
  });
});
