import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { sweepReminders } from '../commands/sweep-reminders.ts';
import type { Calendar } from '../domain/calendar/working-days.ts';
import type { Activities } from '../workflows/activities.ts';
import { activityMs, batchPauseMs, idlePauseMs, maxPauseMs, noticesHeartbeatMs, sweepIntervalMs } from './limits.ts';
import { type DeliveryDeps, deliverMails } from './mail/deliver-mails.ts';

/** What the activity needs; tests shorten its times. */
export type NoticeDeps = DeliveryDeps & {
  readonly calendar: Calendar;
  /** Aborted when the process begins to stop; the worker itself cancels its activities only after its grace time. */
  readonly stopping?: AbortSignal;
  /** How long it waits when no mail is due, and how long one activity lasts before the workflow starts it again. */
  readonly idlePauseMs?: number;
  readonly activityMs?: number;
  /** How often due reminders are looked for. */
  readonly sweepIntervalMs?: number;
};

/** The activity that makes notices and delivers mails. */
export function createNoticeActivities(deps: NoticeDeps): Pick<Activities, 'deliverNotices'> {
  return {
    /** Returns when its ten minutes are over, and the workflow starts it again. Idempotent because each row is leased. */
    async deliverNotices() {
      const context = Context.current();
      const beat = setInterval(() => context.heartbeat(), noticesHeartbeatMs);
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

/** Delivers mails and, independently of that, makes notices of due reminders, so that a failing mail server delays no reminder. */
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

/** Makes notices of due reminders, at once and then each minute until the signal. After a failure it tries again a minute later. */
async function runReminders(deps: NoticeDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sweepReminders(deps).catch((error: unknown) => {
      deps.reportAnomaly('notices of due reminders could not be made', { error: String(error) });
    });
    await pause(deps.sweepIntervalMs ?? sweepIntervalMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Delivers batch after batch until the signal or the end of the activity's time. It pauses between batches, longer when no mail is due, and longer each time the mail server fails. */
export async function runDeliveries(deps: NoticeDeps, signal: AbortSignal): Promise<void> {
  const idleMs = deps.idlePauseMs ?? idlePauseMs;
  const until = performance.now() + (deps.activityMs ?? activityMs);
  let failures = 0;
  while (!signal.aborted && performance.now() < until) {
    const round = await deliverMails(deps, signal);
    failures = round === 'serverFailed' ? failures + 1 : 0;
    const pauseMs = round === 'delivered' ? batchPauseMs : Math.min(maxPauseMs, idleMs * 2 ** Math.min(failures, 10));
    await pause(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}
