import type { Programme } from '../programme/programme.ts';
import type { Timeline } from '../programme/timeline.ts';
import { sessionOffices } from './offices.ts';
import type { SessionPlan } from './session.ts';

/** The parts of a programme by which a session of one of its committees is decided; null where the programme has no sessions of its own. */
export function sessionPlanOf(programme: Programme, committee: string): SessionPlan | null {
  const { session: rules, committeeYear, year: calendarYear } = programme;
  const stage = programme.stages.find((each) => each.kind === 'session');
  if (!rules || !stage) return null;
  const { key, next, clauses, heldWithin, opening, planned, hearing } = stage;
  const year = committeeYear && {
    passRate: committeeYear.passRate,
    report: committeeYear.report,
    dataFiling: committeeYear.dataFiling,
    meeting: committeeYear.meeting,
    notice: { countersign: committeeYear.notice.countersign },
  };
  return {
    rules,
    stage: {
      key,
      next,
      clauses,
      ...(heldWithin ? { heldWithin } : {}),
      ...(opening ? { opening } : {}),
      ...(planned ? { planned } : {}),
      ...(hearing ? { hearing } : {}),
    },
    year: year ?? null,
    committee,
    offices: sessionOffices(programme, committee),
    calendarYear,
  };
}

/** The windows of a timeline that decide about the day of a meeting: those in which it is held, and those in which the plan has it. */
export function windowsOf(
  { stage: { heldWithin, planned }, committee }: Pick<SessionPlan, 'stage' | 'committee'>,
  { windows }: Pick<Timeline, 'windows'>,
): Pick<Timeline, 'windows'> {
  const held = [heldWithin?.window, heldWithin?.withReason?.window];
  return {
    windows: windows.filter(({ key, committees }) =>
      key === planned ? committees?.includes(committee) : held.includes(key),
    ),
  };
}
