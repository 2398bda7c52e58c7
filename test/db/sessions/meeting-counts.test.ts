import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liaoningDiit2024 as liaoning } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { writeCount } from '../../../db/sessions/ballot/counting.ts';
import type { CountName } from '../../../db/sessions/counts.ts';
import { hearingsOf } from '../../../db/sessions/meeting/hearings.ts';
import { sheetsOf } from '../../../db/sessions/meeting/sheets.ts';
import { readSessionFacts } from '../../../db/sessions/session-facts.ts';
import { transaction } from '../../../db/transaction.ts';
import type { SessionData } from '../../../domain/session/session.ts';
import { TestBackend, type TestWorld } from '../../support/backend.ts';
import { Sitting } from './sitting.ts';

let backend: TestBackend;
let world: TestWorld;
beforeAll(async () => {
  backend = await TestBackend.open();
  world = await backend.world('2024-07-10T09:00');
});
afterAll(() => backend.close());

/** A session of one application that was submitted, heard with a defence at 60/40; the person of the chair is its applicant’s, for want of another account. */
async function sitting(members: number, alternates = 0): Promise<Sitting & { readonly person: string }> {
  const one = await world.draft();
  await one.does('submit', 'applicant');
  const sat = await Sitting.open(backend.deps.db, {
    world: world.id,
    programme: liaoning,
    committee: liaoning.office,
    members: Array.from({ length: members }, (_, at) =>
      at === 0 ? { chair: 'chair' as const, person: one.person } : {},
    ),
    alternates: Array.from({ length: alternates }, () => ({})),
    applications: [one.no],
    office: one.person,
  });
  return Object.assign(sat, { person: one.person });
}

async function counted(
  sat: Sitting,
  names: readonly CountName[],
  data: SessionData = {},
  person: string = randomUUID(),
) {
  const key = { programme: liaoning.id, committee: liaoning.office, world: world.id };
  const facts = await readSessionFacts(sat.db, key, { names, of: { session: sat.no, data, person } });
  return facts.counted;
}

/** What the outcome of a step changes. */
const step = async (
  { db, no }: Sitting,
  name: string,
  data: object,
  { person, corrections = 0 }: { person?: string; corrections?: number } = {},
) => {
  const outcome = {
    events: [{ name, data, by: { person } }],
    snapshot: { status: 'IN_SESSION', corrections: Array(corrections).fill({}) },
  };
  await db.sql`select project_session(${no}, ${JSON.stringify(outcome)}::text::jsonb)`;
};

describe('who has a seat', () => {
  it('is whoever was drawn and did not withdraw, and as many alternates as members are away', async () => {
    const sat = await sitting(5, 2);
    const { members, alternates } = sat;
    const strangers = async (present: readonly string[]) => (await counted(sat, ['strangers'], { present })).strangers;
    expect(await strangers(members)).toBe(0);
    expect(await strangers([...members, randomUUID()])).toBe(1);
    expect(await strangers([...members, ...alternates])).toBe(2);
    expect(await strangers([...members.slice(1), ...alternates])).toBe(1);
    expect(await strangers([...members.slice(2), ...alternates])).toBe(0);
    await sat.db
      .sql`update session_experts set recused = true where session = ${sat.no} and expert = ${members[0] ?? ''}`;
    expect(await strangers(members)).toBe(1);
  });

  it('is written by the steps, and so is who presides', async () => {
    const sat = await sitting(5, 1);
    await step(sat, 'openMeeting', { present: sat.members.slice(0, 3) });
    expect(await hearingsOf(sat.db, sat.no)).toMatchObject([{ voters: 3, ready: false }]);
    expect(await counted(sat, ['ready', 'waiting'])).toEqual({ ready: 0, waiting: 1 });
    await step(sat, 'recordAttendance', { present: [...sat.members.slice(0, 3), sat.alternates[0]] });
    expect(await counted(sat, ['ready', 'waiting'])).toEqual({ ready: 1, waiting: 0 });
    const [chair, second] = sat.members;
    expect(await counted(sat, ['presides'], { chair: chair ?? '' })).toEqual({ presides: true });
    expect(await counted(sat, ['presides'], { chair: second ?? '' })).toEqual({ presides: false });
    await sat.state({ chair: chair ?? null });
    expect(await counted(sat, ['presides'], {}, sat.person)).toEqual({ presides: true });
    expect(await counted(sat, ['presides'])).toEqual({ presides: false });
  });
});

