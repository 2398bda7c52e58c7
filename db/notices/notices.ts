import type { NoticeParams } from '../../domain/lifecycle/notifications.ts';
import type { Text } from '../../domain/text.ts';
import type { Db } from '../connection.ts';
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
  const { sql } = db;
  const rows = await sql<(Omit<LeasedMail, 'process'> & { readonly planHash: string | null })[]>`
    with leased as (
      update notices set
        tries = tries + 1,
        try_at = clock_timestamp() + ${lease.leaseMs}::integer * interval '1 millisecond',
        message_id = coalesce(message_id, '<' || encode(sha256(convert_to(id::text, 'UTF8')), 'hex') || '@zhicheng>')
      where (person, id) in (
        select person, id from notices
         where sent_at is null and try_at <= clock_timestamp()
         order by try_at limit ${lease.limit} for update skip locked)
      returning *)
    select n.id, n.person, n.no, ${committeeName(sql)} as committee, n.template, n.params, n.message_id as "messageId", n.tries, n.last_error as "lastError",
           p.language, p.name_enc as "nameEnc", p.mail_enc as "mailEnc", a.plan_hash as "planHash"
      from leased n join people p on p.id = n.person left join applications a on a.no = n.no
     order by n.no, n.seq, n.id`;
  return Promise.all(rows.map(async ({ planHash, ...mail }) => ({ ...mail, process: await processOf(db, planHash) })));
}

/** Records that mails were sent, or will not be because the person has no address. A mail that another worker has leased since stays as it is. */
export async function markSent({ sql }: Db, mails: readonly (Leased & Pick<LeasedMail, 'mailEnc'>)[]): Promise<void> {
  const remarks = mails.map(({ mailEnc }) => (mailEnc ? null : 'no address'));
  await sql`update notices set sent_at = clock_timestamp(), last_error = held.remark
              from unnest(${mails.map(({ person }) => person)}::uuid[], ${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ tries }) => tries)}::integer[],
                          ${remarks}::text[]) as held (person, id, tries, remark)
             where notices.person = held.person and notices.id = held.id and notices.tries = held.tries and notices.sent_at is null`;
}

/** Records why a mail was not sent and after how many ms it is tried again. Null gives it up, until someone sets `try_at` by hand. */
export async function postponeMail(
  { sql }: Db,
  { id, person, tries }: Leased,
  { afterMs, error }: { afterMs: number | null; error: string },
): Promise<void> {
  await sql`update notices set last_error = ${error.slice(0, 500)},
                   try_at = coalesce(clock_timestamp() + ${afterMs}::double precision * interval '1 millisecond', 'infinity')
             where person = ${person} and id = ${id} and tries = ${tries} and sent_at is null`;
}

/** Ends the leases of mails that were not tried; they are due again at once. */
export async function releaseMails({ sql }: Db, mails: readonly Leased[]): Promise<void> {
  if (mails.length === 0) return;
  await sql`update notices n set tries = n.tries - 1, try_at = clock_timestamp()
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

/** Reads the backlog of mails for the metrics. */
export async function mailBacklog({ sql }: Db): Promise<MailBacklog> {
  const [row] = await sql<MailBacklog[]>`
    select count(*) filter (where try_at < 'infinity')::integer as unsent,
           count(*) filter (where try_at = 'infinity')::integer as "givenUp",
           coalesce(extract(epoch from clock_timestamp() - min(created_at) filter (where try_at < 'infinity')), 0)::double precision as "oldestUnsentSeconds"
      from notices where sent_at is null`;
  return row ?? { unsent: 0, oldestUnsentSeconds: 0, givenUp: 0 };
}
