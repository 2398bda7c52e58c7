import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeView } from '../../../api/committees/changes/committee-changes-schemas.ts';
import { warmUp } from '../../support/statements/statement-count.ts';
import { draftIn } from '../lives/lianyungang.ts';
import { type ApiClient, type ApiWorld, paper, TestService } from '../service.ts';
import { Ledger } from './ledger.ts';

let service: TestService;
let ledger: Ledger;
beforeAll(async () => {
  service = await TestService.open();
  await warmUp(service.services.db);
});
afterAll(() => service.close());

const reason = '审核延误，经研究同意。';
const list = { deficiencies: [{ item: 'a1', clause: 'LN-5.5.2-b', expected: '请补充验收材料' }] };

async function people<T extends string>(world: ApiWorld, accounts: readonly T[]): Promise<Record<T, ApiClient>> {
  const pairs = await Promise.all(accounts.map(async (account) => [account, await world.as(account)] as const));
  return Object.fromEntries(pairs) as Record<T, ApiClient>;
}

/** Brings an application of 张蔚 to where it may be submitted online. */
async function untilOnline(world: ApiWorld): Promise<string> {
  const no = await world.draft('zhang-wei');
  await (await world.as('zhang-wei')).does(no, 'submit');
  await (await world.as('hr-liaobei')).does(no, 'agree');
  await (await world.as('group-liaobei')).does(no, 'select');
  await (await world.as('hr-liaobei')).does(no, 'postPublicity');
  await world.moveTo('2024-07-09T08:00');
  return no;
}

describe('the statements of what opens an ended application again', { timeout: 120_000 }, () => {
  beforeAll(() => {
    ledger = new Ledger(service.services.db);
  });

  it('are within the budget of an action for a late acceptance', async () => {
    const world = await service.world('2024-07-01T09:00');
    const no = await untilOnline(world);
    await (await world.as('zhang-wei')).does(no, 'submit');
    await world.moveTo('2024-08-01T09:00');
    await ledger.does(await world.as('office-diit'), no, ['acceptLate', { reason }]);
    expect(ledger.over).toEqual({});
  });

  it('are within it for a recheck that is dismissed, and for one that is upheld', async () => {
    const world = await service.world('2024-07-01T09:00');
    const no = await untilOnline(world);
    await (await world.as('zhang-wei')).does(no, 'submit');
    await world.moveTo('2024-08-01T09:00');
    await ledger.does(await world.as('zhang-wei'), no, ['requestRecheck', { reason }]);
    await ledger.does(await world.as('office-diit'), no, ['concludeRecheck', { upheld: true, reason }]);
    expect(ledger.over).toEqual({});
  });

  it('are within it beside another application, which the title office allows (A-25)', async () => {
    const world = await service.world('2024-06-03T09:00');
    const no = await draftIn(world, 'xu-lei');
    const { 'xu-lei': applicant, 'hr-express': hr } = await people(world, ['xu-lei', 'hr-express']);
    const { 'first-haizhou': bureau, 'office-postal': office } = await people(world, [
      'first-haizhou',
      'office-postal',
    ]);
    await applicant.does(no, 'submit');
    await hr.does(no, 'agree');
    await hr.does(no, 'postPublicity', { lastDay: '2024-06-11' });
    await world.moveTo('2024-06-12T09:00');
    await bureau.does(no, 'pass');
    const deficiencies = [{ item: 'cover', clause: 'LYG-4.4-b', expected: '请向对口评委会申报。' }];
    await office.does(no, 'return', { choice: 'outOfScope', committee: 'row-54', reason, deficiencies });
    await applicant.does(no, 'requestRecheck', { reason });
    await applicant.does(await draftIn(world, 'xu-lei', { specialty: 'ecology' }), 'submit');
    const title = await world.as('title-office');
    const claims = ['applicationOfYear', 'committeeOfLevel'];
    const path = '/v1/programmes/lianyungang-2024/claim-overrides';
    expect((await title.post(path, { application: no, claims, reason })).status).toBe(201);
    await ledger.does(office, no, ['concludeRecheck', { upheld: true, reason }]);
    expect(ledger.over).toEqual({});
  });

  it('are within it for one more attempt after the end', async () => {
    const world = await service.world('2024-07-01T09:00');
    const no = await untilOnline(world);
    const { 'zhang-wei': engineer, 'office-diit': office } = await people(world, ['zhang-wei', 'office-diit']);
    for (let attempt = 1; attempt <= 3; attempt++) {
      await engineer.does(no, 'submit', attempt > 1 ? { reason } : {});
      await office.does(no, 'return', list);
    }
    await world.moveTo('2024-08-01T09:00');
    await ledger.does(office, no, ['grantAttempt', { reason }]);
    expect(ledger.over).toEqual({});
  });
});

