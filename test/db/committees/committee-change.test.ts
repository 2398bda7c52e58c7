import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findConcerned, type NewChange, recordCommitteeChange } from '../../../db/intents/committee-changes.ts';
import { recordOutcome } from '../../../db/intents/outcomes.ts';
import { acceptance, claimOf, IntentStore, intentOf } from '../intents/intent-store.ts';

const programme = 'test-programme';
const of = { series: 'engineering', specialty: 'robotics', level: 'deputySenior' } as const;
let store: IntentStore;
beforeAll(async () => {
  store = await IntentStore.open();
});
afterAll(() => store.close());

type Case = { readonly no: string; readonly key: string };

/** Applications of one unit that were accepted and bind it to the old committee, and the claim key they share. */
async function unitOf(count: number): Promise<{ unit: string; person: string; cases: Case[]; key: string }> {
  const { sql } = store.db;
  const key = randomUUID();
  const nos = await Promise.all(Array.from({ length: count }, () => store.draft()));
  const [first] = await sql<
    { unit: string; person: string }[]
  >`select unit, person from applications where no = ${nos[0] ?? ''}`;
  if (!first) throw new Error('there is no application');
  await sql`update applications set unit = ${first.unit}, committee = 'old' where no = any(${nos})`;
  const cases = await Promise.all(nos.map((no) => held(no, { kind: 'committeeOfUnit', key })));
  return { ...first, cases, key };
}

async function held(no: string, { kind, key }: { kind: string; key: string }): Promise<Case> {
  const { intent } = await store.record(no, { claims: [{ ...claimOf('old', key), kind }] });
  await recordOutcome(store.db, acceptance(intent.id));
  return { no, key };
}

/** A change of all of them as they are read now. */
async function changeOf(unit: string, person: string, over: Partial<NewChange> = {}): Promise<NewChange> {
  const rows = await findConcerned(store.db, null, { of: { ...of, programme, unit }, limit: 100 });
  return {
    world: null,
    programme,
    timeline: 1,
    until: Date.now() + 3_600_000,
    from: 'old',
    to: 'new',
    routing: { ...of, unit, destination: 'here', person },
    cases: rows.map(({ no, line }) => ({ no, line })),
    intents: rows.map(({ no }) => intentOf(no, { action: 'moveCommittee' })),
    drafts: [],
    ...over,
  };
}

const values = async (key: string) => {
  const rows = await store.db.sql<{ value: string }[]>`select value from claims where key = ${key}`;
  return rows.map(({ value }) => value);
};
const openMoves = async (unit: string) => {
  const rows = await store.db.sql`
    select 1 from intents i join applications a on a.no = i.no where a.unit = ${unit} and i.action = 'moveCommittee'`;
  return rows.length;
};

describe('a change of the committee of a unit, as it is recorded (A-26)', () => {
  it('moves the claims of all and records one intent for each', async () => {
    const { unit, person, key } = await unitOf(3);
    const recorded = await recordCommitteeChange(store.db, await changeOf(unit, person));
    expect(recorded).toMatchObject({ status: 'recorded', intents: [{}, {}, {}] });
    expect(await values(key)).toEqual(['new', 'new', 'new']);
    expect(await openMoves(unit)).toBe(3);
  });

  it.each([
    ['one has an open intent', async ({ cases }: { cases: Case[] }) => void (await store.record(cases[1]?.no ?? ''))],
    [
      'something happened to one',
      async ({ cases }: { cases: Case[] }) => {
        const { intent } = await store.record(cases[1]?.no ?? '');
        await recordOutcome(store.db, acceptance(intent.id, { before: 1 }));
      },
    ],
    [
      'one more came',
      async ({ unit }: { unit: string }) => {
        const no = await store.draft();
        await store.db.sql`update applications set unit = ${unit} where no = ${no}`;
      },
    ],
  ])('records nothing of any where %s since they were read', async (_, meanwhile) => {
    const read = await unitOf(3);
    const change = await changeOf(read.unit, read.person);
    await meanwhile(read);
    expect(await recordCommitteeChange(store.db, change)).toEqual({ status: 'versionConflict' });
    expect(await values(read.key)).toEqual(['old', 'old', 'old']);
    expect(await openMoves(read.unit)).toBe(0);
  });

  it('records nothing after the day or by the dates it was not judged by', async () => {
    const { unit, person, key } = await unitOf(1);
    for (const over of [{ until: Date.now() - 1 }, { timeline: 0 }])
      expect(await recordCommitteeChange(store.db, await changeOf(unit, person, over))).toEqual({
        status: 'versionConflict',
      });
    expect(await values(key)).toEqual(['old']);
  });

  it('records nothing where another application of a person stays with the old committee at the level (LYG-4.0-c)', async () => {
    const { unit, person, cases, key } = await unitOf(2);
    const level = { kind: 'committeeOfLevel', key: randomUUID() };
    const no = cases[0]?.no ?? '';
    const { intent } = await store.record(no, { claims: [{ ...claimOf('old', level.key), kind: level.kind }] });
    await recordOutcome(store.db, acceptance(intent.id, { before: 1 }));
    const elsewhere = await store.draft();
    await store.db.sql`update applications set committee = 'old' where no = ${elsewhere}`;
    await held(elsewhere, level);
    const change = await changeOf(unit, person);
    const taken = { status: 'taken', kind: 'committeeOfLevel', no: elsewhere };
    expect(await recordCommitteeChange(store.db, change)).toEqual(taken);
    expect(await values(key)).toEqual(['old', 'old']);

    // An application that only shares the claim, allowed by the title office, is moved too.
    await store.db.sql`update applications set committee = 'third' where no = ${elsewhere}`;
    expect(await recordCommitteeChange(store.db, change)).toMatchObject({ status: 'recorded' });
    expect(await values(level.key)).toEqual(['new', 'new']);
  });

  it('twice at once is recorded once, ten rounds', async () => {
    for (let round = 0; round < 10; round++) {
      const { unit, person } = await unitOf(3);
      const change = await changeOf(unit, person);
      const both = await Promise.all([
        recordCommitteeChange(store.db, change),
        recordCommitteeChange(store.db, change),
      ]);
      expect(both.map(({ status }) => status).toSorted(), `round ${round}`).toEqual(['recorded', 'versionConflict']);
      expect(await openMoves(unit)).toBe(3);
    }
  });
});
