import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordOutcome } from '../../../db/intents/outcomes.ts';
import { acceptance, claimOf, deadlineAt, IntentStore, refused } from './intent-store.ts';

let store: IntentStore;

beforeAll(async () => {
  store = await IntentStore.open();
});
afterAll(() => store.close());

/** What is written of an application. */
async function written(no: string) {
  const { sql } = store.db;
  const [row] = await sql<{ seq: number; timeline: number | null; due: string | null; deadlines: number }[]>`
    select seq, timeline_version as timeline, to_ms(due_at)::text as due,
           (select count(*)::integer from deadlines d where d.no = a.no) as deadlines from applications a where no = ${no}`;
  const events = await sql<
    { seq: number; intent: string }[]
  >`select seq, intent from events where no = ${no} order by seq`;
  return { ...row, events: events.map(({ seq }) => seq) };
}

describe('the outcome of an intent', () => {
  it('is written with its events, the read model and the deadlines', async () => {
    const no = await store.draft();
    const { intent } = await store.record(no);
    const dueAt = Date.parse('2024-07-20T00:00+08:00');
    const accepted = acceptance(intent.id, { events: 2, deadlines: [deadlineAt(dueAt)] });
    expect(await recordOutcome(store.db, accepted)).toEqual({
      status: 'written',
      accepted: true,
      outcome: { seq: 2, warnings: [] },
    });
    expect(await written(no)).toEqual({ seq: 2, timeline: 1, due: String(dueAt), deadlines: 1, events: [1, 2] });
    const next = await store.record(no);
    await recordOutcome(store.db, acceptance(next.intent.id, { before: 2, events: 1 }));
    expect(await written(no)).toEqual({ seq: 3, timeline: 1, due: null, deadlines: 0, events: [1, 2, 3] });
  });

  it('that is a refusal changes nothing of the application', async () => {
    const no = await store.draft();
    const { intent } = await store.record(no);
    const before = await written(no);
    expect(await recordOutcome(store.db, refused(intent.id))).toMatchObject({ status: 'written', accepted: false });
    expect(await written(no)).toEqual(before);
  });

  it('is the first finisher’s; every later one is told what stands', async () => {
    const no = await store.draft();
    const { intent } = await store.record(no);
    await recordOutcome(store.db, acceptance(intent.id));
    const stands = { status: 'already', accepted: true, outcome: { seq: 1, warnings: [] } };
    expect(await recordOutcome(store.db, acceptance(intent.id))).toEqual(stands);
    expect(await recordOutcome(store.db, refused(intent.id))).toEqual(stands);
    expect((await written(no)).events).toEqual([1]);
  });

  it('is written once when ten finish at once', async () => {
    const no = await store.draft();
    const { intent } = await store.record(no);
    const all = await Promise.all(Array.from({ length: 10 }, () => recordOutcome(store.db, acceptance(intent.id))));
    expect(all.filter(({ status }) => status === 'written')).toHaveLength(1);
    expect(all.filter(({ status }) => status === 'already')).toHaveLength(9);
    expect(await written(no)).toMatchObject({ seq: 1, events: [1] });
  });

  it.each([
    ['from an older state', { before: 0, events: 1 }],
    ['with an event too few', { before: 2, events: 0 }],
    ['with a gap', { before: 2, events: 1 }],
  ])('is not written %s: the intent stays open and the claims and events as they were', async (_, reached) => {
    const no = await store.draft();
    const first = await store.record(no);
    await recordOutcome(store.db, acceptance(first.intent.id));
    const key = randomUUID();
    const { intent } = await store.record(no, { claims: [claimOf(no, key)] });
    const wrong = acceptance(intent.id, reached);
    await expect(recordOutcome(store.db, wrong)).rejects.toMatchObject({ code: 'ZC002' });
    expect(await written(no)).toMatchObject({ seq: 1, events: [1] });
    expect(await store.claims(key)).toEqual([[no, intent.id]]);
    expect(await store.db.sql`select 1 from intents where id = ${intent.id} and outcome is null`).toHaveLength(1);
  });

  it('of an unknown intent is a defect of the caller', async () => {
    await expect(recordOutcome(store.db, refused(randomUUID()))).rejects.toMatchObject({ code: 'ZC003' });
  });
});

describe('an outcome computed by dates that moved meanwhile', () => {
  it('is not written but answered with the newer timeline, then written by it; a refusal needs no dates', async () => {
    const own = await IntentStore.open();
    try {
      const [no, other] = [await own.draft(), await own.draft()];
      const { intent } = await own.record(no);
      const refusing = await own.record(other);
      await own.moveTimeline(2);
      expect(await recordOutcome(own.db, acceptance(intent.id))).toEqual({
        status: 'timelineMoved',
        timeline: { version: 2, body: { version: 2 } },
      });
      expect(await own.db.sql`select 1 from events where no = ${no}`).toHaveLength(0);
      const again = acceptance(intent.id, { timelineVersion: 2 });
      expect(await recordOutcome(own.db, again)).toMatchObject({ status: 'written' });
      expect(await recordOutcome(own.db, refused(refusing.intent.id))).toMatchObject({ status: 'written' });
    } finally {
      await own.close();
    }
  });
});

describe('the notices of an outcome', () => {
  it('go to the applicant and to who is granted the audience’s role for the unit, in the same world, once though they have several of the roles', async () => {
    const { sql } = store.db;
    const no = await store.draft();
    const [own] = await sql<{ person: string; unit: string }[]>`select person, unit from applications where no = ${no}`;
    const [hr] = await sql<{ id: string }[]>`
      insert into people (subject, name_enc) values (${randomUUID()}, '\\x00') returning id`;
    const elsewhere = await store.world(0);
    const [stranger] = await sql<{ id: string }[]>`
      insert into people (world, subject, name_enc) values (${elsewhere}, ${randomUUID()}, '\\x00') returning id`;
    for (const person of [hr?.id ?? '', stranger?.id ?? '']) {
      for (const role of ['unitHr', 'unitAssessmentGroup'])
        await sql`insert into grants (person, role, scope) values (${person}, ${role}, ${`unit:${own?.unit}`})`;
    }
    const { intent } = await store.record(no);
    const notice = { seq: 1, template: 'submitted', params: {} };
    const notices = ['applicant', 'unitHr', 'unitAssessmentGroup'].map((audience) => ({ ...notice, audience }));
    await recordOutcome(store.db, acceptance(intent.id, { notices }));
    const rows = await sql<{ person: string }[]>`select person from notices where no = ${no} order by id`;
    expect(rows.map(({ person }) => person)).toEqual([own?.person, hr?.id]);
  });
});
