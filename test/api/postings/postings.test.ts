import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { inboxView } from '../../../api/people/notices-schemas.ts';
import { objectionView, postedView, postingView } from '../../../api/postings/postings-schemas.ts';
import { type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-08T09:00');
});

const document = { decidingMeeting: '总经理办公会议', contactPerson: '高洁', telephone: '024-12345678' };
const page = z.object({ items: z.array(postingView), nextCursor: z.string().nullable() });

/** Takes a draft to the unit's publicity. */
async function selected(own: ApiWorld, account: string): Promise<string> {
  const no = await own.draft(account);
  await (await own.as(account)).does(no, 'submit');
  await (await own.as('hr-liaobei')).does(no, 'agree');
  await (await own.as('group-liaobei')).does(no, 'select');
  return no;
}

describe('a posting', () => {
  it('posts many applications at once, each with its outcome, and the same key posts nothing twice', async () => {
    const hr = await world.as('hr-liaobei');
    const nos = [await selected(world, 'zhang-wei'), await selected(world, 'li-na')];
    const early = await world.draft('zheng-shuang');
    await (await world.as('zheng-shuang')).does(early, 'submit');
    const key = randomUUID();
    const body = { kind: 'unit', checked: ['sealedAndProminent'], items: [...nos, early], document };
    const posted = (await hr.post('/v1/postings', body, { key })).as(postedView);
    expect(posted.items.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'refused']);
    expect(posted.items[2]?.problem).toMatchObject({ code: 'ACTION_NOT_HERE', status: 409 });
    expect((await hr.post('/v1/postings', body, { key })).as(postedView)).toEqual(posted);
    const open = (await hr.get('/v1/postings')).as(page);
    expect(open.items.map(({ id }) => id)).toEqual([posted.id]);
    expect(open.items[0]?.document).toMatchObject(document);
  });

  it('of which everything is refused is not made, says why of each, and may be sent again with its key', async () => {
    const own = await service.world('2024-07-08T09:00');
    const hr = await own.as('hr-liaobei');
    const [one, two] = [await own.draft('zhang-wei'), await own.draft('li-na')];
    await (await own.as('zhang-wei')).does(one, 'submit');
    await (await own.as('li-na')).does(two, 'submit');
    const key = randomUUID();
    const body = { kind: 'unit', checked: ['sealedAndProminent'], items: [one, two], document };
    for (let time = 0; time < 2; time++) {
      const refused = (await hr.post('/v1/postings', body, { key })).as(problemSchema);
      expect(refused).toMatchObject({
        status: 422,
        code: 'ALL_REFUSED',
        errors: [{ path: '/items/0' }, { path: '/items/1' }],
        details: { items: [{ no: one, problem: { code: 'ACTION_NOT_HERE' } }, { no: two }] },
      });
    }
    const { sql } = service.backend.deps.db;
    expect(await sql`select 1 from posting_items where no in (${one}, ${two})`).toHaveLength(0);
    await hr.does(one, 'agree');
    await (await own.as('group-liaobei')).does(one, 'select');
    const mixed = await hr.post('/v1/postings', body, { key });
    expect(mixed.status).toBe(201);
    expect(mixed.as(postedView).items.map(({ status }) => status)).toEqual(['accepted', 'refused']);
  });

  it('shows name, unit, specialty, level and last day to members and by its link, and nothing to others', async () => {
    const own = await service.world('2024-07-08T09:00');
    const no = await selected(own, 'wang-qiang');
    const made = (
      await (
        await own.as('hr-liaobei')
      ).post('/v1/postings', { kind: 'unit', checked: ['sealedAndProminent'], items: [no], document })
    ).as(postedView);
    const byLink = await own.anyone.get(made.link);
    expect(Object.keys(byLink.as(z.looseObject({}))).sort()).toEqual(['id', 'items', 'kind', 'office', 'unit']);
    expect(byLink.as(postingView).items).toEqual([
      {
        no,
        name: '王强',
        specialty: 'robotics',
        specialtyLabel: { zh: '机器人科学与工程', en: 'Robot science and engineering' },
        level: 'deputySenior',
        lastDay: '2024-07-15',
      },
    ]);
    expect((await own.anyone.get(`/v1/postings/${made.id}`)).status).toBe(404);
    expect((await own.anyone.get('/v1/postings')).as(page).items).toEqual([]);
    expect((await (await own.as('hr-haiyun')).get(`/v1/postings/${made.id}`)).status).toBe(404);
    expect((await (await own.as('wang-qiang')).get(`/v1/postings/${made.id}`)).status).toBe(200);
    expect((await world.anyone.get(made.link)).status).toBe(404);
    await own.moveTo('2024-07-16T08:00');
    expect((await own.anyone.get(made.link)).status).toBe(404);
  });

  it('is not visible to someone who only names the unit in an application of their own, submitted or not', async () => {
    const own = await service.world('2024-07-08T09:00');
    const no = await selected(own, 'wang-qiang');
    const made = (
      await (
        await own.as('hr-liaobei')
      ).post('/v1/postings', { kind: 'unit', checked: ['sealedAndProminent'], items: [no], document })
    ).as(postedView);
    const stranger = await own.as('zhao-min');
    const naming = await own.draft('zhao-min', { employer: await own.unitOf('wang-qiang') });
    const sight = async () => [
      (await stranger.get(`/v1/postings/${made.id}`)).status,
      (await stranger.get('/v1/postings')).as(page).items.length,
    ];
    expect(await sight()).toEqual([404, 0]);
    await stranger.does(naming, 'submit');
    expect(await sight()).toEqual([404, 0]);
    expect((await stranger.get(made.link)).status).toBe(200);
  });

  it('takes only applications of a unit whose personnel department posts, and a document that says what annex 1 asks (LN-A1-g)', async () => {
    const hr = await world.as('hr-haiyun');
    const no = await selected(await service.world('2024-07-08T09:00'), 'li-na');
    const foreign = await hr.post('/v1/postings', {
      kind: 'unit',
      checked: ['sealedAndProminent'],
      items: [no],
      document,
    });
    expect(foreign.as(problemSchema)).toMatchObject({ status: 422, errors: [{ path: '/items/0' }] });
    const { telephone: _, ...incomplete } = document;
    const unclear = await hr.post('/v1/postings', {
      kind: 'unit',
      checked: ['sealedAndProminent'],
      items: [no],
      document: incomplete,
    });
    expect(unclear.as(problemSchema).errors.map(({ path }) => path)).toEqual(['/document/telephone']);
    expect(
      (await hr.post('/v1/postings', { kind: 'unit', checked: ['sealedAndProminent'], items: [no, no], document }))
        .status,
    ).toBe(422);
    expect(
      (await hr.post('/v1/postings', { kind: 'unit', checked: ['sealedAndProminent'], items: [], document })).status,
    ).toBe(422);
  });
});

