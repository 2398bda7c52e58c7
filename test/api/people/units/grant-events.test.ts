import { beforeAll, describe, expect, it } from 'vitest';
import { accountList } from '../../../../api/demo/demo-schemas.ts';
import { problemSchema } from '../../../../api/http/common-schemas.ts';
import { identityReleaseList } from '../../../../api/people/identity-releases-schemas.ts';
import { grantEventList, placeEventList } from '../../../../api/people/units/grant-events-schemas.ts';
import { membersSchema } from '../../../../api/people/units/units-schemas.ts';
import { demoPeople } from '../../../../db/worlds/demo-people.ts';
import { type ApiWorld, TestService } from '../../service.ts';

let service: TestService;
let world: ApiWorld;
let personOf: (account: string) => string;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-01T09:00');
  const { items } = (await world.anyone.get('/demo/accounts')).as(accountList);
  personOf = (account) => String(items.find((each) => each.account === account)?.person);
});

const numberOf = (account: string) => demoPeople.find((each) => each.account === account)?.identity;

describe('who gave which right', () => {
  it('is written down with who and when, and read by administrators and auditors only', async () => {
    const unit = await world.unitOf('hr-north');
    const [admin, hr, auditor] = [await world.as('admin'), await world.as('hr-north'), await world.as('auditor')];
    const path = `/v1/units/${unit}/members`;
    const { members } = (await hr.get(path)).as(membersSchema);
    const before = members.map(({ person, role }) => ({ person, role }));
    const more = [...before, { person: personOf('sun-hao'), role: 'unitAssessmentGroup' }];
    expect((await hr.put(path, { members: more })).status).toBe(200);
    expect((await hr.put(path, { members: more })).status, 'nothing changes').toBe(200);
    expect((await admin.put(path, { members: before })).status).toBe(200);
    const list = (await auditor.get(`/v1/grants/events?scope=unit:${unit}`)).as(grantEventList);
    expect(list.items.slice(0, 2)).toEqual(
      (['taken', 'given'] as const).map((kind) => ({
        kind,
        person: personOf('sun-hao'),
        role: 'unitAssessmentGroup',
        scope: `unit:${unit}`,
        by: personOf(kind === 'given' ? 'hr-north' : 'admin'),
        at: expect.stringMatching(/\+08:00$/),
      })),
    );
    expect(list.items.slice(2).every(({ kind, by }) => kind === 'given' && by === null)).toBe(true);
    for (const account of ['hr-north', 'office-diit', 'zhang-wei'])
      expect((await (await world.as(account)).get('/v1/grants/events')).status).toBe(403);
    expect((await world.anyone.get('/v1/grants/events')).status).toBe(401);
  });

  it('has an event for every grant that stands, page by page, and of the own world only', async () => {
    const admin = await world.as('admin');
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const path: string = `/v1/grants/events?limit=20${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page = (await admin.get(path)).as(grantEventList);
      seen.push(...page.items.filter(({ kind }) => kind === 'given').map((e) => `${e.person} ${e.role} ${e.scope}`));
      cursor = page.nextCursor;
    }
    const rows = await service.services.db.sql<{ grant: string }[]>`
      select g.person || ' ' || g.role || ' ' || g.scope as grant from grants g join people p on p.id = g.person where p.world = ${world.id}`;
    expect(rows.length).toBeGreaterThan(40);
    expect(seen).toEqual(expect.arrayContaining(rows.map(({ grant }) => grant)));
    const other = await service.world('2024-07-01T09:00');
    const elsewhere = (await (await other.as('admin')).get('/v1/grants/events?limit=200')).as(grantEventList);
    expect(elsewhere.items.some(({ person }) => person === personOf('sun-hao'))).toBe(false);
  });
});

it('writes down every change of where a unit belongs', async () => {
  const unit = await world.unitOf('hr-haiyun');
  const admin = await world.as('admin');
  const was = { territory: 'dl-gaoxin', supervisor: null, agencyClient: false };
  const became = { ...was, agencyClient: true };
  for (const place of [became, became, was])
    expect((await admin.put(`/v1/units/${unit}/place`, place)).status).toBe(200);
  const { items } = (await admin.get(`/v1/units/${unit}/place/events`)).as(placeEventList);
  const by = personOf('admin');
  expect(items).toMatchObject([
    { was, became, by },
    { was: became, became: was, by },
  ]);
  expect((await (await world.as('hr-haiyun')).get(`/v1/units/${unit}/place/events`)).status).toBe(403);
});

describe('an identity number that somebody else registered first', () => {
  const me = (name: string, identityNumber?: string) => ({
    name,
    ...(identityNumber ? { identityNumber } : {}),
    phone: null,
    mail: null,
    language: 'zh',
  });

  it('is freed by an administrator with a reason, registered by the right person, and the release can be read', async () => {
    const [admin, hr] = [await world.as('admin'), await world.as('hr-binhai')];
    const identityNumber = numberOf('dong-yu');
    expect((await hr.put('/v1/people/me', me('钱雯', identityNumber))).as(problemSchema).code).toBe('IDENTITY_TAKEN');
    const path = '/v1/identity-releases';
    const reason = '经核对身份证原件，该号码由他人误登记。';
    expect((await admin.post(path, { identityNumber })).status).toBe(422);
    expect((await hr.post(path, { identityNumber, reason })).status).toBe(403);
    expect((await admin.post(path, { identityNumber: '11010519491231002X', reason })).status).toBe(404);
    const done = await admin.post(path, { identityNumber, reason });
    expect([done.status, done.body]).toEqual([200, { person: personOf('dong-yu') }]);
    expect((await hr.put('/v1/people/me', me('钱雯', identityNumber))).status).toBe(200);
    const { items } = (await (await world.as('auditor')).get(path)).as(identityReleaseList);
    expect(items).toMatchObject([{ person: personOf('dong-yu'), by: personOf('admin'), reason }]);
    expect(JSON.stringify(items)).not.toContain(identityNumber);
  });

  it('is not found out by many accounts together: tries are counted by the number, too', async () => {
    const answers = [];
    for (const account of ['hr-huabei', 'group-north', 'first-gaoxin', 'bureau-dalian', 'hr-express', 'hr-ganyu']) {
      const answer = await (await world.as(account)).put('/v1/people/me', me('某人', numberOf('qiao-an')));
      answers.push(answer.as(problemSchema).code);
    }
    expect(answers).toEqual([...Array(5).fill('IDENTITY_TAKEN'), 'TOO_MANY_TRIES']);
  });
});
