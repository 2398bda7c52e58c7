import { setTimeout as pause } from 'node:timers/promises';
import { renderMail, renderNotice } from '../../config/notices/render.ts';
import { type Db, isUnavailable } from '../../db/connection.ts';
import { type LeasedMail, leaseMails, markSent, postponeMail, releaseMails } from '../../db/notices/notices.ts';
import type { Vault } from '../../db/vault.ts';
import { mailBatch, mailLeaseMs, maxRecordingMs } from '../limits.ts';
import { failureOf, type MailFailure, postpone } from './mail-failure.ts';
import type { Mail, Mailer, Outbox } from './mailer.ts';

/** What the delivery of mails needs from outside. */
export type DeliveryDeps = {
  readonly db: Db;
  readonly vault: Pick<Vault, 'openText'>;
  readonly mailer: Mailer;
  /** Reports what should never happen, for the log and the alarm; carries ids and codes only. */
  readonly reportAnomaly: (what: string, details: Readonly<Record<string, unknown>>) => void;
  /** How many mails are leased at once and for how long (ms). */
  readonly batch?: number;
  readonly leaseMs?: number;
};

/** How a batch went: no mail was due, mails were handled, or the mail server failed and the next batch should wait. */
export type BatchResult = 'idle' | 'delivered' | 'serverFailed';

/**
 * Leases one batch and sends it in groups of as many mails as the outbox sends at once; one statement records each group, which `p-map` would
 * not allow. When `stop` is aborted, the group being sent is finished and the leases of the rest are returned. A mail is sent only if its lease
 * lasts longer than the sending can take, so that no other worker leases it meanwhile.
 */
export async function deliverMails(deps: DeliveryDeps, stop: AbortSignal): Promise<BatchResult> {
  const leaseMs = deps.leaseMs ?? mailLeaseMs;
  const leasedAt = performance.now();
  const mails = await leaseMails(deps.db, { limit: deps.batch ?? mailBatch, leaseMs });
  if (mails.length === 0) return 'idle';
  const outbox = deps.mailer.open();
  const lastStart = leasedAt + leaseMs - deps.mailer.sendLimitMs - maxRecordingMs;
  let handled = 0;
  try {
    while (handled < mails.length && !stop.aborted && performance.now() <= lastStart) {
      const group = mails.slice(handled, handled + outbox.concurrency);
      handled += group.length;
      const serverFailure = await deliver(deps, outbox, group);
      if (!serverFailure) continue;
      deps.reportAnomaly('the mail server failed', { error: serverFailure.codes });
      return 'serverFailed';
    }
    return 'delivered';
  } finally {
    outbox.close();
    await releaseMails(deps.db, mails.slice(handled));
  }
}

/** Sends a group of mails and records the results, the mails that were sent by one statement; returns the first failure of the server, if any. */
async function deliver(
  deps: DeliveryDeps,
  outbox: Outbox,
  mails: readonly LeasedMail[],
): Promise<MailFailure | undefined> {
  const tried = await Promise.all(
    mails.map(async (mail) => ({ mail, failure: mail.mailEnc ? await attempt(deps, outbox, mail) : null })),
  );
  const sent = tried.filter(({ failure }) => !failure).map(({ mail }) => mail);
  if (sent.length > 0) await retryWhileUnavailable(() => markSent(deps.db, sent));
  for (const { mail, failure } of tried) if (failure) await retryWhileUnavailable(() => putOff(deps, mail, failure));
  return tried.find(({ failure }) => failure?.kind === 'server')?.failure ?? undefined;
}

/** Sends one mail and returns its failure, if any. A mail that cannot be made (a missing key, a template without text) must not stop those after it. */
async function attempt(deps: DeliveryDeps, outbox: Outbox, leased: LeasedMail): Promise<MailFailure | null> {
  let mail: Mail;
  try {
    mail = compose(deps.vault, leased);
  } catch (error) {
    deps.reportAnomaly('a mail cannot be made', { notice: leased.id, error: String(error) });
    return { kind: 'refused', codes: `the mail cannot be made: ${String(error)}` };
  }
  try {
    await outbox.send(mail);
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

/** Makes the mail from its row; name and address are decrypted only here, when it is sent. */
function compose(vault: DeliveryDeps['vault'], leased: LeasedMail): Mail {
  const name = vault.openText(leased.nameEnc, 'person.name');
  const notice = renderNotice(leased.template, leased, leased.language);
  return {
    messageId: leased.messageId,
    to: { name, address: leased.mailEnc ? vault.openText(leased.mailEnc, 'person.mail') : '' },
    subject: notice.subject,
    text: renderMail(notice, name, leased.language),
  };
}

async function putOff(deps: DeliveryDeps, leased: LeasedMail, failure: MailFailure): Promise<void> {
  const postponement = postpone(failure, leased);
  await postponeMail(deps.db, leased, postponement);
  if (postponement.afterMs === null) {
    deps.reportAnomaly('a mail was given up', { notice: leased.id, no: leased.no, error: postponement.error });
  }
}

/** Waits for a database that is briefly unavailable, because a mail whose sending is not recorded would be sent again. */
async function retryWhileUnavailable(write: () => Promise<void>): Promise<void> {
  const until = performance.now() + maxRecordingMs;
  while (true) {
    try {
      return await write();
    } catch (error) {
      if (!isUnavailable(error) || performance.now() > until) throw error;
      await pause(250);
    }
  }
}
