import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { rosterOutcome, rosterPage } from '../../../api/sessions/roster-schemas.ts';
import { type ActRequest, act } from '../../../commands/intents/act.ts';
import { freezeRoster } from '../../../commands/sessions/freeze-roster.ts';
import { arrived, untilMeeting } from '../lives/lianyungang.ts';
import { untilDossier } from '../lives/liaoning.ts';
import { type ApiClient, type ApiWorld, TestService } from '../service.ts';
import { accepting, planned, takes } from './meeting.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.shared();
});

const liaoning = { programme: 'liaoning-diit-2024', committee: 'ln-diit-office', meetingOn: '2024-10-21' };
const unknownNo = 'LN24-0000000000000000';

/** 张蔚's application before the committee, on 2024-08-07. */
async function waiting(world: ApiWorld): Promise<string> {
  const no = await untilDossier(world);
  await (await world.as('office-diit')).does(no, 'confirmDossier');
  return no;
}

const join = async (office: ApiClient, path: string, applications: readonly string[]) =>
  (await office.post(`${path}/roster`, { applications })).as(rosterOutcome).items;
const rosterOf = async (client: ApiClient, path: string) => (await client.get(`${path}/roster`)).as(rosterPage);
const idOf = (path: string) => path.split('/').at(-1);

describe('the roster of a session', () => {
  it('is filled by the intents of its applications, with an outcome for each, while it accepts', async () => {
    const world = await service.world('2024-07-01T09:00');
    const [no, office] = [await waiting(world), await world.as('office-diit')];
    const path = await planned(office, liaoning);
    const early = await join(office, path, [no]);
    expect(early[0]).toMatchObject({
      status: 'refused',
      problem: { code: 'WINDOW_CLOSED', clauses: ['LN-7-a', 'LN-7-b'] },
    });
    await accepting(office, path);
    const outcomes = await join(office, path, [no, unknownNo]);
    expect(outcomes.map(({ status, problem }) => [status, problem?.code])).toEqual([
      ['accepted', undefined],
      ['refused', 'NOT_FOUND'],
    ]);
    expect((await join(office, path, [no]))[0]?.problem?.code, 'twice').toBe('ACTION_NOT_HERE');
    expect(await rosterOf(office, path)).toMatchObject({
      count: 1,
      items: [{ no, series: 'engineering', level: 'deputySenior', frozen: false }],
    });
    expect((await rosterOf(await world.as('auditor'), path)).count).toBe(1);
    for (const stranger of ['zhang-wei', 'hr-liaobei'])
      expect((await (await world.as(stranger)).get(`${path}/roster`)).status, stranger).toBe(404);
    expect((await (await world.as('auditor')).post(`${path}/roster`, { applications: [no] })).status).toBe(404);
    expect((await takes(office, path, 'closeRecheck')).roster).toBe(1);
    expect((await office.act(no, 'leaveSession', {})).status).toBe(422);
    await office.does(no, 'leaveSession', { reason: '材料需核实' });
    expect((await rosterOf(office, path)).count).toBe(0);
    expect((await office.act(no, 'joinSession', { session: idOf(path) })).status, 'closed').toBe(409);
  });

  it('has an application once: whoever joins another session leaves the first, and a cancelled one frees its own', async () => {
    const world = await service.world('2024-07-01T09:00');
    const [no, office] = [await waiting(world), await world.as('office-diit')];
    const one = await planned(office, liaoning);
    const two = await planned(office, { ...liaoning, meetingOn: '2024-10-28' });
    for (const path of [one, two]) await accepting(office, path);
    await join(office, one, [no]);
    await join(office, two, [no]);
    expect([(await rosterOf(office, one)).count, (await rosterOf(office, two)).count]).toEqual([0, 1]);
    await takes(office, two, 'cancel', { reason: '评委人数不足' });
    expect((await rosterOf(office, two)).count).toBe(0);
    expect((await join(office, one, [no]))[0]?.status).toBe('accepted');
    const told = JSON.stringify((await (await world.as('zhang-wei')).get('/v1/notices')).body);
    expect(told).toContain('sessionCancelled');
  });

  it('A-39 is left by a withdrawal, and stands once the meeting has begun', async () => {
    const world = await service.world('2024-07-01T09:00');
    const [no, office, applicant] = [await waiting(world), await world.as('office-diit'), await world.as('zhang-wei')];
    const path = await planned(office, liaoning);
    await accepting(office, path);
    await join(office, path, [no]);
    const session = { entity: { no: `session/${idOf(path)}` }, deadlineAt: Date.now() + 20_000 };
    expect(await freezeRoster(service.services.deps, session)).toEqual({ roster: 1 });
    expect((await rosterOf(office, path)).items).toMatchObject([{ no, frozen: true }]);
    const late = await applicant.act(no, 'withdraw');
    expect(late.as(problemSchema)).toMatchObject({ status: 409, code: 'SESSION_OPENED', readings: ['A-39'] });
    const names = (await applicant.view(no)).availableActions.map(({ name }) => name);
    expect(names).not.toContain('withdraw');
    expect((await office.act(no, 'leaveSession', { reason: '材料需核实' })).as(problemSchema).code).toBe(
      'SESSION_OPENED',
    );
    // A meeting that did not begin in the end leaves nothing frozen.
    await takes(office, path, 'closeRecheck');
    await applicant.does(no, 'withdraw');
    expect((await rosterOf(office, path)).count).toBe(0);
    expect((await applicant.view(no)).outcome).toBe('WITHDRAWN');
  });

  it('A-39 a withdrawal that was recorded before the opening is decided first, and wins', async () => {
    const world = await service.world('2024-07-01T09:00');
    const [no, office, applicant] = [await waiting(world), await world.as('office-diit'), await world.as('zhang-wei')];
    const path = await planned(office, liaoning);
    await accepting(office, path);
    await join(office, path, [no]);
    const { db } = service.services;
    const [row] = await db.sql<{ person: string }[]>`select person from applications where no = ${no}`;
    const withdrawal: ActRequest = {
      no,
      action: 'withdraw',
      by: { person: row?.person ?? '', role: 'applicant' },
      data: {},
      lane: 'bulk',
    };
    // Recorded, and left to the courier, which is held back.
    await act(service.services.deps, withdrawal);
    const session = { entity: { no: `session/${idOf(path)}` }, deadlineAt: Date.now() + 20_000 };
    expect(await freezeRoster(service.services.deps, session)).toEqual({ roster: 0 });
    expect((await applicant.view(no)).outcome).toBe('WITHDRAWN');
    const [left] = await db.sql<{ why: string }[]>`select why from session_roster where application = ${no}`;
    expect(left?.why).toBe('withdrawn');
  });

  it('LYG-7-a takes nobody of another committee', async () => {
    const world = await service.world('2024-06-03T09:00');
    const no = await arrived(world);
    await untilMeeting(world, no);
    const [office, elsewhere] = [await world.as('office-postal'), await world.as('first-haizhou')];
    const row = { programme: 'lianyungang-2024', meetingOn: '2024-11-20', reason: '场地安排' };
    const other = await planned(elsewhere, { ...row, committee: 'row-66' });
    await accepting(elsewhere, other);
    expect((await join(elsewhere, other, [no]))[0]?.problem?.code).toBe('NOT_FOUND');
    expect((await office.act(no, 'joinSession', { session: idOf(other) })).as(problemSchema).errors).toMatchObject([
      { path: '/session' },
    ]);
    const own = await planned(office, { ...row, committee: 'row-60' });
    await accepting(office, own);
    expect((await join(office, own, [no]))[0]?.status).toBe('accepted');
  });
});
