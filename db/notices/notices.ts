import type { NoticeParams } from '../../domain/lifecycle/notifications.ts';
import type { Process } from '../../domain/programme/programme.ts';
import type { Text } from '../../domain/text.ts';
import type { Db } from '../connection.ts';

/** A mail leased for sending, with what it is worded by; person's name and address are still sealed. */
export type LeasedMail = {
  readonly id: string;
  /** The application it is about, or null with the name of the committee whose year it is about. */
  readonly no: string | null;
  readonly committee: Text | null;
  readonly template: string;
  readonly params: NoticeParams;
  /** Written on the row with the lease and never changed: every copy of this mail carries it. */
  readonly messageId: string;
  /** How often it was leased, this time included; a later lease has a higher one. */
  readonly tries: number;
  readonly lastError: string | null;
  readonly language: 'zh' | 'en';
  readonly nameEnc: Buffer;
  readonly mailEnc: Buffer | null;
  /** The stage and the outcome it speaks of. */
  readonly process: Pick<Process, 'stages' | 'outcomes'>;
};

/**
 * Leases mails that are due, oldest first, in one statement: two deliverers never hold the same row while a lease lasts, and a row whose
 * deliverer died comes again after it. The message id is made of the row's own id, which says nothing about anybody.
 */
export async function leaseMails({ sql }: Db, lease: { limit: number; leaseMs: number }): Promise<LeasedMail[]> {
  return await sql<LeasedMail[]>`
    with leased as (
      update notices set
        tries = tries + 1,
        try_at = clock_timestamp() + ${lease.leaseMs}::integer * interval '1 millisecond',
        message_id = coalesce(message_id, '<' || encode(sha256(convert_to(id::text, 'UTF8')), 'hex') || '@zhicheng>')
      where id in (
        select id from notices
         where channel = 'mail' and sent_at is null and try_at <= clock_timestamp()
         order by try_at limit ${lease.limit} for update skip locked)
      returning *)
    select n.id, n.no, committee_name(n.programme, n.committee) as committee, n.template, n.params, n.message_id as "messageId", n.tries, n.last_error as "lastError",
           p.language, p.name_enc as "nameEnc", p.mail_enc as "mailEnc",
           jsonb_build_object(
             'stages', coalesce(jsonb_path_query_array(plan.body, '$.stages[*] ? (@.key == $stage)', jsonb_build_object('stage', n.params -> 'stage')), '[]'),
             'outcomes', case when n.params ? 'outcome' and plan.hash is not null then jsonb_build_object(n.params ->> 'outcome', plan.body -> 'outcomes' -> (n.params ->> 'outcome'))
                              else '{}' end) as process
      from leased n join people p on p.id = n.person left join applications a on a.no = n.no left join plans plan on plan.hash = a.plan_hash
     order by n.no, n.seq, n.id`;
}

/** Notes that mails are out, or never go out for want of an address; leaves alone what someone else has leased since. */
export async function markSent(
  { sql }: Db,
  mails: readonly Pick<LeasedMail, 'id' | 'tries' | 'mailEnc'>[],
): Promise<void> {
  const remarks = mails.map(({ mailEnc }) => (mailEnc ? null : 'no address'));
  await sql`update notices set sent_at = clock_timestamp(), last_error = held.remark
              from unnest(${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ tries }) => tries)}::integer[], ${remarks}::text[]) as held (id, tries, remark)
             where notices.id = held.id and notices.tries = held.tries and notices.sent_at is null`;
}

/** Notes why a mail did not go out and after how many ms it is tried again; null gives it up, until someone sets `try_at` by hand. */
export async function postponeMail(
  { sql }: Db,
  { id, tries }: Pick<LeasedMail, 'id' | 'tries'>,
  { afterMs, error }: { afterMs: number | null; error: string },
): Promise<void> {
  await sql`update notices set last_error = ${error.slice(0, 500)},
                   try_at = coalesce(clock_timestamp() + ${afterMs}::double precision * interval '1 millisecond', 'infinity')
             where id = ${id} and tries = ${tries} and sent_at is null`;
}

/** Gives back mails that were leased but not tried: they are due again at once. */
export async function releaseMails({ sql }: Db, mails: readonly Pick<LeasedMail, 'id' | 'tries'>[]): Promise<void> {
  if (mails.length === 0) return;
  await sql`update notices n set tries = n.tries - 1, try_at = clock_timestamp()
              from unnest(${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ tries }) => tries)}::integer[]) as held (id, tries)
             where n.id = held.id and n.tries = held.tries and n.sent_at is null`;
}

/** Mails that wait: how many, the age of the oldest in seconds of real time (0 when none), and how many were given up. */
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
      from notices where channel = 'mail' and sent_at is null`;
  return row ?? { unsent: 0, oldestUnsentSeconds: 0, givenUp: 0 };
}
