import {
  insertReminderNotices,
  moveReminders,
  type OutdatedCase,
  outdatedCases,
  type Sweep,
} from '../db/notices/reminders.ts';
import { compileTimeline } from '../domain/case/plan/compile.ts';
import { withTimeline } from '../domain/case/plan/compiled-stages.ts';
import { remindersOf } from '../domain/lifecycle/notices/reminders.ts';
import type { CommandDeps } from './deps.ts';
import { sweepBatch } from './limits.ts';

type Deps = Pick<CommandDeps, 'db' | 'calendar' | 'reportAnomaly'>;

/** Makes notices of due reminders, after computing again the reminders of cases whose dates have changed; returns the number of notices. */
export async function sweepReminders(deps: Deps, sweep: Sweep = {}): Promise<number> {
  await followDates(deps, sweep);
  return await insertReminderNotices(deps.db, sweep);
}

async function followDates(deps: Deps, { world = null }: { world?: string | null }): Promise<void> {
  for (let after = ''; ; ) {
    const cases = await outdatedCases(deps.db, { after, world, limit: sweepBatch });
    for (const each of cases) await follow(deps, each);
    const last = cases.at(-1);
    if (!last || cases.length < sweepBatch) return;
    after = last.no;
  }
}

/** Computes the reminders of one case again. A failure is reported, so that it does not stop the other cases. */
async function follow(deps: Deps, { no, seq, snapshot, plan, timeline, ...facts }: OutdatedCase): Promise<void> {
  try {
    const inForce = withTimeline(plan, compileTimeline(timeline, facts, deps.calendar));
    const reminders = remindersOf({ ...snapshot, plan: inForce });
    await moveReminders(deps.db, { no, seq }, { reminders, version: timeline.version });
  } catch (error) {
    deps.reportAnomaly('reminders could not follow the dates', { no, error: String(error) });
  }
}
