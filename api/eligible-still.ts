import type { ApplicationRow } from '../db/applications.ts';
import { dateOf } from '../domain/dates.ts';
import { eligibilityRefusal, mayApply } from '../domain/eligibility.ts';
import type { EligibilityFacts } from '../domain/eligibility-rules.ts';
import { refused } from './errors.ts';
import type { Services } from './route.ts';

/**
 * Looks at the rules of applying once more where a draft is first submitted: by the facts kept with it, the day of the submission and the dates now
 * in force; throws their refusal. A submission already recorded counts by the moment it was received and is not looked at again.
 */
export function requireEligible({ programmes }: Services, row: ApplicationRow): void {
  const programme = programmes.get(row.programme);
  if (!programme || row.opened || row.open > 0) return;
  const { timeline, nowMs } = row;
  const refusal = eligibilityRefusal(
    mayApply({ ...programme, timeline: timeline ?? programme.timeline }, factsOf(row), dateOf(nowMs)),
  );
  if (refusal) throw refused(refusal);
}

/** The facts as they were told with the draft; those that have columns of their own come from there. */
function factsOf({ facts, ...row }: ApplicationRow): EligibilityFacts {
  const { series, specialty, level, track, employerClass } = row;
  return { ...facts, series, specialty, level, track, employerClass };
}
