import { and, eq, isNull, sql } from 'drizzle-orm';
import type { NoticeParams } from '../../domain/lifecycle/notices/notifications.ts';
import type { Text } from '../../domain/text.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { notices } from '../schema.ts';
import { committeeName, processOf, type WordedBy } from './worded-by.ts';

/** The notice of a leased mail. */
type Leased = {
  readonly id: string;
  readonly person: string;
  /** How often it was leased, this time included; a later lease has a higher number. */
  readonly tries: number;
};

/** A mail leased for sending, with the data of its text; the person's name and address are still sealed. */
export type LeasedMail = Leased & {
  /** The application it is about; null if it is about the year of a committee. */
  readonly no: string | null;
  readonly committee: Text | null;
  readonly template: string;
  readonly params: NoticeParams;
  /** Stored with the first lease and never changed, so that every copy of this mail has the same one. */
  readonly messageId: string;
  readonly lastError: string | null;
  readonly language: 'zh' | 'en';
  readonly nameEnc: Buffer;
  readonly mailEnc: Buffer | null;
  readonly process: WordedBy;
};

/**
 * Leases due mails, oldest first, in one statement. While a lease lasts nobody else gets the row; if its worker died, the mail is due again afterwards.
 * The message id is a hash of the row's id, so it reveals nothing about the person.
 */
export async function leaseMails(db: Db, lease: { limit: number; leaseMs: number }): Promise<LeasedMail[]> {
  const { sql: query } = db;
  // SQL by hand: takes rows that nobody else has in hand, changes and reads them in one statement. The limit is written out, because with a parameter in its
  // place PostgreSQL plans the statement at each call, which takes twice as long as running it.
  const rows = await query<(Omit<LeasedMail, 'process'> & { readonly planHash: string | null })[]>`
    with leased as (
      update notices set
        tries = tries + 1,
        try_at = clock_timestamp() + ${lease.leaseMs}::integer * interval '1 millisecond',
        message_id = coalesce(message_id, '<' || encode(sha256(convert_to(id::text, 'UTF8')), 'hex') || '@zhicheng>')
      where (person, id) in (
        select person, id from notices
         where sent_at is null and try_at <= clock_timestamp()
         order by try_at limit ${query.unsafe(String(lease.limit))} for update skip locked)
      returning *)
    select n.id, n.person, n.no, ${committeeName(query)} as committee, n.template, n.params, n.message_id as "messageId", n.tries, n.last_error as "lastError",
           p.language, p.name_enc as "nameEnc", p.mail_enc as "mailEnc", a.plan_hash as "planHash"
      from leased n join people p on p.id = n.person left join applications a on a.no = n.no
     order by n.no, n.seq, n.id`;
  return Promise.all(rows.map(async ({ planHash, ...mail }) => ({ ...mail, process: await processOf(db, planHash) })));
}

/** Records that mails were sent, or will not be because the person has no address. A mail that another worker has leased since stays as it is. */
export async function markSent(
  { sql: query }: Db,
  mails: readonly (Leased & Pick<LeasedMail, 'mailEnc'>)[],
): Promise<void> {
  const remarks = mails.map(({ mailEnc }) => (mailEnc ? null : 'no address'));
  // SQL by hand: an update from lists of values, which are no table of drizzle's.
  await query`update notices set sent_at = clock_timestamp(), last_error = held.remark
              from unnest(${mails.map(({ person }) => person)}::uuid[], ${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ tries }) => tries)}::integer[],
                          ${remarks}::text[]) as held (person, id, tries, remark)
             where notices.person = held.person and notices.id = held.id and notices.tries = held.tries and notices.sent_at is null`;
}

const postpone = prepared(['id', 'person', 'tries', 'error', 'afterMs'], (orm, { error, afterMs, ...leased }) =>
  orm
    .update(notices)
    .set({
      lastError: sql`${error}`,
      tryAt: sql`coalesce(clock_timestamp() + ${afterMs}::double precision * interval '1 millisecond', 'infinity')`,
    })
    .where(
      and(
        eq(notices.person, leased.person),
        eq(notices.id, leased.id),
        eq(notices.tries, leased.tries),
        isNull(notices.sentAt),
      ),
    ),
);

/** Records why a mail was not sent and after how many ms it is tried again. Null gives it up, until someone sets `try_at` by hand. */
export async function postponeMail(
  db: Db,
  { id, person, tries }: Leased,
  { afterMs, error }: { afterMs: number | null; error: string },
): Promise<void> {
  await postpone(db, { id, person, tries, error: error.slice(0, 500), afterMs });
}

/** Ends the leases of mails that were not tried; they are due again at once. */
export async function releaseMails({ sql: query }: Db, mails: readonly Leased[]): Promise<void> {
  if (mails.length === 0) return;
  // SQL by hand: an update from lists of values, which are no table of drizzle's.
  await query`update notices n set tries = n.tries - 1, try_at = clock_timestamp()
              from unnest(${mails.map(({ person }) => person)}::uuid[], ${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ tries }) => tries)}::integer[])
                     as held (person, id, tries)
             where n.person = held.person and n.id = held.id and n.tries = held.tries and n.sent_at is null`;
}

/** The number of unsent mails, the age of the oldest in seconds of real time (0 if none), and the number of those given up. */
export type MailBacklog = {
  readonly unsent: number;
  readonly oldestUnsentSeconds: number;
  readonly givenUp: number;
};

const waiting = prepared([], (orm) =>
  orm
    .select({
      unsent: sql<number>`count(*) filter (where ${notices.tryAt} < 'infinity')::integer`,
      givenUp: sql<number>`count(*) filter (where ${notices.tryAt} = 'infinity')::integer`,
      oldestUnsentSeconds: sql<number>`coalesce(extract(epoch from clock_timestamp() - min(${notices.createdAt})
        filter (where ${notices.tryAt} < 'infinity')), 0)::double precision`,
    })
    .from(notices)
    .where(isNull(notices.sentAt)),
);

/** Reads the backlog of mails for the metrics. */
export async function mailBacklog(db: Db): Promise<MailBacklog> {
  const [row] = await waiting(db, {});
  return row ?? { unsent: 0, oldestUnsentSeconds: 0, givenUp: 0 };
}
