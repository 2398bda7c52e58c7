import type { ApplicationRow, StoredDeadline } from '../../db/applications/applications.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { type CaseState, emptyCase } from '../../domain/case/case.ts';
import { compileTimeline } from '../../domain/case/plan/compile.ts';
import { withTimeline } from '../../domain/case/plan/compiled-stages.ts';
import { deadlinesOf } from '../../domain/case/plan/deadlines.ts';
import { withLapsesUpTo } from '../../domain/lifecycle/lapses.ts';
import type { Plan } from '../../domain/programme/programme.ts';

/**
 * The case at the moment it was read, by the dates in force for it; empty before the first submission. A deadline that has passed has lapsed here,
 * although the workflow records that some minutes later.
 */
export function stateOf(row: ApplicationRow, calendar: Calendar): CaseState {
  const { snapshot, plan } = row;
  if (!snapshot || !plan) return emptyCase(row.no);
  return withLapsesUpTo({ ...snapshot, plan: planInForce({ ...row, plan }, calendar) }, row.nowMs);
}

/** The plan of an opened application with the dates now in force for it. */
export function planInForce(row: ApplicationRow & { readonly plan: Plan }, calendar: Calendar): Plan {
  const { plan, timeline, timelineVersion } = row;
  const adopted = plan.timeline.version === timelineVersion || !timeline;
  return adopted ? plan : withTimeline(plan, compileTimeline(timeline, row, calendar));
}

/** The deadlines of the case now: as they are stored, or computed again if one has lapsed or the dates have changed since. */
export function deadlinesNow(row: ApplicationRow, state: CaseState): readonly StoredDeadline[] {
  const asWritten = state.plan === null || (state.plan === row.plan && state.seq === row.seq);
  return asWritten ? row.deadlines : deadlinesOf(state);
}

/** Whether the applicant may change the content now: in a draft, or while the case waits for the applicant and no submission is pending. */
export function isEditable(row: ApplicationRow, calendar: Calendar): boolean {
  const { plan, stage, ended, closed } = stateOf(row, calendar);
  const waits = plan === null || (stage?.phase === 'awaiting' && !ended && !closed);
  return waits && row.pending.every(({ action }) => action !== 'submit');
}
