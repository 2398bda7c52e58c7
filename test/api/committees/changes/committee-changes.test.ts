import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeView } from '../../../../api/committees/changes/committee-changes-schemas.ts';
import { eventPage } from '../../../../api/events/events-schemas.ts';
import { problemSchema } from '../../../../api/http/common-schemas.ts';
import { checkInvariants } from '../../../support/invariants.ts';
import { draftIn } from '../../lives/lianyungang.ts';
import { type Answer, type ApiWorld, TestService } from '../../service.ts';

let service: TestService;
let world: ApiWorld;
let unit: string;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const base = '/v1/programmes/lianyungang-2024';
const other = { series: 'otherSpecialty', specialty: 'otherSpecialty', level: 'mid' };
const reason = '该单位人员专业更接近，经研究变更评委会。';
const problem = (answer: Answer) => answer.as(problemSchema);
const changed = (answer: Answer) => answer.as(changeView);

/** A world in which the unit's people of a specialty without a row go to the committee of row 60, until June 30. */
async function opened(): Promise<void> {
  world = await service.world('2024-06-03T09:00');
  unit = await world.unitOf('xu-lei');
  const routed = await (await world.as('title-office')).post(`${base}/routings`, {
    ...other,
    unit,
    committee: 'row-60',
  });
  expect(routed.status).toBe(201);
}
const change = async (committee: string, more: object = {}, account = 'title-office') =>
  (await world.as(account)).post(`${base}/committee-changes`, { ...other, unit, committee, reason, ...more });
const filed = async (account: string) => {
  const no = await draftIn(world, account, other);
  await (await world.as(account)).does(no, 'submit');
  return no;
};
/** On to the bureau of the district, on 2024-06-12. */
const reachesBureau = async (no: string) => {
  const hr = await world.as('hr-express');
  await hr.does(no, 'agree');
  await hr.does(no, 'postPublicity', { lastDay: '2024-06-11' });
};
const committees = async (...nos: string[]) => {
  const rows = await service.services.db.sql<{ no: string; committee: string; office: string; value: string | null }[]>`
    select a.no, a.committee, a.office, (select c.value from claims c where c.no = a.no and c.kind = 'committeeOfUnit') as value
      from applications a where a.no = any(${nos})`;
  return nos.map((no) => {
    const { committee, office, value } = rows.find((row) => row.no === no) ?? {};
    return [committee, office, value];
  });
};

