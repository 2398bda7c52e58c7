import {
  insertReminderNotices,
  moveReminders,
  type OutdatedCase,
  outdatedCases,
  type Sweep,
} from '../db/notices/reminders.ts';
import { compileTimeline } from '../domain/case/compile.ts';
import { withTimeline } from '../domain/case/compiled-stages.ts';
import { remindersOf } from '../domain/lifecycle/reminders.ts';
import type { CommandDeps } from './deps.ts';

/** How many cases are read at once where the dates of a programme moved. */
const atOnce = 100;

type Deps = Pick<CommandDeps, 'db' | 'calendar' | 'reportAnomaly'>;

/** Tells what is due, after the reminders of cases whose dates moved were worked out by the new ones; gives how many were told. */
export async function sweepReminders(deps: Deps, sweep: Sweep = {}): Promise<number> {
  await followDates(deps, sweep);
  return await insertReminderNotices(deps.db, sweep);
}

async function followDates(deps: Deps, { world = null }: { world?: string | null }): Promise<void> {
  for (let after = ''; ; ) {
    const cases = await outdatedCases(deps.db, { after, world, limit: atOnce });
    for (const each of cases) await follow(deps, each);
    const last = cases.at(-1);
    if (!last || cases.length < atOnce) return;
    after = last.no;
  }
}

/** One case that cannot be worked out must not hold the others back. */
async function follow(deps: Deps, { no, seq, snapshot, plan, timeline, ...facts }: OutdatedCase): Promise<void> {
  try {
    const moved = withTimeline(plan, compileTimeline(timeline, facts, deps.calendar));
    const reminders = remindersOf({ ...snapshot, plan: moved });
    await moveReminders(deps.db, { no, seq }, { reminders, version: timeline.version });
  } catch (error) {
    deps.reportAnomaly('reminders could not follow the dates', { no, error: String(error) });
  }
}
