import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { rosterPage } from '../../../api/sessions/roster-schemas.ts';
import { sessionView } from '../../../api/sessions/sessions-schemas.ts';
import { demoPersonId } from '../../../db/worlds/demo-worlds.ts';
import { checkInvariants } from '../../support/invariants.ts';
import { untilDossier } from '../lives/liaoning.ts';
import { type ApiWorld, TestService } from '../service.ts';
import { accepting, planned, takes } from './meeting.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const of = { programme: 'liaoning-diit-2024', committee: 'ln-diit-office' };

/** Five experts of the committee, drawn for a session as a revealed draw leaves them; every one of them has declared. */
async function drawn(world: ApiWorld, session: string): Promise<readonly string[]> {
  const { db, vault } = service.services;
  const office = demoPersonId(vault, 'office-diit', world.id);
  const rows = await db.sql<{ id: string }[]>`
    insert into experts (world, programme, committee, name_enc, name_hash, title, level, specialty, unit_name, origin, chair, term_from, term_until, by_person)
    select ${world.id}::uuid, ${of.programme}, ${of.committee}, '\\x00', gen_random_uuid()::text, '正高级工程师', 'fullSenior', 'robotics', '某大学', 'university',
           case when n = 1 then 'chair' end, '2024-01-01', '2026-12-31', ${office}::uuid from generate_series(1, 5) n returning id`;
  const members = rows.map(({ id }) => id);
  const hash = 'a'.repeat(64);
  await db.sql`
    insert into session_draws (session, n, pool, pool_hash, secret_hash, committed_by, drawn, revealed_at)
    values (${session}, 1, '{}', ${hash}, ${hash}, ${office}, ${JSON.stringify({ members, alternates: [] })}::text::jsonb, now())`;
  await db.sql`
    insert into session_experts (session, expert, draw, place, seat, declared_at)
    select ${session}, m, 1, row_number() over (), 'member', now() from unnest(${members as string[]}::uuid[]) m`;
  return members;
}

/** A session of one application on the day of its meeting, 2024-10-21, with everything there for its opening. */
async function dayOfMeeting() {
  const world = await service.world('2024-07-01T09:00');
  const office = await world.as('office-diit');
  const no = await untilDossier(world);
  await office.does(no, 'confirmDossier');
  const path = await planned(office, { ...of, meetingOn: '2024-10-21' });
  await accepting(office, path);
  await office.post(`${path}/roster`, { applications: [no] });
  await takes(office, path, 'closeRecheck');
  const present = await drawn(world, path.replace('/v1/sessions/', 'session/'));
  await takes(office, path, 'draw');
  await takes(office, path, 'settleRecusals');
  await world.moveTo('2024-10-21T09:00');
  const open = () => office.post(`${path}/actions/openMeeting`, { present, chair: present[0] });
  return { world, office, applicant: await world.as('zhang-wei'), no, path, open };
}

describe('the opening of a meeting', () => {
  it('A-39 freezes its roster: a withdrawal after it is refused, and its application is reviewed', async () => {
    const { office, applicant, no, path, open } = await dayOfMeeting();
    expect((await open()).as(sessionView)).toMatchObject({ status: 'IN_SESSION', roster: 1, present: 5, members: 5 });
    expect((await applicant.act(no, 'withdraw')).as(problemSchema).code).toBe('SESSION_OPENED');
    expect((await office.get(`${path}/roster`)).as(rosterPage).items).toMatchObject([{ no, frozen: true }]);
    expect((await office.post(`${path}/actions/cancel`, { reason: '评委人数不足' })).status).toBe(409);
  });

  it.each(['withdrawal', 'opening'])(
    'A-39 at once with a withdrawal, sent first: %s, one of the two counts',
    async (first) => {
      const { applicant, no, path, office, open } = await dayOfMeeting();
      const key = randomUUID();
      const withdraw = () => applicant.act(no, 'withdraw', {}, { key });
      const [one, two] = first === 'opening' ? [open(), withdraw()] : [withdraw(), open()];
      const answers = await Promise.all([one, two]);
      const [opened, withdrawn] = first === 'opening' ? answers : answers.toReversed();
      const outcome = (await applicant.view(no)).outcome;
      if (opened?.status === 200) {
        expect([withdrawn?.status, outcome]).toEqual([409, null]);
        expect(withdrawn?.as(problemSchema).code).toBe('SESSION_OPENED');
        expect((await office.get(path)).as(sessionView).roster).toBe(1);
      } else {
        expect([withdrawn?.status, outcome]).toEqual([200, 'WITHDRAWN']);
        expect(opened?.as(problemSchema).code).toBe('NO_RESULTS');
        expect((await office.get(`${path}/roster`)).as(rosterPage).count).toBe(0);
      }
      expect((await withdraw()).status, 'the same key').toBe(withdrawn?.status);
      await checkInvariants(service.backend);
    },
  );
});
