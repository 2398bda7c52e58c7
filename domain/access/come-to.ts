import type { CaseState, Ended } from '../case/case.ts';
import { stageIndex } from '../case/plan/compiled-stages.ts';
import type { Role } from '../programme/facts.ts';
import type { Plan } from '../programme/programme.ts';
import { rolesInAnyStage, rolesOf } from '../routing/offices-in-charge.ts';

/** The part of a case that tells how far it has come. */
type Progress = Pick<CaseState, 'furthest' | 'stage' | 'ended' | 'recheck'>;

/**
 * The roles to which a case has come: their offices see it from then on, also after a return. A role sees it from the first stage in which it
 * acts. Whoever supervises, or acts in any stage without one of their own, sees it from the stage in which it comes to its committee (LYG-4.4-c, LYG-5.2-d),
 * or, where a committee of the province decides, in which it is reported there. An office that may accept late, or was asked for a recheck, sees what
 * ended before.
 */
export function rolesComeTo(plan: Plan, { furthest = 0, stage, ended, recheck }: Progress): readonly Role[] {
  const last = Math.max(furthest, stage ? stageIndex(plan, stage.key) : 0);
  const own = plan.stages.slice(0, last + 1).flatMap(rolesOf);
  const above = last >= committeeStage(plan) ? rolesAbove(plan) : [];
  const late = plan.lateAcceptances.filter((rule) => ended !== null && mayBeAccepted(rule, ended));
  const asked = recheck !== undefined && plan.recheck ? [plan.recheck.role] : [];
  return [...new Set([...own, ...above, ...late.map(({ role }) => role), ...asked])];
}

/** The offices that see a case, by role: those in charge of a role to which it has come, now or before. */
export const officesThatSee = (
  acting: Readonly<Partial<Record<Role, string>>>,
  roles: readonly Role[],
  before: Readonly<Partial<Record<Role, string>>>,
): Readonly<Partial<Record<Role, string>>> =>
  Object.fromEntries(Object.entries(acting).filter(([role]) => role in before || roles.some((each) => each === role)));

/** The first stage of the committee's office or organiser; the last stage where no committee of the programme decides. */
function committeeStage({ stages }: Plan): number {
  const committee: readonly Role[] = ['committeeOffice', 'committeeOrganiser'];
  const first = stages.findIndex((stage) => rolesOf(stage).some((role) => committee.includes(role)));
  return first < 0 ? stages.length - 1 : first;
}

function rolesAbove(plan: Plan): readonly Role[] {
  const own = plan.stages.flatMap(rolesOf);
  return rolesInAnyStage(plan).filter((role) => role === plan.supervision?.role || !own.includes(role));
}

const mayBeAccepted = ({ stage, deadline, requires }: Plan['lateAcceptances'][number], ended: Ended): boolean =>
  stage === ended.stage && deadline === ended.deadline && (requires === 'nothing' || ended.phase === 'underReview');