describe('an objection', () => {
  it('with a name holds the publicity until it is concluded; its words and name reach the unit and not the applicant', async () => {
    const own = await service.world('2024-07-08T09:00');
    const no = await selected(own, 'zhang-wei');
    const hr = await own.as('hr-liaobei');
    const { link } = (
      await hr.post('/v1/postings', { kind: 'unit', checked: ['sealedAndProminent'], items: [no], document })
    ).as(postedView);
    const received = await (await own.as('liu-yang')).post(`${link}/objections`, {
      no,
      named: true,
      body: '业绩一不实',
      item: 'a1',
    });
    expect(received.status).toBe(201);
    const { objection } = received.as(objectionView);
    expect((await hr.view(no)).objections).toMatchObject([
      { id: objection.id, name: '刘洋', body: '业绩一不实', item: 'a1', open: true },
    ]);
    const applicant = await own.as('zhang-wei');
    expect((await applicant.view(no)).objections).toBeUndefined();
    const seen = JSON.stringify([
      (await applicant.get(`/v1/applications/${no}/events`)).body,
      (await applicant.get('/v1/notices')).body,
    ]);
    expect(seen).not.toMatch(/刘洋|业绩一不实/);
    await own.moveTo('2024-07-16T08:00');
    expect((await hr.view(no)).stage.key).toBe('UNIT_PUBLICITY');
    const late = await own.anyone.post(`${link}/objections`, { no, named: false, body: '迟到的异议' });
    expect([late.status, late.as(problemSchema).code]).toEqual([409, 'OBJECTION_LATE']);
    const after = await hr.does(no, 'concludeObjection', {
      objection: objection.id,
      upheld: false,
      reason: '经核查属实',
    });
    expect(after.stage.key).toBe('ONLINE_REVIEW');
    const rows = await service.backend.deps.db.sql<{ all: string }[]>`
      select encode(objector_enc, 'escape') || encode(body_enc, 'escape') as all from objections where no = ${no} and named`;
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.all ?? '').includes('刘洋')).toBe(false);
  });

  it('must be on the posting, and needs no login but a key', async () => {
    const own = await service.world('2024-07-08T09:00');
    const [no, other] = [await selected(own, 'zhang-wei'), await selected(own, 'li-na')];
    const { link } = (
      await (
        await own.as('hr-liaobei')
      ).post('/v1/postings', { kind: 'unit', checked: ['sealedAndProminent'], items: [no], document })
    ).as(postedView);
    const anyone = own.anyone;
    expect((await anyone.post(`${link}/objections`, { no: other, named: false, body: '异议' })).status).toBe(404);
    expect((await anyone.post(`${link}/objections`, { no, named: false, body: '异议' }, { key: '' })).status).toBe(400);
    const key = randomUUID();
    const body = { no, named: false, body: '匿名异议' };
    const twice = [
      await anyone.post(`${link}/objections`, body, { key }),
      await anyone.post(`${link}/objections`, body, { key }),
    ];
    expect(twice.map(({ status }) => status)).toEqual([201, 201]);
    expect((await (await own.as('hr-liaobei')).view(no)).objections).toHaveLength(1);
  });
});

