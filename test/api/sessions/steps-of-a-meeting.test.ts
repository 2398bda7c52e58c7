import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { hearingList, hearingView } from '../../../api/sessions/meeting/meeting-schemas.ts';
import { sessionPage, sessionView } from '../../../api/sessions/sessions-schemas.ts';
import { liaoningDiit2024 as liaoning } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { demoPersonId } from '../../../db/worlds/demo-worlds.ts';
import type { SessionState } from '../../../domain/session/session.ts';
import { Sitting } from '../../db/sessions/sitting.ts';
import { TestWorld } from '../../support/backend.ts';
import { type ApiClient, type ApiWorld, TestService } from '../service.ts';

const accounts = ['li-na', 'wang-qiang', 'zhao-min', 'liu-yang', 'chen-jing'] as const;
let service: TestService;
let world: ApiWorld;
let sat: Sitting;
let office: ApiClient;
let no: string;

/** A session of Liaoning that meets with five members, two alternates and one application heard at 60/40, with its workflow. */
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-10T09:00');
  office = await world.as('office-diit');
  const { db, deps, vault } = { ...service.services, ...service.backend };
  const rows = new TestWorld(service.backend, world.id, await world.unitOf('hr-liaobei'));
  const one = await rows.draft();
  await one.does('submit', 'applicant');
  no = one.no;
  const person = (account: string) => demoPersonId(vault, account, world.id);
  sat = await Sitting.open(db, {
    world: world.id,
    programme: liaoning,
    committee: liaoning.office,
    members: accounts.map((account, at) => ({
      person: person(account),
      ...(at === 0 ? { chair: 'chair' as const } : {}),
    })),
    alternates: [{ person: person('sun-hao') }, {}],
    applications: [no],
    office: person('office-diit'),
  });
  await sat.state({ meetingOn: '2024-07-10', lastDay: '2024-07-11', chair: sat.members[0] ?? null, present: 5 });
  const [row] = await db.sql<{ state: SessionState }[]>`select state from entities where no = ${sat.no}`;
  await deps.temporal.workflow.start('session', {
    taskQueue: deps.taskQueue,
    workflowId: sat.no,
    args: [{ no: sat.no, carried: { case: row?.state, last: null } }],
  });
});

const step = (client: ApiClient, name: string, body?: object) =>
  client.post(`/v1/sessions/${sat.id}/actions/${name}`, body);
const hearing = async () => (await office.get(`/v1/sessions/${sat.id}/hearings`)).as(hearingList).items[0];
const attendance = (present: readonly (string | undefined)[]) => ({ present, chair: sat.members[0] });

describe('the steps of a meeting', () => {
  it('lose the quorum of an application by a recusal, and regain it by an alternate (A-37)', async () => {
    const [, second = '', , , fifth] = sat.members;
    const four = sat.members.slice(0, 4);
    expect((await step(office, 'recordAttendance', attendance(four))).as(sessionView).present).toBe(4);
    await sat.recuse(second, no);
    expect(await hearing()).toMatchObject({ voters: 3, ready: false });
    expect((await step(office, 'openBallot')).status).toBe(409);
    const [alternate, spare] = sat.alternates;
    const wrong = await step(office, 'recordAttendance', attendance([...four, alternate, spare]));
    expect(wrong.as(problemSchema)).toMatchObject({ code: 'INVALID_DATA' });
    expect((await step(office, 'recordAttendance', attendance(four.slice(1)))).status).toBe(422);
    expect((await step(office, 'recordAttendance', attendance(four.slice(0, 3)))).as(problemSchema).code).toBe(
      'NO_QUORUM',
    );
    expect((await step(office, 'recordAttendance', attendance([...four, alternate]))).status).toBe(200);
    expect(await hearing()).toMatchObject({ voters: 4, ready: true, waiting: null });
    expect(fifth).toBeDefined();
  });

  it('have a score corrected by a second person with a reason, as a version with the number of the correction', async () => {
    const [expert] = sat.members;
    const chair = await world.as('li-na');
    const sheet = { application: no, kind: 'quantified', points: 8 };
    expect((await chair.post(`/v1/sessions/${sat.id}/sheets`, sheet)).status).toBe(200);
    const correction = {
      what: 'score',
      sheet: { ...sheet, expert, points: '80.25' },
      reason: '录入有误，应为80.25分。',
    };
    expect((await step(chair, 'correct', correction)).status).toBe(403);
    const unknown = { ...correction, sheet: { ...correction.sheet, kind: 'defence' } };
    expect((await step(office, 'correct', unknown)).status).toBe(422);
    expect((await step(office, 'correct', correction)).as(sessionView).corrections).toMatchObject([
      { n: 1, what: 'score' },
    ]);
    const { sheets } = (await office.get(`/v1/sessions/${sat.id}/hearings/${no}`)).as(hearingView);
    expect(sheets.map(({ version, points, correction: n }) => [version, points, n])).toEqual([
      [1, 8, null],
      [2, 80.25, 1],
    ]);
  });

  it('have the attendance corrected by somebody else than who recorded it', async () => {
    const correction = { what: 'attendance', present: sat.members, reason: '漏记一人。' };
    expect((await step(office, 'correct', correction)).as(problemSchema).code).toBe('NOT_YOURS');
    const second = await world.as('office-diit-2');
    const { present, corrections } = (await step(second, 'correct', correction)).as(sessionView);
    expect([present, corrections.length]).toEqual([5, 2]);
    expect(await hearing()).toMatchObject({ voters: 4 });
  });

  it('are listed to the experts who were drawn, and to no office that asks for its own', async () => {
    const listed = async (account: string) => {
      const answer = await (await world.as(account)).get('/v1/sessions?mine=true');
      return answer.as(sessionPage).items.map(({ id, roles }) => [id, roles]);
    };
    expect(await listed('wang-qiang')).toEqual([[sat.id, ['expert']]]);
    expect(await listed('office-diit')).toEqual([]);
  });
});