describe('what is missing before the vote', () => {
  it('is each sheet of each expert who votes, and the opinions that the rules ask; nothing of who was absent', async () => {
    const sat = await sitting(5);
    const [application = ''] = sat.applications;
    expect(await counted(sat, ['missing'])).toEqual({ missing: { sheets: 10, opinions: 3 } });
    for (const expert of sat.members.slice(0, 2)) {
      await sat.db.sql`
        insert into session_opinions (session, application, expert, version, text_enc) values (${sat.no}, ${application}, ${expert}, 1, '\\x00')`;
      for (const kind of ['quantified', 'defence'])
        await sat.db.sql`
          insert into session_sheets (session, application, expert, kind, version, points, items, by_person)
          values (${sat.no}, ${application}, ${expert}, ${kind}, 1, 8000, '[]', ${sat.person})`;
    }
    expect(await counted(sat, ['missing'])).toEqual({ missing: { sheets: 6, opinions: 1 } });
    await sat.recuse(sat.members[4] ?? '', application);
    expect(await counted(sat, ['missing'])).toEqual({ missing: { sheets: 4, opinions: 1 } });
    await sat.db.sql`update session_roster set absent = true where session = ${sat.no}`;
    expect(await counted(sat, ['missing'])).toEqual({ missing: { sheets: 0, opinions: 0 } });
  });
});

describe('a correction', () => {
  it('of a score is a new version with its number, and says whose entry it corrects', async () => {
    const sat = await sitting(5);
    const [application = ''] = sat.applications;
    const [expert = ''] = sat.members;
    const sheet = { application, expert, kind: 'quantified' as const, points: 8250 };
    const score: SessionData = { what: 'score', sheet };
    expect(await counted(sat, ['enteredBy'], score)).toEqual({ enteredBy: null });
    await sat.db.sql`
      insert into session_sheets (session, application, expert, kind, version, points, items, by_person)
      values (${sat.no}, ${application}, ${expert}, 'quantified', 1, 825, '[]', ${sat.person})`;
    expect(await counted(sat, ['enteredBy'], score)).toEqual({ enteredBy: sat.person });
    await step(sat, 'correct', score, { person: sat.person, corrections: 2 });
    expect(await sheetsOf(sat.db, sat.no, application)).toMatchObject([
      { version: 1, points: 825, correction: null },
      { version: 2, points: 8250, correction: 2 },
    ]);
    expect((await hearingsOf(sat.db, sat.no))[0]?.sheets).toEqual([{ expert, kind: 'quantified', points: 8250 }]);
  });

  it('of the attendance seats who was really present', async () => {
    const sat = await sitting(3);
    expect(await counted(sat, ['enteredBy'], { what: 'attendance' })).toEqual({ enteredBy: null });
    await step(sat, 'correct', { what: 'attendance', present: sat.members.slice(0, 2) }, { corrections: 1 });
    expect(await hearingsOf(sat.db, sat.no)).toMatchObject([{ voters: 2 }]);
  });
});

describe('the result of an application', () => {
  it('has the averages of its sheets and the composite score beside the votes (LN-7-e)', async () => {
    const sat = await sitting(3);
    const [application = ''] = sat.applications;
    for (const [expert, quantified] of [
      [sat.members[0], 8000],
      [sat.members[1], 8001],
    ] as const)
      for (const [kind, points] of [
        ['quantified', quantified],
        ['defence', 9000],
      ] as const)
        await sat.db.sql`
          insert into session_sheets (session, application, expert, kind, version, points, items, by_person)
          values (${sat.no}, ${application}, ${expert ?? ''}, ${kind}, 1, ${points}, '[]', ${sat.person})`;
    const votes = { present: 3, agree: 2, against: 1, abstain: 0, blank: 0 };
    const result = { application, ...votes, passed: true, reason: null };
    await transaction(sat.db, (_, tx) =>
      writeCount(tx, { session: sat.no, round: 1 }, { votes: [], results: [result] }),
    );
    const [row] = await sat.db
      .sql`select quantified, defence, composite from session_results where session = ${sat.no}`;
    expect(row).toEqual({ quantified: 8001, defence: 9000, composite: 8401 });
  });
});