describe('a delivery', () => {
  it('of which everything is refused is not made, and says why of each', async () => {
    const own = await service.world('2024-07-08T09:00');
    const no = await selected(own, 'zhang-wei');
    const hr = await own.as('hr-liaobei');
    const body = { kind: 'paperDelivery', checked: ['everyPageSealed', 'photosRecent'], items: [no] };
    const refused = await hr.post('/v1/batches', body);
    expect(refused.as(problemSchema)).toMatchObject({
      status: 422,
      code: 'ALL_REFUSED',
      errors: [{ path: '/items/0' }],
      details: { items: [{ no, status: 'refused', problem: { code: 'ACTION_NOT_HERE', status: 409 } }] },
    });
    expect(await service.backend.deps.db.sql`select 1 from batches where items::text like ${`%${no}%`}`).toHaveLength(
      0,
    );
    expect(
      (
        await (
          await own.as('zhang-wei')
        ).post('/v1/batches', { kind: 'paperDelivery', checked: ['everyPageSealed', 'photosRecent'], items: [no] })
      ).status,
    ).toBe(422);
  });
});

describe('a notice', () => {
  it('comes into the inbox of whom it concerns, in both languages, and is read once', async () => {
    const own = await service.world('2024-07-08T09:00');
    const no = await own.draft('li-na');
    await (await own.as('li-na')).does(no, 'submit');
    await (await own.as('hr-liaobei')).does(no, 'return', {
      deficiencies: [{ item: 'a1', clause: 'LN-5.2.1-a', expected: '补充' }],
    });
    const client = await own.as('li-na');
    const { items } = (await client.get('/v1/notices?unread=true')).as(inboxView);
    const returned = items.find(({ template }) => template === 'returned');
    expect(returned?.no).toBe(no);
    expect(returned?.subject.zh).not.toBe(returned?.subject.en);
    const path = `/v1/notices/${returned?.id}/read`;
    expect((await (await own.as('hr-liaobei')).post(path)).status).toBe(404);
    const first = await client.post(path);
    const second = await client.post(path);
    expect([first.status, second.body]).toEqual([200, first.body]);
    const left = (await client.get('/v1/notices?unread=true')).as(inboxView).items;
    expect(left.map(({ id }) => id)).not.toContain(returned?.id);
    const pages = (await client.get('/v1/notices?limit=1')).as(inboxView);
    expect(pages.nextCursor).not.toBeNull();
  });
});
