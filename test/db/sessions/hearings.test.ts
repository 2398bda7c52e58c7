import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liaoningDiit2024 as liaoning } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { hasQuorum } from '../../../domain/session/quorum.ts';
import { TestBackend, type TestWorld } from '../../support/backend.ts';
import { Sitting } from './sitting.ts';

let backend: TestBackend;
let world: TestWorld;
beforeAll(async () => {
  backend = await TestBackend.open({ withoutWorker: true });
  world = await backend.world('2024-10-21T09:00');
});
afterAll(() => backend.close());

async function sitting(members: number, alternates = 0, count = 1): Promise<Sitting> {
  const drafts = await Promise.all(Array.from({ length: count }, () => world.draft()));
  return Sitting.open(backend.deps.db, {
    world: world.id,
    programme: liaoning,
    committee: 'ln-committee',
    members: Array.from({ length: members }, () => ({})),
    alternates: Array.from({ length: alternates }, () => ({})),
    applications: drafts.map(({ no }) => no),
    office: drafts[0]?.person ?? '',
  });
}

const hearings = async ({ no, db }: Sitting) =>
  await db.sql<{ application: string; voters: number; ready: boolean; quantified: number; opinions: number }[]>`
    select application, voters, ready, quantified, opinions from session_hearings(${no}) order by application`;

const substitutes = async ({ no, db, members }: Sitting) => {
  const rows = await db.sql<{ expert: string; substitute: string | null; present: boolean }[]>`
    select expert, substitute, present from session_experts where session = ${no}`;
  return members.map((id) => rows.find(({ expert }) => expert === id)?.substitute ?? null);
};

describe('the quorum of each application (A-37)', () => {
  it('is that of the members, with each recused expert not present, for all sizes', async () => {
    for (const members of [1, 3, 5, 7]) {
      const one = await sitting(members);
      const [application = ''] = one.applications;
      const seen: [number, boolean][] = [];
      for (const expert of [null, ...one.members]) {
        if (expert) await one.recuse(expert, application);
        const [row] = await hearings(one);
        seen.push([row?.voters ?? -1, row?.ready ?? false]);
      }
      const expected = Array.from({ length: members + 1 }, (_, recused) => {
        const present = members - recused;
        return [present, hasQuorum(liaoning.session?.quorum ?? { parts: 2, of: 3 }, { present, members })];
      });
      expect(seen).toEqual(expected);
    }
  });

  it('is lost for one application and not for another', async () => {
    const one = await sitting(5, 0, 2);
    const [first = '', second = ''] = one.applications.toSorted();
    for (const expert of one.members.slice(0, 2)) await one.recuse(expert, second);
    expect(await hearings(one)).toMatchObject([
      { application: first, voters: 5, ready: true },
      { application: second, voters: 3, ready: false },
    ]);
  });

  it('counts the sheets and opinions of the experts who are present and not recused', async () => {
    const one = await sitting(5);
    const [application = ''] = one.applications;
    const { sql } = one.db;
    const [person] = await sql<{ person: string }[]>`select person from applications where no = ${application}`;
    for (const [at, expert] of one.members.entries()) {
      for (const version of [1, 2])
        await sql`
          insert into session_sheets (session, application, expert, kind, version, points, items, by_person)
          values (${one.no}, ${application}, ${expert}, 'quantified', ${version}, 8000, '[]', ${person?.person ?? ''})`;
      if (at < 4)
        await sql`
          insert into session_opinions (session, application, expert, version, text_enc)
          values (${one.no}, ${application}, ${expert}, 1, '\\x00')`;
    }
    expect(await hearings(one)).toMatchObject([{ quantified: 5, opinions: 4 }]);
    await one.recuse(one.members[0] ?? '', application);
    await one.present(one.members.slice(0, 4));
    expect(await hearings(one)).toMatchObject([{ voters: 3, quantified: 3, opinions: 3, ready: false }]);
  });
});

describe('attendance', () => {
  it('seats alternates for absent members in the order of the draw, and frees the seats again', async () => {
    const one = await sitting(5, 3);
    const [a1 = '', a2 = '', a3 = ''] = one.alternates;
    await one.present([...one.members.slice(0, 3), a3, a1]);
    expect(await substitutes(one)).toEqual([null, null, null, a1, a3]);
    expect(await hearings(one)).toMatchObject([{ voters: 5, ready: true }]);
    await one.present([...one.members.slice(1), a2]);
    expect(await substitutes(one)).toEqual([a2, null, null, null, null]);
    await one.present(one.members.slice(0, 3));
    expect(await substitutes(one)).toEqual([null, null, null, null, null]);
    expect(await hearings(one)).toMatchObject([{ voters: 3, ready: false }]);
  });

  it('never makes an expert present who withdrew from the session', async () => {
    const one = await sitting(3);
    const [first = ''] = one.members;
    await one.db.sql`update session_experts set recused = true where session = ${one.no} and expert = ${first}`;
    await one.present(one.members);
    expect(await hearings(one)).toMatchObject([{ voters: 2 }]);
  });
});
