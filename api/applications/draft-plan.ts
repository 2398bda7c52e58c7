import { inForceFor } from '../../commands/preparing/in-force.ts';
import { planFor } from '../../commands/preparing/submission/submission.ts';
import type { ApplicationRow } from '../../db/applications/applications.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import type { Warning } from '../../domain/case/commands/commands.ts';
import type { Finding } from '../../domain/eligibility/finding.ts';
import { arrivalWarnings, timeFindings, tooLateToBegin } from '../../domain/eligibility/in-time.ts';
import type { Services } from '../http/route.ts';

/** Whether a draft can still be submitted by business time now and the dates now in force, and what its applicant should know before. */
export type DraftNow = {
  readonly open: boolean;
  readonly warnings: readonly Warning[];
  /** Whether the day is within the time for applying, by the clause of the window. */
  readonly findings: readonly Finding[];
};

export async function draftNow(services: Services, row: ApplicationRow): Promise<DraftNow> {
  const plan = planFor(await inForceFor(services, row), row, services.deps.calendar);
  const today = dateOf(row.nowMs);
  const late = tooLateToBegin(plan, today);
  const findings = timeFindings(plan, today);
  if (!late) return { open: true, warnings: arrivalWarnings(plan, today), findings };
  const { code, message, clauses, readings } = late;
  return { open: false, warnings: [{ code, message, clauses, readings }], findings };
}