describe('a change of the committee of a unit', { timeout: 120_000 }, () => {
  it('LYG-4.0-d: moves all who are not reported yet at once, with claim, office, dates and a reason on each trail (A-26)', async () => {
    await opened();
    const first = await filed('xu-lei');
    await reachesBureau(first);
    await world.moveTo('2024-06-12T09:00');
    const second = await filed('shen-yan');
    const draft = await draftIn(world, 'shen-yan', other);
    const before = await (await world.as('xu-lei')).view(first);
    expect([before.committee, before.deadlines[0]?.due]).toEqual(['row-60', '2024-06-30']);

    const answer = await change('row-65');
    expect(answer.status).toBe(200);
    expect(changed(answer)).toMatchObject({ committee: 'row-65', destination: 'here', drafts: 1, readings: ['A-26'] });
    expect(changed(answer).items.map(({ no, status }) => [no, status])).toEqual(
      [first, second].toSorted().map((no) => [no, 'moved']),
    );
    expect(await committees(first, second, draft)).toEqual([
      ['row-65', 'lyg-ganyu', 'row-65'],
      ['row-65', 'lyg-ganyu', 'row-65'],
      ['row-65', 'lyg-ganyu', null],
    ]);
    const after = await (await world.as('xu-lei')).view(first);
    expect([after.stage.key, after.committee, after.deadlines[0]?.due]).toEqual([
      ...['PRELIMINARY_REVIEW', 'row-65', '2024-10-31'],
    ]);
    for (const no of [first, second]) {
      const { items } = (await (await world.as('hr-express')).get(`/v1/applications/${no}/events`)).as(eventPage);
      expect(items.at(-1)).toMatchObject({
        name: 'committeeMoved',
        by: 'cityTitleOffice',
        reason,
        data: { from: 'row-60', to: 'row-65' },
      });
    }
    expect((await (await world.as('office-postal')).get(`/v1/applications/${first}`)).status).toBe(404);

    await world.moveTo('2024-07-02T09:00');
    await (await world.as('first-haizhou')).does(first, 'pass');
    expect((await (await world.as('first-ganyu')).does(first, 'pass')).stage.key).toBe('PRE_REVIEW_PUBLICITY');
    await checkInvariants(service.backend);
    expect(service.backend.alarms).toEqual([]);
  });

  it('LYG-4.0-d: moves nobody once one of them was reported, and lists that one; the unit stays with its committee (A-26)', async () => {
    await opened();
    const first = await filed('xu-lei');
    const second = await filed('shen-yan');
    await reachesBureau(first);
    await world.moveTo('2024-06-12T09:00');
    await (await world.as('first-haizhou')).does(first, 'pass');
    const refused = await change('row-65');
    expect(problem(refused)).toMatchObject({
      status: 409,
      code: 'COMMITTEE_FIXED',
      clauses: ['LYG-4.0-d'],
      readings: ['A-26'],
      details: { applications: [{ no: first, code: 'COMMITTEE_FIXED' }] },
    });
    expect(await committees(first, second)).toEqual([
      ['row-60', 'lyg-postal', 'row-60'],
      ['row-60', 'lyg-postal', 'row-60'],
    ]);
    expect(await draftsGoTo()).toBe('row-60');
    await checkInvariants(service.backend);
  });

  const draftsGoTo = async () =>
    (await (await world.as('shen-yan')).view(await draftIn(world, 'shen-yan', other))).committee;

  it('LYG-4.0-d: binds who comes after to the new committee, and may be taken back or asked for again (A-26)', async () => {
    await opened();
    const astray = await draftIn(world, 'shen-yan', other);
    const first = await filed('xu-lei');
    expect((await change('row-65')).status).toBe(200);
    expect(await draftsGoTo()).toBe('row-65');
    expect((await (await world.as('shen-yan')).does(astray, 'submit')).committee).toBe('row-65');
    const again = changed(await change('row-65'));
    expect(again.items.map(({ status }) => status)).toEqual(['already', 'already']);
    const back = changed(await change('row-60'));
    expect(back.items.map(({ status }) => status)).toEqual(['moved', 'moved']);
    expect(await committees(first, astray)).toEqual([
      ['row-60', 'lyg-postal', 'row-60'],
      ['row-60', 'lyg-postal', 'row-60'],
    ]);
    await checkInvariants(service.backend);
  });

  it('LYG-4.0-d: at the same moment as submissions leaves nobody with another committee than the unit, six rounds (A-26)', async () => {
    for (let round = 0; round < 6; round++) {
      await opened();
      const nos = [await draftIn(world, 'xu-lei', other), await draftIn(world, 'shen-yan', other)];
      if (round % 2) await (await world.as('xu-lei')).does(nos[0] ?? '', 'submit');
      const left = round % 2 ? nos.slice(1) : nos;
      const clients = [await world.as('xu-lei'), await world.as('shen-yan')].slice(-left.length);
      const pledge = { checked: ['truthPledge'] };
      const sent = left.map((no, i) => clients[i]?.act(no, 'submit', pledge));
      const [answer, ...submitted] = await Promise.all([change('row-65'), ...sent]);
      expect(answer.status, `round ${round}`).toBe(200);
      for (const each of submitted) if (each?.status !== 200) expect(each && problem(each).code).toBe('VERSION_MOVED');
      const rows = await service.services.db.sql<{ committee: string; planned: string }[]>`
        select a.committee, p.body ->> 'committee' as planned from applications a join plans p on p.hash = a.plan_hash where a.no = any(${nos})`;
      expect(new Set(rows.flatMap(({ committee, planned }) => [committee, planned])).size).toBeLessThanOrEqual(1);
      const claims = await service.services.db.sql<{ value: string }[]>`
        select value from claims where kind = 'committeeOfUnit' and no = any(${nos})`;
      for (const { value } of claims) expect(value).toBe(rows[0]?.committee);
      expect(await draftsGoTo()).toBe('row-65');
    }
    await checkInvariants(service.backend);
  });

  it('LYG-4.0-d: six at once are all done, one after the other (A-26)', async () => {
    await opened();
    const nos = [await filed('xu-lei'), await filed('shen-yan')];
    const to = ['row-65', 'row-60', 'row-65', 'row-60', 'row-65', 'row-60'];
    const answers = await Promise.all(to.map((committee) => change(committee)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const [first, second] = await committees(...nos);
    expect(first).toEqual(second);
    await checkInvariants(service.backend);
    expect(service.backend.alarms).toEqual([]);
  });

  it('LYG-7-b: does not send anybody to a committee whose period is over or not announced', async () => {
    await opened();
    const no = await filed('xu-lei');
    expect(problem(await change('row-58'))).toMatchObject({
      status: 409,
      code: 'WINDOW_CLOSED',
      details: { closes: '2024-05-31', applications: [{ no, code: 'WINDOW_CLOSED' }] },
    });
    expect(problem(await change('row-6'))).toMatchObject({ status: 409, code: 'WINDOW_NOT_OPEN', readings: ['A-33'] });
    expect(await committees(no)).toEqual([['row-60', 'lyg-postal', 'row-60']]);
  });

  it('A-26: is only for the title office, with a reason, and never past a printed row', async () => {
    await opened();
    for (const account of ['xu-lei', 'hr-express', 'office-postal', 'admin'])
      expect(problem(await change('row-65', {}, account)), account).toMatchObject({
        status: 403,
        code: 'NOT_YOURS',
        clauses: ['LYG-4.0-d'],
        readings: ['A-26'],
      });
    expect((await change('row-65', { reason: undefined })).status).toBe(422);
    const printed = { series: 'engineering', specialty: 'expressDelivery' };
    expect(problem(await change('row-54', printed)).errors.map(({ path }) => path)).toEqual(['/committee']);
    expect(problem(await change('row-99')).errors.map(({ path }) => path)).toEqual(['/committee']);
    const nowhere = { unit: '00000000-0000-4000-8000-000000000000' };
    expect(problem(await change('row-65', nowhere)).errors.map(({ path }) => path)).toEqual(['/unit']);
    const office = await world.as('title-office');
    const elsewhere = { ...other, unit, committee: 'row-65', reason };
    expect((await office.post('/v1/programmes/dalian-2024/committee-changes', elsewhere)).status).toBe(403);
  });

  it('A-26: goes on where it was interrupted, each moved once', async () => {
    await opened();
    const nos = [await filed('xu-lei'), await filed('shen-yan')].toSorted();
    await service.backend.stopWorker();
    const interrupted = changed(await change('row-65'));
    expect(interrupted.items).toEqual(nos.map((no) => ({ no, status: 'recorded' })));
    expect((await committees(...nos)).map(([committee, , claimed]) => [committee, claimed])).toEqual([
      ['row-60', 'row-65'],
      ['row-60', 'row-65'],
    ]);
    await service.backend.startWorker();
    const resumed = changed(await change('row-65'));
    expect(resumed.items.map(({ no, status }) => [no, status])).toEqual(nos.map((no) => [no, 'already']));
    expect((await committees(...nos)).map(([committee]) => committee)).toEqual(['row-65', 'row-65']);
    const told = await service.services.db.sql`
      select no from events where name = 'committeeMoved' and no = any(${nos})`;
    expect(told).toHaveLength(2);
    await checkInvariants(service.backend);
  });
});
