import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { sweepReminders } from '../commands/sweep-reminders.ts';
import type { Calendar } from '../domain/calendar/working-days.ts';
import type { Activities } from '../workflows/activities.ts';
import { type DeliveryDeps, deliverMails } from './mail/deliver-mails.ts';

/** What the activity needs, and how patient it is (ms). */
export type NoticeDeps = DeliveryDeps & {
  readonly calendar: Calendar;
  /** Raised when the process begins to stop; the worker itself tells its activities only after its grace time. */
  readonly stopping?: AbortSignal;
  /** How long it rests when nothing is due, and how long one activity lasts before it asks to be started again. */
  readonly restMs?: number;
  readonly turnMs?: number;
  /** How often reminders are looked for. */
  readonly sweepMs?: number;
};

const beatMs = 5_000;
const longestRestMs = 60_000;
/** How long mails gather between two batches, so that a busy time costs few leases, ms. */
const gatherMs = 250;

/** Activities that tell people what happened. */
export function createNoticeActivities(deps: NoticeDeps): Pick<Activities, 'deliverNotices'> {
  return {
    /** Returns normally when its turn is over, to be started again; idempotent by the leases of the rows. */
    async deliverNotices() {
      const context = Context.current();
      const beat = setInterval(() => context.heartbeat(), beatMs);
      try {
        const signals = deps.stopping ? [deps.stopping] : [];
        await runNotices(deps, AbortSignal.any([context.cancellationSignal, ...signals]));
        return 'again';
      } finally {
        clearInterval(beat);
      }
    },
  };
}

/** Delivers for one turn, and sweeps beside it, so that a mail server in trouble holds no reminder back. */
export async function runNotices(deps: NoticeDeps, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const sweeping = runReminders(deps, AbortSignal.any([signal, over.signal]));
  try {
    await runDeliveries(deps, signal);
  } finally {
    over.abort();
    await sweeping;
  }
}

/** Makes notices of due reminders, at once and then each minute until the signal. What fails is done a minute later. */
async function runReminders(deps: NoticeDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sweepReminders(deps).catch((error: unknown) => {
      deps.reportAnomaly('reminders could not be told', { error: String(error) });
    });
    await pause(deps.sweepMs ?? 60_000, undefined, { signal }).catch(() => undefined);
  }
}

/** Round after round until the signal or the end of the turn; rests between batches, longer when nothing is due, and longer each time while the mail server is in trouble. */
export async function runDeliveries(deps: NoticeDeps, signal: AbortSignal): Promise<void> {
  const restMs = deps.restMs ?? 1_000;
  const until = performance.now() + (deps.turnMs ?? 600_000);
  let troubles = 0;
  while (!signal.aborted && performance.now() < until) {
    const round = await deliverMails(deps, signal);
    troubles = round === 'trouble' ? troubles + 1 : 0;
    const wait = round === 'worked' ? gatherMs : Math.min(longestRestMs, restMs * 2 ** Math.min(troubles, 10));
    await pause(wait, undefined, { signal }).catch(() => undefined);
  }
}
