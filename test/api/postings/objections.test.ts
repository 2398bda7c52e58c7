import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { inboxView } from '../../../api/people/notices-schemas.ts';
import { personSchema } from '../../../api/people/people-schemas.ts';
import { objectionView, postedView } from '../../../api/postings/postings-schemas.ts';
import { maxPublicObjections as most } from '../../../domain/case/objections.ts';
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

/** Concludes the oldest open objection without upholding it. */
async function concludeFirst(hr: ApiClient, no: string) {
  const open = (await hr.view(no)).objections?.find((each) => each.open);
  const after = await hr.does(no, 'concludeObjection', { objection: open?.id, upheld: false, reason: '查无实据' });
  return after.objections ?? [];
}

/** How many notices of objections somebody has. */
async function told(client: ApiClient): Promise<number> {
  const page = (await client.get('/v1/notices?limit=200')).as(inboxView);
  return page.items.filter(({ template }) => template === 'objectionRecorded').length;
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
    const late = await (await own.as('liu-yang')).post(path, { ...signed(no), item: 'a1' });
    expect(late.status).toBe(202);
    expect(late.as(objectionView).objection).toMatchObject({ verified: true, state: 'queued' });
    const later = await (await own.as('liu-yang')).post(path, unnamed(no));
    expect(later.as(objectionView).objection).toMatchObject({ verified: false, state: 'queued' });
    const hr = await own.as('hr-liaobei');
    const { objections: board = [] } = await hr.view(no);
    expect(board.slice(-2)).toMatchObject([
      { waiting: true, open: false, closedBy: null, item: 'a1' },
      { waiting: true, open: false, closedBy: null },
    ]);
    const { objections } = await hr.does(no, 'recordObjection', { named: true, name: '来访人', body: '来访反映' });
    expect(objections).toHaveLength(most.all + 3);
  });

  it('that wait are taken up in their order as soon as another one is concluded, with a notice, and a named one holds the publicity until then', async () => {
    const own = await service.world('2024-07-08T09:00');
    const { no, path } = await posted(own);
    await object(own.anyone, path, { body: unnamed(no), times: most.unknown });
    for (const account of ['li-na', 'wang-qiang', 'zheng-shuang', 'zhao-min'])
      await object(await own.as(account), path, { body: unnamed(no), times: most.person });
    const last = await own.as('liu-yang');
    const [first, second] = [
      (await last.post(path, { ...unnamed(no), body: '第一项' })).as(objectionView).objection,
      (await last.post(path, { ...signed(no), body: '第二项', item: 'a1' })).as(objectionView).objection,
    ];
    expect([first.state, second.state]).toEqual(['queued', 'queued']);
    const hr = await own.as('hr-liaobei');
    await own.moveTo('2024-07-20T08:00');
    expect((await hr.view(no)).stage, 'a named one waits').toMatchObject({ key: 'UNIT_PUBLICITY', phase: 'posted' });
    const before = await told(hr);
    const one = await concludeFirst(hr, no);
    expect(one.find(({ id }) => id === first.id)).toMatchObject({ waiting: false, open: true, body: '第一项' });
    expect(one.find(({ id }) => id === second.id)).toMatchObject({ waiting: true, open: false });
    const two = await concludeFirst(hr, no);
    expect(two.find(({ id }) => id === second.id)).toMatchObject({ waiting: false, open: true, item: 'a1' });
    expect((await told(hr)) - before).toBe(2);
    await hr.does(no, 'concludeObjection', { objection: second.id, upheld: false, reason: '查无实据' });
    const { stage, objections = [] } = await hr.view(no);
    expect(stage.key).toBe('ONLINE_REVIEW');
    expect(objections.filter(({ open, waiting }) => open || waiting)).toEqual([]);
    expect(objections.every(({ closedBy }) => closedBy !== null)).toBe(true);
  });

  it('that still wait without a name when the publicity is over are closed with it, and stay on record', async () => {
    const own = await service.world('2024-07-08T09:00');
    const { no, path } = await posted(own);
    await object(own.anyone, path, { body: unnamed(no), times: most.unknown });
    for (const account of ['li-na', 'wang-qiang', 'zheng-shuang', 'zhao-min'])
      await object(await own.as(account), path, { body: unnamed(no), times: most.person });
    expect((await (await own.as('liu-yang')).post(path, unnamed(no))).as(objectionView).objection.state).toBe('queued');
    await own.moveTo('2024-07-16T08:00');
    const { stage, objections = [] } = await (await own.as('hr-liaobei')).view(no);
    expect(stage.key).toBe('ONLINE_REVIEW');
    expect(objections.at(-1)).toMatchObject({ waiting: false, open: false, closedBy: 'system', body: '匿名异议' });
    expect(objections).toHaveLength(most.all + 1);
  });

  it('are concluded by somebody else than who signed them, also after a change of office', async () => {
    const own = await service.world('2024-07-08T09:00');
    const { no, path } = await posted(own);
    const [hr, colleague] = [await own.as('hr-liaobei'), await own.as('li-na')];
    const id = async (client: ApiClient) => (await client.post(path, signed(no))).as(objectionView).objection.id;
    const [byHr, byColleague] = [await id(hr), await id(colleague)];
    const conclude = (client: ApiClient, objection: string) =>
      client.act(no, 'concludeObjection', { objection, upheld: true, reason: '属实' });
    expect((await conclude(hr, byHr)).as(problemSchema)).toMatchObject({ status: 403, code: 'OBJECTION_OWN' });
    const { id: person } = (await colleague.get('/v1/people/me')).as(personSchema);
    const unit = await own.unitOf('li-na');
    const members = { members: [{ person, role: 'unitHr' }] };
    expect((await (await own.as('admin')).put(`/v1/units/${unit}/members`, members)).status).toBe(200);
    const refused = (await conclude(colleague, byColleague)).as(problemSchema);
    expect(refused).toMatchObject({ code: 'OBJECTION_OWN', clauses: expect.arrayContaining(['LN-5.4-f']) });
    expect((await conclude(colleague, byHr)).status).toBe(200);
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
