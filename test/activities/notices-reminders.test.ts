import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { runNotices } from '../../activities/notices.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import { Desk } from './notices-desk.ts';
import { PostOffice } from './notices-post-office.ts';

let desk: Desk;
let office: PostOffice;
let person: string;

beforeAll(async () => {
  desk = await Desk.open();
  office = await PostOffice.open();
  person = await desk.person({ name: '张三', mail: 'zhang@example.org', language: 'zh' });
  const { sql } = desk.db;
  await sql`insert into grants (person, role, scope) values (${person}, 'committeeOffice', 'office:ln-diit-office'), (${person}, 'cityTitleOffice', 'office:title')`;
  await sql`update applications set stage = 'STAMPED_PAGE_REVIEW', acting = '{"committeeOffice": "ln-diit-office"}'::text::jsonb, seen_by = '{"committeeOffice": "ln-diit-office"}'::text::jsonb where no = ${desk.no}`;
});
afterAll(async () => {
  await office.close();
  await desk.close();
});
beforeEach(async () => {
  await desk.clear();
  await desk.db.sql`delete from reminders`;
});

const tomorrow = () => dateOf(Date.now() + 86_400_000);

/** A reminder of real time whose instant comes after so many ms. */
async function reminder(inMs: number, due = tomorrow()): Promise<void> {
  const params = JSON.stringify({ due, daysLeft: 1, basis: ['LN-4.3-d', 'A-12'] });
  await desk.db.sql`
    insert into reminders (no, programme, timeline, deadline, due, ahead, remind_at, audience, template, params)
    values (${desk.no}, 'liaoning-diit-2024', 1, 'stampedPage', ${due}, 1, clock_timestamp() + ${inMs}::integer * interval '1 millisecond', array['committeeOffice'],
            'deadlineNear', ${params}::text::jsonb)`;
}

/** Runs the sweep in two processes at once, until the condition holds. */
async function sweeping(until: () => void | Promise<void>, smtpUrl = office.url): Promise<void> {
  const stop = new AbortController();
  const deps = { ...desk.deps({ smtpUrl }), idlePauseMs: 10, sweepIntervalMs: 20 };
  const both = [1, 2].map(() => runNotices(deps, stop.signal));
  await vi.waitFor(until, 20_000).finally(() => stop.abort());
  await Promise.all(both);
}

it('LN-4.3-d: what the minute finds due goes out as one mail, worded with the rules it rests on (A-12)', async () => {
  await reminder(300);
  await sweeping(async () => expect((await desk.rows()).some(({ sent }) => sent)).toBe(true));
  expect(office.copies).toEqual([1]);
  expect(await desk.rows()).toHaveLength(1);
  const { raw } = office.received[0] ?? { raw: '' };
  expect(Buffer.from(raw.split('\r\n\r\n')[1] ?? '', 'base64').toString()).toContain('依据：LN-4.3-d、A-12。');
  expect(desk.alarms).toEqual([]);
});

it('a mail about the year of a committee names the committee and no application', async () => {
  const before = office.received.length;
  const committees = JSON.stringify({
    committees: [{ id: 'row-60', name: { zh: '快递工程', en: 'Express delivery' } }],
  });
  await desk.db
    .sql`insert into programme_versions (programme, version, body) select id, version, ${committees}::text::json from programmes`;
  const params = JSON.stringify({ meetingOn: '2024-10-15', due: '2024-10-29', basis: ['LYG-5.2-e'] });
  await desk.db.sql`
    insert into reminders (programme, committee, deadline, due, ahead, remind_at, audience, acting, template, params)
    select id, 'row-60', 'data:2024-10-15', '2024-10-29', -1, clock_timestamp(), array['cityTitleOffice'], '{"cityTitleOffice": "title"}'::text::jsonb,
           'dataOverdue', ${params}::text::jsonb from programmes`;
  await sweeping(() => expect(office.received.length).toBe(before + 1));
  const { raw } = office.received.at(-1) ?? { raw: '' };
  expect(Buffer.from(raw.split('\r\n\r\n')[1] ?? '', 'base64').toString()).toContain(
    '评委会“快递工程”2024-10-15评审会议的评审数据应于2024-10-29前报送，现已逾期。',
  );
});

it('is looked for also while the mail server failed', async () => {
  await desk.tell(person);
  await reminder(0);
  await sweeping(async () => {
    const rows = await desk.db.sql`select 1 from notices where template = 'deadlineNear'`;
    expect(rows).toHaveLength(1);
    expect(desk.alarms.join()).toContain('the mail server failed');
  }, 'smtp://127.0.0.1:1');
});

it('nobody is reminded of a last day that is over', async () => {
  await reminder(0, '2024-08-07');
  await sweeping(async () => {
    const waiting = await desk.db.sql`select 1 from reminders where handled_at is null`;
    expect(waiting).toHaveLength(0);
  });
  expect(await desk.rows()).toEqual([]);
});
