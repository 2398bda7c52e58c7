import { setTimeout as pause } from 'node:timers/promises';
import { renderMail, renderNotice } from '../../config/notices/render.ts';
import { type Db, isUnavailable } from '../../db/connection.ts';
import { type LeasedMail, leaseMails, markSent, postponeMail, releaseMails } from '../../db/notices/notices.ts';
import type { Vault } from '../../db/vault.ts';
import { failureOf, type MailFailure, postpone } from './mail-failure.ts';
import type { Mail, Mailer, Outbox } from './mailer.ts';

/** What delivering needs of the outside. */
export type DeliveryDeps = {
  readonly db: Db;
  readonly vault: Pick<Vault, 'openText'>;
  readonly mailer: Mailer;
  /** Something that must not happen, for the log and the alarm; carries ids and codes only. */
  readonly reportAnomaly: (what: string, details: Readonly<Record<string, unknown>>) => void;
  /** How many mails are leased at once and for how long (ms); a lease outlasts any send begun within it. */
  readonly batch?: number;
  readonly leaseMs?: number;
};

/** How a round went: nothing was due, mails were handled, or the mail server is in trouble and wants a pause. */
export type Round = 'idle' | 'worked' | 'trouble';

/** How long writing down that a mail is out may take, within the lease; ms. */
const writeLimitMs = 30_000;

/**
 * Leases one batch and sends it, as many at once as the outbox takes. When `stop` is raised the mails in hand are finished and the rest given
 * back. A mail is sent only if its lease outlasts the sending, so that nobody else can hold the row meanwhile.
 */
export async function deliverMails(deps: DeliveryDeps, stop: AbortSignal): Promise<Round> {
  const leaseMs = deps.leaseMs ?? 300_000;
  const leasedAt = performance.now();
  const mails = await leaseMails(deps.db, { most: deps.batch ?? 20, ms: leaseMs });
  if (mails.length === 0) return 'idle';
  const outbox = deps.mailer.open();
  const lastStart = leasedAt + leaseMs - deps.mailer.sendLimitMs - writeLimitMs;
  let handled = 0;
  try {
    while (handled < mails.length && !stop.aborted && performance.now() <= lastStart) {
      const some = mails.slice(handled, handled + outbox.abreast);
      handled += some.length;
      const trouble = await deliver(deps, outbox, some);
      if (!trouble) continue;
      deps.reportAnomaly('the mail server is in trouble', { error: trouble.words });
      return 'trouble';
    }
    return 'worked';
  } finally {
    outbox.close();
    await releaseMails(deps.db, mails.slice(handled));
  }
}

/** Sends some mails and writes down how it went, those that are out by one statement; the first failure that is the server's, or null. */
async function deliver(
  deps: DeliveryDeps,
  outbox: Outbox,
  mails: readonly LeasedMail[],
): Promise<MailFailure | undefined> {
  const tried = await Promise.all(
    mails.map(async (mail) => ({ mail, failure: mail.mailEnc ? await attempt(deps, outbox, mail) : null })),
  );
  const settled = tried.filter(({ failure }) => !failure).map(({ mail }) => mail);
  if (settled.length > 0) await written(() => markSent(deps.db, settled));
  for (const { mail, failure } of tried) if (failure) await written(() => putOff(deps, mail, failure));
  return tried.find(({ failure }) => failure?.kind === 'server')?.failure ?? undefined;
}

/** A mail that cannot be made (a missing key, a template without wording) must not stop those behind it. */
async function attempt(deps: DeliveryDeps, outbox: Outbox, leased: LeasedMail): Promise<MailFailure | null> {
  let mail: Mail;
  try {
    mail = compose(deps.vault, leased);
  } catch (error) {
    deps.reportAnomaly('a mail cannot be made', { notice: leased.id, error: String(error) });
    return { kind: 'refused', words: `the mail cannot be made: ${String(error)}` };
  }
  try {
    await outbox.send(mail);
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

/** Name and address leave the vault here, at sending time only. */
function compose(vault: DeliveryDeps['vault'], leased: LeasedMail): Mail {
  const name = vault.openText(leased.nameEnc);
  const notice = renderNotice(leased.template, leased, leased.language);
  return {
    messageId: leased.messageId,
    to: { name, address: leased.mailEnc ? vault.openText(leased.mailEnc) : '' },
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

/** A mail that is out and not written down would go out again: a database that is briefly away is waited for. */
async function written(write: () => Promise<void>): Promise<void> {
  const until = performance.now() + writeLimitMs;
  while (true) {
    try {
      return await write();
    } catch (error) {
      if (!isUnavailable(error) || performance.now() > until) throw error;
      await pause(250);
    }
  }
}
