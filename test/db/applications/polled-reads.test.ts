import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultsOfMeetings } from '../../../db/committees/committee-years.ts';
import { listInbox } from '../../../db/notices/notices-inbox.ts';
import { insertReminderNotices } from '../../../db/notices/reminders.ts';
import { currentTimeline, timelineOfVersion } from '../../../db/programmes/timelines.ts';
import { indexes, most, readOf } from '../../support/statements/plan-steps.ts';
import { IntentStore } from '../intents/intent-store.ts';

let store: IntentStore;
beforeAll(async () => {
  store = await IntentStore.open();
});
afterAll(() => store.close());

describe('what is read every minute and by whoever looks', () => {
  it('of an inbox is one page, however many notices there are of the person and of others', async () => {
    const { sql } = store.db;
    const no = await store.draft();
    const person = randomUUID();
    const told = (count: number, who: string) => sql`
      insert into notices (no, seq, person, template, params)
      select ${no}, n, ${who}, 'accepted', '{}' from generate_series(1, ${count}::integer) n`;
    await told(1_000, person);
    for (let each = 0; each < 100; each += 1) await told(50, randomUUID());
    await sql`analyze notices`;
    const steps = await readOf(store.db, () => listInbox(store.db, person, { limit: 20, before: null, unread: false }));
    expect(indexes(steps)).toContain('notices_inbox');
    expect(most(steps, 'notices')).toBe(21);
    expect(most(steps, 'applications')).toBeLessThanOrEqual(21);
  });

  it('of the reminders that wait is what is due in the time of each world', async () => {
    const { sql } = store.db;
    const worlds = await Promise.all([0, 1, 2].map((n) => store.world(Date.parse(`202${n}-07-01T08:00+08:00`))));
    // 4,000 in each, one an hour from then on; and as many in real time.
    await sql`
      insert into reminders (world, programme, committee, deadline, due, ahead, remind_at, audience, template, params)
      select w.id, 'p', 'c', 'd' || n, (now() + n * interval '1 hour')::date, 1, now() + coalesce(w.offset_ms, 0) * interval '1 millisecond' + n * interval '1 hour',
             '{}', 'deadlineNear', '{}'
        from (select id, offset_ms from worlds union all select null, 0) w cross join generate_series(1, 4000) n`;
    await sql`analyze reminders`;
    expect(await insertReminderNotices(store.db)).toBe(0);
    await sql`update worlds set offset_ms = offset_ms + 3 * 3600000 where id = ${worlds[1] ?? ''}`;
    const nothing = await readOf(store.db, () => insertReminderNotices(store.db));
    expect(indexes(nothing)).toContain('reminders_waiting');
    expect(most(nothing, 'reminders'), 'of 16,000 that wait').toBeLessThan(10);
    const { count } = await sql`select 1 from reminders where handled_at is not null and world = ${worlds[1] ?? ''}`;
    expect(count).toBe(3);
  });

  it('of a committee’s meetings are the applications that go to it', async () => {
    const { sql } = store.db;
    const no = await store.draft();
    await sql`
      insert into applications (no, person, unit, programme, series, specialty, level, track, employer_class, office, committee)
      select 'C-' || n, a.person, a.unit, a.programme, a.series, a.specialty, a.level, a.track, a.employer_class, a.office, 'c' || n % 100
        from applications a cross join generate_series(1, 5000) n where a.no = ${no}`;
    await sql`analyze applications`;
    const key = { programme: 'test-programme', committee: 'c7', world: null };
    const steps = await readOf(store.db, () => resultsOfMeetings(store.db, key));
    expect(indexes(steps)).toContain('applications_by_committee');
    expect(most(steps, 'applications')).toBe(50);
  });
});

describe('the dates of a programme', () => {
  const programme = 'test-programme';

  it('are sent once for each version, and the newest are the ones in force', async () => {
    await store.moveTimeline(2);
    const two = await currentTimeline(store.db, programme);
    expect(await currentTimeline(store.db, programme)).toBe(two);
    await store.moveTimeline(3);
    const three = await currentTimeline(store.db, programme);
    expect(three?.version).toBe(3);
    expect(await currentTimeline(store.db, programme)).toBe(three);
    const old = await timelineOfVersion(store.db, programme, 2);
    expect(old).toEqual(two);
    expect(await timelineOfVersion(store.db, programme, 2)).toBe(old);
    expect(await currentTimeline(store.db, 'no-such-programme')).toBeNull();
    expect(await timelineOfVersion(store.db, programme, 9)).toBeNull();
  });
});
