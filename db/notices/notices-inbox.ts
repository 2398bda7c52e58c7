import { and, eq, sql } from 'drizzle-orm';
import type { NoticeParams } from '../../domain/lifecycle/notices/notifications.ts';
import type { Text } from '../../domain/text.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { notices } from '../schema.ts';
import { committeeName, processOf, type WordedBy } from './worded-by.ts';

/** A notice in a person's inbox, with the data of its text; instants are real time, epoch ms. */
export type InboxNotice = {
  readonly id: string;
  /** The application it is about; null if it is about the year of a committee. */
  readonly no: string | null;
  readonly programme: string | null;
  readonly committeeId: string | null;
  readonly committee: Text | null;
  readonly template: string;
  readonly params: NoticeParams;
  readonly process: WordedBy;
  /** The instant of the event, business time. */
  readonly at: number;
  readonly readAt: number | null;
};

type Row = Omit<InboxNotice, 'at' | 'readAt' | 'process'> & {
  readonly at: string;
  readonly readAt: string | null;
  readonly planHash: string | null;
};

/** The newest notices of a person before one of them, one more than asked for. SQL by hand: its plan is the one that test/db/applications/polled-reads.test.ts measures. */
export async function listInbox(
  db: Db,
  person: string,
  page: { limit: number; before: string | null; unread: boolean },
): Promise<InboxNotice[]> {
  // The page is selected first, so that the data of the texts are read for these notices only. The person is in a select of its own, so that the plan does
  // not depend on who it is: for a person with a large share of all notices, PostgreSQL would read everybody's from the newest on.
  const rows = await db.sql<Row[]>`
    with page as (
      select * from notices
       where person = (select ${person}::uuid) and (not ${page.unread}::boolean or read_at is null)
         and (${page.before}::uuid is null or id < ${page.before}::uuid)
       order by id desc limit ${page.limit + 1})
    select n.id, n.no, n.programme, n.committee as "committeeId", ${committeeName(db.sql)} as committee, n.template, n.params, to_ms(coalesce(n.about_at, e.at)) as at, to_ms(n.read_at) as "readAt",
           a.plan_hash as "planHash"
      from page n left join applications a on a.no = n.no left join events e on e.no = n.no and e.seq = n.seq
     order by n.id desc`;
  return Promise.all(
    rows.map(async ({ planHash, at, readAt, ...row }) => ({
      ...row,
      at: Number(at),
      readAt: readAt === null ? null : Number(readAt),
      process: await processOf(db, planHash),
    })),
  );
}

const readNotice = prepared(['person', 'id'], (orm, { person, id }) =>
  orm
    .update(notices)
    .set({ readAt: sql`coalesce(${notices.readAt}, clock_timestamp())` })
    .where(and(eq(notices.id, id), eq(notices.person, person)))
    .returning({ at: notices.readAt }),
);

/** Marks a notice as read and returns when that first happened; null if it is not this person's. */
export async function markRead(db: Db, person: string, id: string): Promise<number | null> {
  const [row] = await readNotice(db, { person, id });
  return row?.at ?? null;
}
