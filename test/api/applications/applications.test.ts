import { beforeAll, describe, expect, it } from 'vitest';
import { applicationView, statusView } from '../../../api/applications/applications-schemas.ts';
import { applicationList } from '../../../api/applications/list-schemas.ts';
import { conditionsView } from '../../../api/eligibility/eligibility-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-01T09:00');
});

const unknownNo = 'LN24-0000000000000000';

describe('starting an application', () => {
  it('sends an economics mid-level applicant to the examination, with LN-2.2.1-a, LN-2.2.2-a and A-43', async () => {
    const client = await world.as('li-na');
    const employer = await world.unitOf('li-na');
    const facts = {
      programme: 'liaoning-diit-2024',
      series: 'economics',
      specialty: 'finance',
      level: 'mid',
      employer,
    };
    const answer = await client.post('/v1/applications', facts);
    expect(answer.status).toBe(422);
    const problem = answer.as(problemSchema);
    expect(problem.code).toBe('NOT_OFFERED');
    expect(problem.clauses).toEqual(expect.arrayContaining(['LN-2.2.1-a', 'LN-2.2.2-a']));
    expect(problem.readings).toContain('A-43');
  });

  it.each([
    ['an unknown programme', { programme: 'nowhere-1999' }, 422],
    ['an unknown unit', { employer: '00000000-0000-4000-8000-000000000000' }, 422],
    ['a level that does not exist', { level: 'wizard' }, 422],
    ['an unknown field', { favourite: 'blue' }, 422],
    ['a date that does not exist', { examPassedOn: '2024-02-30' }, 422],
    ['a retired person (LN-1-d)', { status: 'retired' }, 422],
  ])('refuses %s with a 4xx', async (_, wrong, status) => {
    const client = await world.as('li-na');
    const employer = await world.unitOf('li-na');
    const body = {
      programme: 'liaoning-diit-2024',
      series: 'engineering',
      specialty: 'robotics',
      level: 'mid',
      status: 'inService',
      employer,
    };
    expect((await client.post('/v1/applications', { ...body, ...wrong })).status).toBe(status);
  });

  it('LN-1-d, LN-1-e: is refused to who keeps silent about being in service, with what must be told', async () => {
    const client = await world.as('sun-hao');
    const answer = await client.post('/v1/applications', {
      programme: 'liaoning-diit-2024',
      series: 'engineering',
      specialty: 'robotics',
      level: 'deputySenior',
      employer: await world.unitOf('sun-hao'),
    });
    const { code, clauses, message } = answer.as(problemSchema);
    expect([answer.status, code, clauses]).toEqual([422, 'NOT_ELIGIBLE', ['LN-1-c', 'LN-1-d', 'LN-1-e']]);
    expect(message.en).toContain('This must be stated first');
  });

  it('LN-4.3-a, LN-4.3-e: refuses a draft that is begun after its window, and offers no submission of one begun before', async () => {
    const begun = async (where: ApiWorld) => {
      const facts = { series: 'engineering', specialty: 'robotics', level: 'deputySenior', status: 'inService' };
      const employer = await where.unitOf('sun-hao');
      const asked = { programme: 'liaoning-diit-2024', ...facts, employer };
      return (await where.as('sun-hao')).post('/v1/applications', asked);
    };
    const early = await service.world('2024-07-01T09:00');
    const first = await begun(early);
    expect([first.status, first.as(applicationView).warnings]).toEqual([201, []]);
    const { no } = first.as(applicationView);
    await early.moveTo('2024-07-24T09:00');
    const client = await early.as('sun-hao');
    const [warning] = (await client.view(no)).warnings ?? [];
    expect(warning).toMatchObject({ code: 'TOO_LATE_TO_ARRIVE', clauses: expect.arrayContaining(['LN-5.4-c']) });
    expect(warning?.message.zh).toContain('2024年7月23日');
    expect((await client.view(no)).availableActions.map(({ name }) => name)).toEqual(['submit']);
    await early.moveTo('2024-08-01T09:00');
    const late = await client.view(no);
    expect([late.availableActions, late.warnings]).toMatchObject([
      [],
      [{ code: 'WINDOW_CLOSED', clauses: ['LN-4.3-a'] }],
    ]);
    const judged = (await client.get(`/v1/applications/${no}/eligibility`)).as(conditionsView);
    expect(judged.eligible).toBe('no');
    expect(judged.findings).toContainEqual(expect.objectContaining({ clause: 'LN-4.3-a', outcome: 'notMet' }));
    const refused = (await begun(early)).as(problemSchema);
    expect(refused).toMatchObject({ status: 409, code: 'WINDOW_CLOSED', clauses: ['LN-4.3-a'] });
    expect(refused.message).toEqual({
      zh: expect.stringContaining('2024年7月31日'),
      en: expect.stringContaining('2024-07-31'),
    });
  });

  it('lets a person file one application a year only, and says so', async () => {
    const client = await world.as('wang-qiang');
    const [first, second] = [await world.draft('wang-qiang'), await world.draft('wang-qiang')];
    await client.does(first, 'submit');
    const refused = await client.act(second, 'submit');
    expect(refused.status).toBe(409);
    expect(refused.as(problemSchema).code).toBe('CLAIM_TAKEN');
  });
});

