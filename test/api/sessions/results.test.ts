import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { inboxView } from '../../../api/people/notices-schemas.ts';
import { act } from '../../../commands/intents/act.ts';
import { liaoningDiit2024 as programme } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { liaobei } from '../../../ops/demo/people.ts';
import { certified } from '../../../ops/lives/liaoning/certified.ts';
import { handsOver, receives, untilApproved } from '../../../ops/lives/liaoning/steps.ts';
import { startCourier } from '../../support/courier.ts';
import { countedSession } from '../../support/sessions.ts';
import { until } from '../../support/until.ts';
import { walker } from '../lives/play.ts';
import { type ApiClient, type ApiWorld, TestService } from '../service.ts';

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

const supervisor = randomUUID();

/** Two applications of Liaoning that wait for the committee. */
async function waiting(world: ApiWorld): Promise<readonly [string, string]> {
  const both = [
    await walker(world, liaobei, { life: certified, by: 'zhang-wei' }),
    await walker(world, liaobei, { life: certified, by: 'li-na' }),
  ] as const;
  for (const step of [...untilApproved, handsOver, receives]) for (const { takes } of both) await takes(step);
  const office = await world.as('office-diit');
  for (const { no } of both) await office.does(no, 'confirmDossier');
  return [both[0].no, both[1].no];
}

/** The session of both, at the day of the world: the first passes with 12 of 17, the second fails with 11. */
const held = (world: ApiWorld, [passes, fails]: readonly [string, string], meetingOn: string) =>
  countedSession(service.backend.deps, {
    programme,
    committee: 'ln-diit-office',
    world: world.id,
    meetingOn,
    results: [
      { application: passes, passed: true, agree: 12, quantified: 8_000, defence: 9_000, composite: 8_400 },
      { application: fails, passed: false, agree: 11, quantified: 7_000, defence: 7_050, composite: 7_020 },
    ],
  });

const signed = (session: string, chair: string) =>
  act(
    service.backend.deps,
    {
      no: session,
      action: 'signMinutes',
      by: { person: chair, role: 'expert' },
      data: { minutes: 'm'.repeat(64) },
      keyHash: `minutes of ${session}`,
      fingerprint: 'minutes',
    },
    3_000,
  );

const delivered = (session: string) => async () => {
  const [row] = await service.services.db.sql<{ left: number }[]>`
    select count(*)::integer as left from session_results where session = ${session} and delivered is null`;
  return row?.left === 0;
};

it('A-37: reach their applications once, whoever was away meanwhile, and tell the applicant no more than passed or not', {
  timeout: 240_000,
}, async () => {
  const world = await service.world('2024-07-01T09:00');
  const both = await waiting(world);
  const { no: session, chair } = await held(world, both, '2024-08-07');
  const byHand = await (await world.as('office-diit')).act(both[0], 'recordResult', { passed: true });
  expect([byHand.status, byHand.body]).toMatchObject([409, { code: 'SESSION_OPENED', readings: ['A-39'] }]);
  // Nobody decides for an hour: the minutes are recorded, and everything follows when the worker is back.
  await service.backend.stopWorker();
  expect(await signed(session, chair)).toMatchObject({ kind: 'recorded' });
  expect(await signed(session, chair)).toMatchObject({ kind: 'recorded' });
  await service.backend.startWorker();
  await until('the minutes', async () => (await signed(session, chair)).kind === 'finished', 60_000);
  await until('both results', delivered(session), 60_000);
  const [zhang, li] = [await world.as('zhang-wei'), await world.as('li-na')];
  expect(await zhang.view(both[0])).toMatchObject({ stage: { key: 'RESULT_PUBLICITY' }, outcome: null, pending: [] });
  expect(await li.view(both[1])).toMatchObject({ outcome: 'NOT_PASSED' });
  const resultIn = async (no: string, account: string) => {
    const client = await world.as(account);
    const { items } = (await client.get(`/v1/applications/${no}/events?limit=200`)).as(eventPage);
    return items.filter(({ name }) => name === 'resultRecorded').map(({ data, by }) => ({ by, ...data }));
  };
  expect(await resultIn(both[0], 'zhang-wei')).toEqual([{ by: 'system', passed: true }]);
  expect(await resultIn(both[1], 'li-na')).toEqual([{ by: 'system', passed: false }]);
  expect(await resultIn(both[0], 'office-diit')).toMatchObject([
    { quantified: 8_000, defence: 9_000, composite: 8_400 },
  ]);
  const keys = await service.services.db.sql<{ key: string }[]>`
    select key_hash as key from intents where action = 'recordSessionResult' order by key_hash`;
  expect(keys.map(({ key }) => key)).toEqual(both.map((no) => `result/${session.slice(8)}/1/${no}`).sort());

  const [text] = await service.services.db.sql<{ id: string }[]>`select gen_random_uuid() as id`;
  const voided = await act(service.backend.deps, {
    no: session,
    action: 'void',
    by: { person: supervisor, role: programme.session?.supervises[0] ?? 'auditor' },
    data: { text: text?.id },
  });
  expect(voided).toMatchObject({ kind: 'finished', accepted: true });
  const stageOf = async (client: ApiClient, no: string) => (await client.view(no)).stage.key;
  await until('both wait again', async () => {
    const stages = [await stageOf(zhang, both[0]), await stageOf(li, both[1])];
    return stages.every((stage) => stage === 'COMMITTEE_REVIEW');
  });
  expect(await li.view(both[1])).toMatchObject({ outcome: null, open: true });
  for (const client of [zhang, li]) {
    const { items } = (await client.get('/v1/notices')).as(inboxView);
    expect(items.map(({ template }) => template)).toContain('resultVoided');
  }
  expect(service.backend.alarms).toEqual([]);
});
