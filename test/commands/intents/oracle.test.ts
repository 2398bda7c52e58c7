import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ActRequest, act } from '../../../commands/intents/act.ts';
import { liaoningDiit2024 as liaoning } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { integrityNo, reserveCase } from '../../../db/applications/integrity.ts';
import { announcementNo } from '../../../db/committees/committee-years.ts';
import type { Role } from '../../../domain/programme/facts.ts';
import { brokenInvariants } from '../../../ops/operator/invariants.ts';
import { checkHistories } from '../../lives/histories/histories.ts';
import { posted, submitted } from '../../lives/walks.ts';
import { TestBackend, type TestCase } from '../../support/backend.ts';
import { checkInvariants } from '../../support/invariants.ts';

describe('the oracle of every crash test', () => {
  let backend: TestBackend;
  let one: TestCase;

  beforeEach(async () => {
    backend = await TestBackend.open();
    one = await posted(await backend.world('2024-07-08T09:00'));
    await checkInvariants(backend);
    await checkHistories(backend.deps);
  });
  afterEach(() => backend.close());

  type Bug = readonly [name: string, break_: (backend: TestBackend, no: string) => Promise<unknown>];
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
    [
      'a gap in the numbers of the intents',
      ({ deps }, no) => deps.db.sql`update intents set n = 9 where no = ${no} and n = 4`,
    ],
    [
      'a read model that lags',
      ({ deps }, no) =>
        deps.db.sql`update applications set snapshot = jsonb_set(snapshot, '{stage,phase}', '"open"') where no = ${no}`,
    ],
    [
      'a row that says another stage than its read model',
      ({ deps }, no) => deps.db.sql`update applications set stage = 'CERTIFICATE' where no = ${no}`,
    ],
    [
      'a claim that a refused intent left',
      ({ deps }, no) => deps.db.sql`update intents set accepted = false where no = ${no} and n = 1`,
    ],
  ];

  it.each(bugs)('sees %s', async (_name, breaking) => {
    await breaking(backend, one.no);
    await expect(checkInvariants(backend)).rejects.toThrow();
  });

  it('sees what the workflow answered and nobody wrote down', async () => {
    await backend.deps.db
      .sql`delete from events where no = ${one.no} and seq = (select seq from applications where no = ${one.no})`;
    await expect(checkHistories(backend.deps)).rejects.toThrow(/events of/);
  });

  it('sees a read model that is not the last answer of the workflow', async () => {
    await backend.deps.db
      .sql`update applications set snapshot = jsonb_set(snapshot, '{seq}', '99') where no = ${one.no}`;
    await expect(checkHistories(backend.deps)).rejects.toThrow(/last answer of/);
  });
});

describe('the oracle, of what is no application', () => {
  let backend: TestBackend;
  let one: TestCase;
  let caseNo: string;
  let notice: string;

  beforeEach(async () => {
    backend = await TestBackend.open();
    const world = await backend.world('2024-07-20T08:00');
    one = await submitted(world);
    const n = await reserveCase(backend.deps.db, one.no, randomUUID());
    caseNo = integrityNo(one.no, n);
    const [officer] = await backend.deps.db.sql<{ id: string }[]>`
      insert into people (subject, name_enc) values ('an officer', '\\x00') returning id`;
    const by = { person: officer?.id ?? '', role: 'committeeOffice' as Role };
    const does = async (request: Omit<ActRequest, 'by'>) =>
      expect(await act(backend.deps, { ...request, by }), request.action).toMatchObject({ accepted: true });
    const { integrity: rules } = liaoning;
    await does({ no: caseNo, action: 'open', data: { ground: 'objection', rules, text: randomUUID() } });
    await does({ no: caseNo, action: 'investigate', data: {} });
    await does({ no: caseNo, action: 'uphold', data: { looked: 'running', text: randomUUID() } });
    const committee = { programme: 'lianyungang-2024', committee: 'row-45', world: world.id };
    notice = announcementNo(committee);
    const entity = { kind: 'announcement', ...committee };
    const windows = [{ key: 'acceptance', opens: '2024-07-01', closes: '2024-08-31' }];
    await does({ no: notice, entity, action: 'proposeNotice', data: { windows } });
    await checkInvariants(backend);
  });
  afterEach(() => backend.close());

  type Bug = readonly [name: string, said: string, break_: (sql: TestBackend['deps']['db']['sql']) => Promise<unknown>];
  const bugs: readonly Bug[] = [
    [
      'another state of an integrity case',
      'its state is not the fold of its events',
      (sql) => sql`update entities set state = jsonb_set(state, '{status}', '"DISMISSED"') where no = ${caseNo}`,
    ],
    [
      'an event of an integrity case that says something else',
      'its state is not the fold of its events',
      (sql) => sql`update events set data = data || '{"ground": "report"}' where no = ${caseNo} and seq = 1`,
    ],
    [
      'another notice of a committee',
      'its state is not the fold of its events',
      (sql) => sql`update entities set state = jsonb_set(state, '{notice,status}', '"published"') where no = ${notice}`,
    ],
    [
      'a lost event of a committee',
      'its events do not run from 1 to 1',
      (sql) => sql`delete from events where no = ${notice}`,
    ],
    [
      'an application that does not show its case',
      'it does not show what its integrity cases did',
      (sql) => sql`update applications set integrity = null where no = ${one.no}`,
    ],
    [
      'another record in the archive',
      'its record in the archive is not the one decided',
      (sql) => sql`update integrity_records set body = jsonb_set(body, '{until}', '"2030-01-01"') where no = ${one.no}`,
    ],
    [
      'a lost record of the archive',
      'its record in the archive is not the one decided',
      (sql) => sql`delete from integrity_records where no = ${one.no}`,
    ],
  ];

  it.each(bugs)('sees %s', async (_name, said, breaking) => {
    await breaking(backend.deps.db.sql);
    expect(await brokenInvariants(backend.deps)).toContainEqual(expect.stringContaining(said));
  });
});