describe('seeing an application', () => {
  it('gives an ETag that stands until something changes, also when only the business day does', async () => {
    const own = await service.world('2024-07-02T09:00');
    const client = await own.as('zhao-min');
    const no = await own.draft('zhao-min', { level: 'fullSenior' });
    const path = `/v1/applications/${no}`;
    const etag = (await client.get(path)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"0\./);
    const same = await client.get(path, { headers: { 'If-None-Match': etag } });
    expect([same.status, same.body]).toEqual([304, '']);
    await own.moveTo('2024-07-03T00:00');
    const nextDay = await client.get(path, { headers: { 'If-None-Match': etag } });
    expect(nextDay.status).toBe(200);
    await client.does(no, 'submit');
    const filed = await client.get(path, { headers: { 'If-None-Match': nextDay.headers.get('etag') ?? '' } });
    expect(filed.status).toBe(200);
    expect(filed.headers.get('etag')).toMatch(/^"4\./);
  });

  it('answers 404 to strangers for every path below an application, as for one that is not there', async () => {
    const no = await world.draft('sun-hao');
    await (await world.as('sun-hao')).does(no, 'submit');
    const stranger = await world.as('hr-haiyun');
    for (const each of [no, unknownNo]) {
      for (const rest of [
        '',
        '/status',
        '/events',
        '/events/stream',
        '/form',
        '/attachments/00000000-0000-4000-8000-000000000000',
      ])
        expect([rest, (await stranger.get(`/v1/applications/${each}${rest}`)).status]).toEqual([rest, 404]);
      expect((await stranger.act(each, 'withdraw')).status).toBe(404);
      expect((await stranger.put(`/v1/applications/${each}/form`, {})).status).toBe(404);
    }
    expect((await world.anyone.get(`/v1/applications/${no}`)).status).toBe(401);
  });

  it('keeps worlds apart: the same person of another world sees nothing', async () => {
    const other = await service.world('2024-07-01T09:00');
    const no = await world.draft('chen-jing', { level: 'fullSenior' });
    expect((await (await other.as('chen-jing')).get(`/v1/applications/${no}`)).status).toBe(404);
  });

  it('says in its status what is going on, what follows and by when', async () => {
    const no = await world.draft('wu-di');
    const client = await world.as('wu-di');
    await client.does(no, 'submit');
    const status = (await client.get(`/v1/applications/${no}/status`)).as(statusView);
    expect(status).toMatchObject({ no, stage: 'UNIT_REVIEW', by: '2024-07-23', version: 4 });
    expect([status.now.zh, status.next?.zh]).toEqual(['正在审核，由单位人事部门办理。', '单位民主评议']);
    await client.does(no, 'withdraw');
    const ended = (await client.get(`/v1/applications/${no}/status`)).as(statusView);
    expect((await client.view(no)).deadlines).not.toEqual([]);
    expect(ended.by).toBeNull();
  });
});

describe('work lists', () => {
  it('show a unit what is in its scope, page by page, and drafts to nobody but their applicant', async () => {
    const own = await service.world('2024-07-01T09:00');
    const people = ['zhang-wei', 'li-na', 'wang-qiang'];
    const filed: string[] = [];
    for (const account of people) {
      const no = await own.draft(account);
      await (await own.as(account)).does(no, 'submit');
      filed.push(no);
    }
    const draft = await own.draft('zheng-shuang');
    const hr = await own.as('hr-liaobei');
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await hr.get(`/v1/applications?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      const { items, nextCursor } = page.as(applicationList);
      seen.push(...items.map(({ no }) => no));
      cursor = nextCursor;
    }
    expect(seen.sort()).toEqual(filed.sort());
    const mine = (await (await own.as('zheng-shuang')).get('/v1/applications?stage=DRAFT')).as(applicationList);
    expect(mine.items.map(({ no }) => no)).toEqual([draft]);
    expect((await (await own.as('hr-haiyun')).get('/v1/applications')).as(applicationList).items).toEqual([]);
    const late = (await hr.get('/v1/applications?overdue=true')).as(applicationList);
    expect(late.items).toEqual([]);
  });

  it('show the association those of the specialty it seals (LN-5.6-e), and no other', async () => {
    const own = await service.world('2024-07-01T09:00');
    const guarded = await own.draft('zhang-wei', { specialty: 'securityEngineering' });
    const other = await own.draft('li-na');
    const both = { 'zhang-wei': guarded, 'li-na': other };
    const [hr, office, association] = [
      await own.as('hr-liaobei'),
      await own.as('office-diit'),
      await own.as('association'),
    ];
    for (const [account, no] of Object.entries(both)) {
      await (await own.as(account)).does(no, 'submit');
      await hr.does(no, 'agree');
      await (await own.as('group-liaobei')).does(no, 'select');
      await hr.does(no, 'postPublicity');
    }
    expect((await association.get('/v1/applications')).as(applicationList).items, 'before it comes to it').toEqual([]);
    await own.moveTo('2024-07-09T08:00');
    for (const [account, no] of Object.entries(both)) {
      await (await own.as(account)).does(no, 'submit');
      await office.does(no, 'pass');
    }
    const { items } = (await association.get('/v1/applications')).as(applicationList);
    expect(items.map(({ no }) => no)).toEqual([guarded]);
    expect((await association.view(guarded)).roles).toEqual(['association']);
    expect((await association.get(`/v1/applications/${other}`)).status).toBe(404);
  });

  it.each([
    'sort=name',
    'limit=0',
    'limit=201',
    'limit=ten',
    'cursor=!',
    'cursor=bm90aGluZw',
    'overdue=1',
    'no=LN24',
    'stage=a&stage=b',
  ])('refuse ?%s', async (query) => {
    expect((await (await world.as('office-diit')).get(`/v1/applications?${query}`)).status).toBe(400);
  });
});
