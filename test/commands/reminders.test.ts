import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sweepReminders } from '../../commands/sweep-reminders.ts';
import { insertReminderNotices } from '../../db/notices/reminders.ts';
import { posted, settled, submitted } from '../lives/walks.ts';
import { TestBackend, type TestCase, type TestWorld } from '../support/backend.ts';
import { checkInvariants } from '../support/invariants.ts';
import { applyTimeline } from '../support/timeline.ts';

/** Somebody who acts in a role for a scope. */
async function acting(backend: TestBackend, world: TestWorld, [role, scope]: [string, string]): Promise<string> {
  const { sql } = backend.deps.db;
  const [person] = await sql<{ id: string }[]>`
    insert into people (world, subject, name_enc) values (${world.id}, ${randomUUID()}, '\\x00') returning id`;
  await sql`insert into grants (person, role, scope) values (${person?.id ?? ''}, ${role}, ${scope})`;
  return person?.id ?? '';
}

const office: [string, string] = ['committeeOffice', 'office:ln-diit-office'];

describe('the alarms of the stamped page, on the real way', () => {
  let backend: TestBackend;
  beforeAll(async () => {
    backend = await TestBackend.open();
  });
  afterEach(async () => {
    await settled(backend);
    await checkInvariants(backend);
    expect(backend.alarms).toEqual([]);
  });
  afterAll(() => backend.close());

  /** An application whose page waits to be sealed, last day 2024-08-07, with an officer of the committee’s office. */
  async function sealing(): Promise<{ world: TestWorld; one: TestCase; officer: string }> {
    const world = await backend.world('2024-07-08T09:00');
    const officer = await acting(backend, world, office);
    const one = await posted(world);
    await world.moveTo('2024-07-18T08:00');
    await one.does('submit', 'applicant');
    await one.does('pass', 'committeeOffice');
    return { world, one, officer };
  }

  const uploads = async (one: TestCase) => {
    await one.does('seal', 'unitHr');
    await one.does('seal', 'sealingAuthority');
    await one.does('uploadStampedPage', 'applicant');
  };

  /** The reminders that somebody has in the inbox, in the order of their days. */
  async function remindersOf(person: string, deadline = 'stampedPage'): Promise<string[]> {
    const rows = await backend.deps.db.sql<{ what: string }[]>`
      select to_char(about_at at time zone 'Asia/Shanghai', 'MM-DD') || ' ' || (params ->> 'stage') || ' D-' || (params ->> 'daysLeft') || ' of ' || (params ->> 'due') as what
        from notices where person = ${person} and template = 'deadlineNear' and deadline = ${deadline}
       order by about_at, due`;
    return rows.map(({ what }) => what);
  }

  it('LN-4.3-d: come once at D-2 and once at D-1, to whoever acts for the committee’s office, in the inbox and by mail (A-12)', async () => {
    const { world, one, officer } = await sealing();
    await world.moveTo('2024-08-04T23:59');
    expect(await remindersOf(officer)).toEqual([]);
    await world.moveTo('2024-08-05T00:01');
    expect(await remindersOf(officer)).toEqual(['08-05 AUTHORITY_SEALING D-2 of 2024-08-07']);
    await uploads(one);
    await world.moveTo('2024-08-06T09:00');
    await world.moveTo('2024-08-07T09:00');
    await insertReminderNotices(backend.deps.db);
    const both = ['08-05 AUTHORITY_SEALING D-2 of 2024-08-07', '08-06 STAMPED_PAGE_REVIEW D-1 of 2024-08-07'];
    expect(await remindersOf(officer)).toEqual(both);
    expect(await remindersOf(one.person), 'the page is on the desk of others').toEqual([]);
  });

  it('LN-4.3-d: do not come where the page was approved before, nor when it is over', async () => {
    const { world, one, officer } = await sealing();
    await uploads(one);
    await one.does('approve', 'committeeOffice');
    await world.moveTo('2024-08-06T09:00');
    expect(await remindersOf(officer)).toEqual([]);
  });

  it('LN-4.3-d: come on the way where the world is moved past the last day, each with its own day', async () => {
    const { world, one, officer } = await sealing();
    await world.moveTo('2024-08-09T09:00');
    expect((await one.row()).outcome).toBe('NOT_ACCEPTED');
    expect(await remindersOf(officer)).toEqual([
      '08-05 AUTHORITY_SEALING D-2 of 2024-08-07',
      '08-06 AUTHORITY_SEALING D-1 of 2024-08-07',
    ]);
    const { count } = await backend.deps.db.sql`select 1 from reminders where no = ${one.no} and handled_at is null`;
    expect(count).toBe(0);
  });

  it('LN-4.3-c: of a day that was over when the application came to the stage there is none, of the day itself there is', async () => {
    const world = await backend.world('2024-07-29T10:00');
    const one = await submitted(world);
    const [row] = await backend.deps.db.sql<{ unit: string }[]>`select unit from applications where no = ${one.no}`;
    const hr = await acting(backend, world, ['unitHr', `unit:${row?.unit}`]);
    await world.moveTo('2024-07-29T10:01');
    expect(await remindersOf(hr, 'windowClose')).toEqual(['07-29 UNIT_REVIEW D-2 of 2024-07-31']);
    expect(await remindersOf(one.person, 'windowClose'), 'it is on the desk of the unit').toEqual([]);
  });

  it('LN-4.3-d: of two that come late, because nobody swept, the nearest is told', async () => {
    const { world, officer } = await sealing();
    await backend.deps.db
      .sql`update worlds set offset_ms = ${Date.parse('2024-08-06T08:00+08:00') - Date.now()}::bigint where id = ${world.id}`;
    await insertReminderNotices(backend.deps.db);
    await insertReminderNotices(backend.deps.db);
    expect(await remindersOf(officer)).toEqual(['08-06 AUTHORITY_SEALING D-1 of 2024-08-07']);
  });

  it('two sweeps at once make one notice for each person', async () => {
    const { world, officer } = await sealing();
    await backend.deps.db
      .sql`update worlds set offset_ms = ${Date.parse('2024-08-05T08:00+08:00') - Date.now()}::bigint where id = ${world.id}`;
    const told = await Promise.all([1, 2, 3, 4].map(() => insertReminderNotices(backend.deps.db)));
    expect(told.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
    expect(await remindersOf(officer)).toHaveLength(1);
    // Whatever takes a row back: a notice that is there stays the only one.
    await backend.deps.db.sql`update reminders set handled_at = null where world = ${world.id}`;
    await Promise.all([1, 2].map(() => insertReminderNotices(backend.deps.db, { world: world.id })));
    expect(await remindersOf(officer)).toHaveLength(1);
  });
});

describe('a last day that moves', () => {
  let backend: TestBackend;
  beforeEach(async () => {
    backend = await TestBackend.open();
  });
  afterEach(async () => {
    await settled(backend);
    await checkInvariants(backend);
    expect(backend.alarms).toEqual([]);
    await backend.close();
  });

  /** An application whose page waits to be sealed, last day 2024-08-07, in a world that stands at this time. */
  async function sealing(wallClock: string) {
    const world = await backend.world('2024-07-08T09:00');
    const one = await posted(world);
    await world.moveTo('2024-07-18T08:00');
    await one.does('submit', 'applicant');
    await one.does('pass', 'committeeOffice');
    const officer = await acting(backend, world, office);
    await world.moveTo(wallClock);
    return { world, one, officer };
  }

  /** The alarms of the stamped page that somebody has, by last day. */
  async function alarmsOf(person: string): Promise<string[]> {
    const rows = await backend.deps.db.sql<{ what: string }[]>`
      select due || ' D-' || ahead as what from notices
       where person = ${person} and deadline = 'stampedPage' order by due, ahead desc`;
    return rows.map(({ what }) => what);
  }
  const anew = ['2024-08-16 D-2', '2024-08-16 D-1'];

  it('LN-4.3-d: is not told as the old one, and the new one has alarms of its own, though nobody acts (A-12)', async () => {
    const { world, officer } = await sealing('2024-08-05T08:00');
    await applyTimeline(backend.deps.db, '2024-08-09');
    await world.moveTo('2024-08-06T08:00');
    expect(await alarmsOf(officer)).toEqual(['2024-08-07 D-2']);
    await world.moveTo('2024-08-15T08:00');
    expect(await alarmsOf(officer)).toEqual(['2024-08-07 D-2', ...anew]);
  });

  it('LN-4.3-d: after both alarms has two more, also where the application acts by the new dates (A-12)', async () => {
    const { world, one, officer } = await sealing('2024-08-06T08:00');
    await applyTimeline(backend.deps.db, '2024-08-09');
    await world.moveTo('2024-08-06T09:00');
    await one.does('seal', 'unitHr');
    await world.moveTo('2024-08-15T08:00');
    await insertReminderNotices(backend.deps.db);
    expect(await alarmsOf(officer)).toEqual(['2024-08-07 D-2', '2024-08-07 D-1', ...anew]);
  });

  it('LN-4.3-d: to a day that is near is told with the days that are left (A-12)', async () => {
    const { world, officer } = await sealing('2024-07-18T09:00');
    await backend.deps.db.sql`update worlds set offset_ms = offset_ms + 86400000 where id = ${world.id}`;
    await applyTimeline(backend.deps.db, '2024-07-15');
    await Promise.all([1, 2, 3].map(() => sweepReminders(backend.deps)));
    expect(await alarmsOf(officer)).toEqual(['2024-07-22 D-1']);
  });
});