it('a posting that was made before is used within the budget of an action', { timeout: 60_000 }, async () => {
  const world = await service.world('2024-07-01T09:00');
  const own = new Ledger(service.services.db);
  const [ready, no] = [await world.draft('zhou-lin'), await world.draft('wu-di')];
  const [hr, group] = [await world.as('hr-north'), await world.as('group-north')];
  for (const [account, each] of [
    ['zhou-lin', ready],
    ['wu-di', no],
  ] as const)
    await (await world.as(account)).does(each, 'submit');
  await hr.does(ready, 'agree');
  await group.does(ready, 'select');
  // The second cannot be posted yet, and stays on the posting to be posted later.
  const made = await hr.post('/v1/postings', {
    kind: 'unit',
    items: [ready, no],
    document: paper,
    checked: ['sealedAndProminent'],
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  await hr.does(no, 'agree');
  await group.does(no, 'select');
  await own.does(hr, no, ['postPublicity', { posting: (made.body as { readonly id: string }).id }]);
  expect(own.over).toEqual({});
});

/** Exactly so many: who asks, the intent, the outcome and the case after it; one more for the number of a new case or for what the application has come to. */
const integrityStep = 4;

it('a step of an integrity case sends four statements, and upholding two more for the application', {
  timeout: 60_000,
}, async () => {
  const world = await service.world('2024-07-01T09:00');
  const no = await untilOnline(world);
  const office = await world.as('office-diit');
  const own = new Ledger(service.services.db);
  const cases = `/v1/applications/${no}/integrity-cases`;
  const facts = '经核查，所附验收证明系伪造。';
  await own.sends('open', 0, () => office.post(cases, { ground: 'report', facts }));
  await own.sends('investigate', 0, () => office.post(`${cases}/1/actions/investigate`));
  await own.sends('notify', 0, () => office.post(`${cases}/1/actions/notify`, { facts, hearBy: '2024-08-30' }));
  await own.sends('hear', 0, () => office.post(`${cases}/1/actions/hear`, { facts }));
  await own.sends('uphold', 0, () => office.post(`${cases}/1/actions/uphold`, { facts }));
  await own.sends('open', 0, () => office.post(cases, { ground: 'report', facts }));
  await own.sends('dismiss', 0, () => office.post(`${cases}/2/actions/dismiss`, { facts }));
  expect(own.counts, JSON.stringify(own.over, null, 1)).toEqual([
    ['open', integrityStep + 1],
    ['investigate', integrityStep],
    ['notify', integrityStep],
    ['hear', integrityStep],
    ['uphold', integrityStep + 1 + 2],
    ['open', integrityStep + 1],
    ['dismiss', integrityStep + 1],
  ]);
});

/** Exactly so many beside one for each application that moves. */
const committeeChange = 8;

it('a change of the committee of a unit sends one statement for each application that moves', {
  timeout: 60_000,
}, async () => {
  const world = await service.world('2024-06-03T09:00');
  const base = '/v1/programmes/lianyungang-2024';
  const about = {
    series: 'otherSpecialty',
    specialty: 'otherSpecialty',
    level: 'mid',
    unit: await world.unitOf('xu-lei'),
  };
  const office = await world.as('title-office');
  expect((await office.post(`${base}/routings`, { ...about, committee: 'row-60' })).status).toBe(201);
  for (const account of ['xu-lei', 'shen-yan']) {
    const no = await draftIn(world, account, about);
    await (await world.as(account)).does(no, 'submit');
  }
  const own = new Ledger(service.services.db);
  const change = () => office.post(`${base}/committee-changes`, { ...about, committee: 'row-65', reason });
  const answer = await own.sends('change', 0, change);
  expect(answer.as(changeView).items.map(({ status }) => status)).toEqual(['moved', 'moved']);
  expect(own.counts, JSON.stringify(own.over, null, 1)).toEqual([['change', committeeChange + 2]]);
});

it('a step of a committee’s year sends few statements', { timeout: 60_000 }, async () => {
  const world = await service.world('2024-06-03T09:00');
  const path = '/v1/programmes/lianyungang-2024/committees/row-60';
  const [office, title] = [await world.as('office-postal'), await world.as('title-office')];
  const own = new Ledger(service.services.db);
  const sites = { checked: ['ownSite', 'talentPlatform'] };
  const opening = { meetingOn: '2024-06-20', checked: ['openingReport', 'roster'], passRate: 7_000, reason };
  await own.sends('proposeNotice', 0, () => office.post(`${path}/proposeNotice`, { windows: [] }));
  await own.sends('countersign', 0, () => title.post(`${path}/countersign`, {}));
  await own.sends('publishNotice', 0, () => office.post(`${path}/publishNotice`, sites));
  await own.sends('reportOpening', 0, () => office.post(`${path}/reportOpening`, opening));
  expect(own.counts, JSON.stringify(own.over, null, 1)).toEqual([
    ['proposeNotice', 7],
    ['countersign', 7],
    ['publishNotice', 7],
    ['reportOpening', 9],
  ]);
});
