import type { Programme } from '../programme/programme.ts';
import type { SessionPlan } from './session.ts';

/** The parts of a programme by which a session of one of its committees is decided; null where the programme has no sessions of its own. */
export function sessionPlanOf(programme: Programme, committee: string): SessionPlan | null {
  const { session: rules, committeeYear, year: calendarYear } = programme;
  const stage = programme.stages.find((each) => each.kind === 'session');
  if (!rules || !stage) return null;
  const { key, clauses, heldWithin, opening, planned, hearing } = stage;
  const year = committeeYear && {
    passRate: committeeYear.passRate,
    report: committeeYear.report,
    dataFiling: committeeYear.dataFiling,
    meeting: committeeYear.meeting,
  };
  return {
    rules,
    stage: {
      key,
      clauses,
      ...(heldWithin ? { heldWithin } : {}),
      ...(opening ? { opening } : {}),
      ...(planned ? { planned } : {}),
      ...(hearing ? { hearing } : {}),
    },
    year: year ?? null,
    committee,
    calendarYear,
  };
}
