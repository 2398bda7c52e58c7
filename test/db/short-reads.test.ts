import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCaller } from '../../db/people/callers.ts';
import { shortRead } from '../../db/short-reads.ts';
import { statementsDuring } from '../support/statements/statement-count.ts';
import { IntentStore } from './intents/intent-store.ts';

let store: IntentStore;
beforeAll(async () => {
  store = await IntentStore.open();
});
afterAll(() => store.close());

describe('reads that share a statement', () => {
  it('answer each question at its place, those of one turn of the event loop by one statement', async () => {
    const together: number[] = [];
    const square = shortRead(async (_, questions: readonly number[]) => {
      together.push(questions.length);
      return questions.map((n) => n * n);
    });
    const numbers = Array.from({ length: 450 }, (_, n) => n);
    expect(await Promise.all(numbers.map((n) => square(store.db, n)))).toEqual(numbers.map((n) => n * n));
    expect(together).toEqual([200, 200, 50]);
  });

  it('rest on a statement that began after they were asked for, however many are under way', async () => {
    let written = 0;
    const current = shortRead(async (_, questions: readonly number[]) => {
      const read = written;
      for (let turn = 0; turn < 10; turn += 1) await nextTurn();
      return questions.map(() => read);
    });
    const stale: number[] = [];
    const ask = async () => {
      written += 1;
      const asked = written;
      if ((await current(store.db, 0)) < asked) stale.push(asked);
    };
    const asking: Promise<void>[] = [];
    for (let each = 0; each < 200; each += 1) {
      asking.push(ask());
      if (each % 7 === 0) await nextTurn();
    }
    await Promise.all(asking);
    expect(stale).toEqual([]);
  });

  it('fail together where their statement fails, and not those after it', async () => {
    let broken = true;
    const read = shortRead(async (_, questions: readonly number[]) => {
      if (broken) throw new Error('away');
      return questions;
    });
    const failed = await Promise.allSettled([read(store.db, 1), read(store.db, 2)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await read(store.db, 3)).toBe(3);
  });
});

describe('callers and applications', () => {
  it('of several requests are read by one statement, each with its own', async () => {
    const { sql } = store.db;
    const [world, no] = [await store.world(Date.parse('2024-07-01T08:00+08:00')), await store.draft()];
    const [one, other] = [randomUUID(), randomUUID()];
    await sql`insert into people (world, subject, name_enc) values (null, ${one}, ''), (${world}, ${other}, '')`;
    await sql`insert into grants (person, role, scope) select id, 'unitHr', 'unit:u' from people where subject = ${other}`;
    const moved = await store.draft();
    await sql`update applications set world = ${world} where no = ${moved}`;
    const questions = [
      { subject: one, no },
      { subject: other, no: moved },
      { subject: 'nobody', no },
      { subject: one, no: 'NONE' },
      { subject: other, no: null },
    ];
    let found: Awaited<ReturnType<typeof findCaller>>[] = [];
    const sent = await statementsDuring(store.db, async () => {
      found = await Promise.all(questions.map((question) => findCaller(store.db, question)));
    });
    expect(sent.filter((statement) => statement.includes('unnest'))).toHaveLength(1);
    expect(found.map(({ holder }) => holder?.world)).toEqual([null, world, undefined, null, world]);
    expect(found.map(({ holder }) => holder?.grants)).toEqual([
      [],
      [{ role: 'unitHr', scope: 'unit:u' }],
      undefined,
      [],
      [{ role: 'unitHr', scope: 'unit:u' }],
    ]);
    expect(found.map(({ application }) => application?.no)).toEqual([no, moved, no, undefined, undefined]);
    const [real, inWorld] = found.map(({ application }) => application?.nowMs ?? 0);
    expect(Math.abs((real ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(Math.abs((inWorld ?? 0) - Date.parse('2024-07-01T08:00+08:00'))).toBeLessThan(60_000);
  });
});
