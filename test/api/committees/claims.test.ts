import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overrideList, overrideView } from '../../../api/committees/claim-overrides-schemas.ts';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { findOverride } from '../../../db/claims/claim-overrides.ts';
import { checkInvariants } from '../../support/invariants.ts';
import { draftIn } from '../lives/lianyungang.ts';
import { type Answer, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const path = '/v1/programmes/lianyungang-2024/claim-overrides';
const pledge = { checked: ['truthPledge'] };
const reason = '两个专业方向均有突出业绩，经研究同意。';
const ecology = { specialty: 'ecology' };
const sports = { series: 'sports', specialty: 'coaching' };
const problem = (answer: Answer) => answer.as(problemSchema);
const submitted = async (no: string, account = 'xu-lei') => (await world.as(account)).act(no, 'submit', pledge);

describe('a second application that the title office allows', { timeout: 60_000 }, () => {
  let second: string;
  beforeAll(async () => {
    world = await service.world('2024-06-03T09:00');
    const first = await draftIn(world, 'xu-lei');
    expect((await submitted(first)).status).toBe(200);
    second = await draftIn(world, 'xu-lei', ecology);
  });
  const allow = async (claims: readonly string[], account = 'title-office', application = second) =>
    (await world.as(account)).post(path, { application, claims, reason });

  it('LYG-2.8.2-b: the refusal says that the title office is the way (A-25)', async () => {
    const refused = problem(await submitted(second));
    expect(refused).toMatchObject({
      status: 409,
      code: 'CLAIM_TAKEN',
      clauses: ['LYG-2.8.2-b'],
      readings: ['A-25'],
      details: { kind: 'applicationOfYear', overriddenBy: 'cityTitleOffice' },
    });
    expect(refused.message.zh).toContain('市职称办');
  });

  it('A-25: is only for the title office', async () => {
    for (const account of ['xu-lei', 'hr-express', 'office-postal', 'admin'])
      expect(problem(await allow(['applicationOfYear'], account)), account).toMatchObject({
        status: 403,
        code: 'NOT_YOURS',
        clauses: ['LYG-2.8.2-b', 'LYG-4.0-c'],
        readings: ['A-25'],
      });
    expect((await (await world.as('office-postal')).get(path)).status).toBe(403);
    const elsewhere = '/v1/programmes/liaoning-diit-2024/claim-overrides';
    const asked = { application: second, claims: ['applicationOfYear'], reason };
    expect((await (await world.as('title-office')).post(elsewhere, asked)).status).toBe(403);
  });

  it('A-26: is not for the committee of a unit, nor for what is not there', async () => {
    expect(problem(await allow(['committeeOfUnit'])).errors.map(({ path: at }) => at)).toEqual(['/claims/0']);
    expect((await allow(['applicationOfYear'], 'title-office', 'LYG24-0000000000000000')).status).toBe(422);
    expect((await allow([])).status).toBe(422);
  });

  it('LYG-4.0-c: allowed in two series it still needs one committee at the level, unless that is allowed too (A-25)', async () => {
    const allowed = await allow(['applicationOfYear']);
    expect([allowed.status, allowed.as(overrideView)]).toMatchObject([
      201,
      { application: second, used: false, clauses: ['LYG-2.8.2-b'], readings: ['A-25'] },
    ]);
    expect(problem(await submitted(second))).toMatchObject({ code: 'CLAIM_TAKEN', clauses: ['LYG-4.0-c'] });
  });

  it('A-25: is taken with a reason on its trail, and the permission is used up', async () => {
    expect((await allow(['committeeOfLevel'])).status).toBe(201);
    expect((await submitted(second)).status).toBe(200);
    const { items } = (await (await world.as('xu-lei')).get(`/v1/applications/${second}/events`)).as(eventPage);
    expect(items.filter(({ name }) => name === 'claimAllowed')).toMatchObject([
      { by: 'cityTitleOffice', reason, data: { claims: ['applicationOfYear'], decidedOn: '2024-06-03' } },
      { by: 'cityTitleOffice', reason, data: { claims: ['committeeOfLevel'] } },
    ]);
    const kept = (await (await world.as('title-office')).get(path)).as(overrideList);
    expect(kept.items.map(({ used }) => used)).toEqual([true, true]);
    for (const { id } of kept.items) expect(await findOverride(service.services.db, id)).toMatchObject({ used: true });
  });

  it('LYG-2.8.2-b: leaves a third refused, also when the first is withdrawn (A-25)', async () => {
    const third = await draftIn(world, 'xu-lei', sports);
    expect(problem(await submitted(third))).toMatchObject({ code: 'CLAIM_TAKEN', clauses: ['LYG-2.8.2-b'] });
    const applicant = await world.as('xu-lei');
    const nos = await service.services.db.sql<{ no: string }[]>`
      select no from applications where world = ${world.id} and outcome is null and plan_hash is not null and no <> ${second}`;
    for (const { no } of nos) await applicant.does(no, 'withdraw');
    expect(problem(await submitted(third))).toMatchObject({ code: 'CLAIM_TAKEN', clauses: ['LYG-2.8.2-b'] });
    await applicant.does(second, 'withdraw');
    expect((await submitted(third)).status).toBe(200);
    await checkInvariants(service.backend);
  });
});

describe('a second application in the same specialty', { timeout: 60_000 }, () => {
  it('LYG-2.8.2-b, LYG-4.0-c: is taken at another level, and refused at the same (A-25)', async () => {
    world = await service.world('2024-06-03T09:00');
    const technician = { level: 'technician', obtainedOn: '2015-12-01', series: 'engineering' };
    const junior = await draftIn(world, 'xu-lei', { level: 'assistant', heldTitle: technician });
    expect((await submitted(junior)).status).toBe(200);
    const mid = await draftIn(world, 'xu-lei');
    expect((await submitted(mid)).status).toBe(200);
    const refused = problem(await submitted(await draftIn(world, 'xu-lei')));
    expect(refused).toMatchObject({
      code: 'CLAIM_TAKEN',
      clauses: ['LYG-4.0-c'],
      readings: ['A-25'],
      details: { kind: 'applicationOfLevel', overriddenBy: 'cityTitleOffice' },
    });
    await checkInvariants(service.backend);
  });
});

describe('an application that is reopened', { timeout: 60_000 }, () => {
  const outOfScope = {
    choice: 'outOfScope',
    committee: 'row-54',
    reason: '超出本评委会受理范围。',
    deficiencies: [{ item: 'cover', clause: 'LYG-4.4-b', expected: '请向对口评委会申报。' }],
  };
  const upheld = { upheld: true, reason: '复查认定属本评委会受理范围。' };

  /** An application that the office returned as out of its scope, and a recheck of that asked for. */
  async function returned(): Promise<string> {
    world = await service.world('2024-06-03T09:00');
    const no = await draftIn(world, 'xu-lei');
    await (await world.as('xu-lei')).does(no, 'submit');
    const hr = await world.as('hr-express');
    await hr.does(no, 'agree');
    await hr.does(no, 'postPublicity', { lastDay: '2024-06-11' });
    await world.moveTo('2024-06-12T09:00');
    await (await world.as('first-haizhou')).does(no, 'pass');
    const postal = await world.as('office-postal');
    const own = await postal.view(no);
    expect(problem(await postal.act(no, 'return', { ...outOfScope, committee: own.committee })).code).toBe(
      'INVALID_DATA',
    );
    await postal.does(no, 'return', outOfScope);
    expect((await (await world.as('xu-lei')).view(no)).rightCommittee).toMatchObject({
      id: 'row-54',
      telephone: expect.any(String),
    });
    await (await world.as('xu-lei')).does(no, 'requestRecheck', { reason: '本人业绩属快递工程。' });
    return no;
  }

  it('LYG-2.8.2-b: by a recheck has its claims again, and is refused while another application holds them (A-10, A-25)', async () => {
    const no = await returned();
    const other = await draftIn(world, 'xu-lei', ecology);
    expect((await submitted(other)).status).toBe(200);
    const office = await world.as('office-postal');
    expect(problem(await office.act(no, 'concludeRecheck', upheld))).toMatchObject({
      status: 409,
      code: 'CLAIM_TAKEN',
      clauses: ['LYG-2.8.2-b'],
      details: { kind: 'applicationOfYear', overriddenBy: 'cityTitleOffice' },
    });
    expect((await office.view(no)).availableActions.map(({ name }) => name)).toContain('concludeRecheck');

    await (await world.as('xu-lei')).does(other, 'withdraw');
    expect((await office.does(no, 'concludeRecheck', upheld)).stage.key).toBe('OFFICE_RECHECK');
    const third = await draftIn(world, 'xu-lei', ecology);
    expect(problem(await submitted(third))).toMatchObject({ code: 'CLAIM_TAKEN', clauses: ['LYG-2.8.2-b'] });
    await checkInvariants(service.backend);
  });

  it('LYG-2.8.2-b: beside another application needs the title office; dismissed, it takes nothing (A-10, A-25)', async () => {
    const no = await returned();
    const other = await draftIn(world, 'xu-lei', ecology);
    expect((await submitted(other)).status).toBe(200);
    const office = await world.as('office-postal');
    const claims = ['applicationOfYear', 'committeeOfLevel'];
    await (await world.as('title-office')).post(path, { application: no, claims, reason });
    expect((await office.does(no, 'concludeRecheck', upheld)).stage.key).toBe('OFFICE_RECHECK');
    const { items } = (await office.get(`/v1/applications/${no}/events`)).as(eventPage);
    expect(items.slice(-3).map(({ name }) => name)).toEqual(['claimAllowed', 'recheckConcluded', 'reopened']);

    const dismissed = await returned();
    const office2 = await world.as('office-postal');
    await office2.does(dismissed, 'concludeRecheck', { upheld: false, reason: '维持原结论。' });
    expect((await submitted(await draftIn(world, 'xu-lei', ecology))).status).toBe(200);
    await checkInvariants(service.backend);
  });
});
