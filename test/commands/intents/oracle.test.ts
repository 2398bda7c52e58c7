import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { posted } from '../../lives/walks.ts';
import { checkHistories } from '../../support/histories.ts';
import { checkInvariants } from '../../support/invariants.ts';
import { type TestCase, TestLine } from '../../support/line.ts';

describe('the oracle of every crash test', () => {
  let line: TestLine;
  let one: TestCase;

  beforeEach(async () => {
    line = await TestLine.open();
    one = await posted(await line.world('2024-07-08T09:00'));
    await checkInvariants(line);
    await checkHistories(line.deps);
  });
  afterEach(() => line.close());

  type Bug = readonly [name: string, break_: (line: TestLine, no: string) => Promise<unknown>];
  const bugs: readonly Bug[] = [
    ['a lost event', ({ deps }, no) => deps.db.sql`delete from events where no = ${no} and seq = 3`],
    [
      'a lost last event',
      ({ deps }, no) =>
        deps.db.sql`delete from events where no = ${no} and seq = (select seq from applications where no = ${no})`,
    ],
    [
      'an event that says something else',
      ({ deps }, no) =>
        deps.db
          .sql`update events set at = at + interval '1 ms' where no = ${no} and seq = (select seq from applications where no = ${no})`,
    ],
    [
      'an intent without an outcome',
      ({ deps }, no) => deps.db.sql`update intents set outcome = null, accepted = null where no = ${no} and n = 2`,
    ],
    ['a gap in the line', ({ deps }, no) => deps.db.sql`update intents set n = 9 where no = ${no} and n = 4`],
    [
      'a read model that lags',
      ({ deps }, no) =>
        deps.db.sql`update applications set snapshot = jsonb_set(snapshot, '{stage,phase}', '"open"') where no = ${no}`,
    ],
    [
      'a claim that a refused intent left',
      ({ deps }, no) => deps.db.sql`update intents set accepted = false where no = ${no} and n = 1`,
    ],
  ];

  it.each(bugs)('sees %s', async (_name, breaking) => {
    await breaking(line, one.no);
    await expect(checkInvariants(line)).rejects.toThrow();
  });

  it('sees what the workflow answered and nobody wrote down', async () => {
    await line.deps.db
      .sql`delete from events where no = ${one.no} and seq = (select seq from applications where no = ${one.no})`;
    await expect(checkHistories(line.deps)).rejects.toThrow(/events of/);
  });

  it('sees a read model that is not the last answer of the workflow', async () => {
    await line.deps.db.sql`update applications set snapshot = jsonb_set(snapshot, '{seq}', '99') where no = ${one.no}`;
    await expect(checkHistories(line.deps)).rejects.toThrow(/last answer of/);
  });
});
