import { dateOf, type IsoDate } from '../../calendar/dates.ts';
import type { CaseState } from '../../case/case.ts';
import { planOf, timelineOf } from '../../case/plan/compiled-stages.ts';
import { lastDays } from '../../eligibility/last-days.ts';
import type { CaseTimeline } from '../../programme/timeline.ts';

/**
 * The last day on which the current stage leaves time for all that follows before its window closes, as a unit must post long before the filing ends. Null
 * where nothing follows, where that day was over at the entry, and for a posted publicity or a reopened application, which go by their own days.
 */
export function innerDay(state: CaseState, given: CaseTimeline = planOf(state).timeline): IsoDate | null {
  const { stage, reopened, ended } = state;
  if (!stage || ended || reopened || stage.lastDay) return null;
  const entered = dateOf(stage.enteredAt);
  const days = lastDays({ ...planOf(state), timeline: timelineOf(state, given) }, entered);
  const left = days.findLast((each) => each.stage === stage.key)?.lastDay ?? null;
  return left !== null && left >= entered ? left : null;
}
