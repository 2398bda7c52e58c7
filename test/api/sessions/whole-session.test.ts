import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { drawnExpertList } from '../../../api/sessions/recusals/recusals-schemas.ts';
import { sessionView } from '../../../api/sessions/sessions-schemas.ts';
import { newKeyPair } from '../../../commands/sessions/ballot/envelopes.ts';
import { demoPeople } from '../../../db/worlds/demo-people.ts';
import { liaobei } from '../../../ops/demo/people.ts';
import { begin } from '../../../ops/demo/played.ts';
import { walk } from '../../../ops/demo/steps/walk.ts';
import { certified } from '../../../ops/lives/liaoning/certified.ts';
import { untilConfirmed } from '../../../ops/lives/liaoning/steps.ts';
import { startCourier } from '../../support/courier.ts';
import { until } from '../../support/until.ts';
import { playIn } from '../lives/play.ts';
import { type Answer, type ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let stopCourier: () => Promise<void>;
beforeAll(async () => {
  service = await TestService.open();
  stopCourier = startCourier(service.backend.deps);
});
afterAll(async () => {
  await stopCourier();
  await service.close();
});

const applicants = ['zhang-wei', 'li-na'] as const;
const expertAccounts = ['chen-jing', 'zhao-min', 'liu-yang', 'sun-hao', 'zhou-lin', 'wu-di', 'he-lan'] as const;
const committee = '/v1/programmes/liaoning-diit-2024/committees/ln-diit-office';
const ok = (answer: Answer, status = 200): Answer => {
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
};
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** Two applications of one unit until their paper dossiers are confirmed, and the committee's experts, each with an account. */
async function ready(world: ApiWorld, office: ApiClient): Promise<string[]> {
  const play = await playIn(world);
  const cases = [];
  for (const by of applicants) cases.push(await begin(play, { life: certified, by }));
  await walk(...cases.map((one) => ({ one, cast: liaobei, steps: untilConfirmed })));
  for (const [n, account] of expertAccounts.entries())
    ok(
      await office.post(`${committee}/experts`, {
        name: demoPeople.find((each) => each.account === account)?.name,
        title: '正高级工程师',
        level: 'fullSenior',
        specialty: '机器人',
        unitName: `沈阳某研究院第${n + 1}所`,
        origin: '高校',
        termFrom: '2024-01-10',
        termUntil: '2027-01-09',
        chair: n === 0 ? 'chair' : 'viceChair',
        identityNumber: demoPeople.find((each) => each.account === account)?.identity,
      }),
      201,
    );
  return cases.map(({ no }) => no);
}

describe('a session of Liaoning from the plan to the archive', { timeout: 240_000 }, () => {
  it('draws, hears, votes in secret, counts, and certifies those who passed, over HTTP', async () => {
    const world = await service.world('2024-06-28T09:00');
    const [office, second, auditor] = [
      await world.as('office-diit'),
      await world.as('office-diit-2'),
      await world.as('auditor'),
    ];
    const nos = await ready(world, office);
    const [passing = '', failing = ''] = nos;
    await world.moveTo('2024-09-20T09:00');
    const plan = { programme: 'liaoning-diit-2024', committee: 'ln-diit-office', meetingOn: '2024-10-10' };
    const { id } = ok(await office.post('/v1/sessions', plan), 201).as(sessionView);
    const path = `/v1/sessions/${id}`;
    const step = async (client: ApiClient, name: string, body?: object) =>
      ok(await client.post(`${path}/actions/${name}`, body)).as(sessionView);
    await step(office, 'publishNotice');
    await step(office, 'accept');
    expect(ok(await office.post(`${path}/roster`, { applications: nos })).body).toMatchObject({
      items: [{ status: 'accepted' }, { status: 'accepted' }],
    });
    await step(office, 'closeRecheck');

    // The office commits, the auditor gives the second value, the office reveals.
    const secret = randomBytes(32).toString('hex');
    const secretHash = createHash('sha256').update(secret).digest('hex');
    ok(await office.post(`${path}/draws`, { members: 5, secretHash }), 201);
    ok(await auditor.post(`${path}/draws/1/value`, { value: '二十八日开奖号码 3 14 15' }));
    ok(await office.post(`${path}/draws/1/reveal`, { secret }));
    expect((await step(office, 'draw')).status).toBe('EXPERTS_DRAWN');
    const drawn = ok(await office.get(`${path}/experts`)).as(drawnExpertList).items;
    const accountOf = new Map(
      drawn.map(({ id: expert, name }) => [expert, demoPeople.find((each) => each.name === name)?.account ?? '']),
    );
    const clientOf = async (expert: string) => await world.as(accountOf.get(expert) ?? '');
    for (const { id: expert } of drawn) ok(await (await clientOf(expert)).post(`${path}/recusals`, { scope: 'none' }));
    await step(office, 'settleRecusals');

    await world.moveTo('2024-10-10T09:00');
    const members = drawn.filter(({ seat }) => seat === 'member').map(({ id: expert }) => expert);
    const [chair = ''] = members;
    expect((await step(office, 'openMeeting', { present: members, chair })).status).toBe('IN_SESSION');
    expect((await (await world.as('zhang-wei')).act(passing, 'withdraw', { reason: '个人原因' })).status).toBe(409);
    for (const expert of members) {
      const client = await clientOf(expert);
      for (const application of nos) {
        for (const kind of ['quantified', 'defence'])
          ok(await client.post(`${path}/sheets`, { application, kind, points: '80.25' }));
        ok(await client.post(`${path}/opinions`, { application, text: '业绩真实，水平较高。' }));
      }
    }

    const [first, other] = [newKeyPair(), newKeyPair()];
    ok(await second.post(`${path}/custodians`, { publicKey: base64(first.publicKey) }));
    ok(await auditor.post(`${path}/custodians`, { publicKey: base64(other.publicKey) }));
    expect((await step(office, 'openBallot')).ballot).toMatchObject({ open: true, ready: 2, waiting: 0 });
    for (const [place, expert] of members.entries()) {
      const ballots = [
        { application: passing, vote: place < 4 ? 'agree' : 'against' },
        { application: failing, vote: place < 3 ? 'agree' : 'abstain' },
      ];
      ok(await (await clientOf(expert)).post(`${path}/ballots`, { ballots }));
    }
    await step(office, 'closeBallot');
    ok(await second.post(`${path}/ballots/release`, { privateKey: base64(first.privateKey) }));
    ok(await auditor.post(`${path}/ballots/count`, { privateKey: base64(other.privateKey) }));
    const counted = ok(await office.get(path)).as(sessionView);
    expect(counted.results).toMatchObject({ reviewed: 2, passed: 1 });

    const signed = await step(await clientOf(chair), 'signMinutes', {});
    expect(signed.status).toBe('MINUTES_SIGNED');
    // The results reach the applications by intents of their own, and only those who passed are posted.
    await until('both results', async () => {
      const [failed, passed] = [await office.view(failing), await office.view(passing)];
      return failed.outcome === 'NOT_PASSED' && passed.stage.key === 'RESULT_PUBLICITY';
    });
    await step(office, 'publishResults');
    await office.does(passing, 'postPublicity');
    const early = await office.post(`${path}/actions/announceResults`);
    expect(early.as(problemSchema)).toMatchObject({ status: 409, code: 'NOT_OPENED' });
    await world.moveTo('2024-10-17T09:00');
    expect((await office.view(passing)).stage.key).toBe('CERTIFIED');
    expect((await step(office, 'announceResults')).announcedOn).toBe('2024-10-17');
    await step(await world.as('organiser-diit'), 'confirm');
    expect((await step(office, 'archive')).status).toBe('ARCHIVED');
    await office.does(passing, 'certify', { certificate: 'LN-2024-0001' });
    const certificate = ok(await office.get(`/v1/applications/${passing}/certificate`)).body as {
      readonly link: string;
    };
    expect(ok(await world.anyone.get(certificate.link)).body).toMatchObject({ state: 'valid' });
  });
});
