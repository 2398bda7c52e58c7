import { roleLabels } from '../access/role-labels.ts';
import type { Actor } from '../case/actor.ts';
import type { CaseState } from '../case/case.ts';
import { currentStage } from '../case/plan/compiled-stages.ts';
import { isReviewingRole } from '../programme/facts.ts';
import { type Refusal, refuse } from '../refusal.ts';

/**
 * One person reviews a case once: whoever has acted on it for its unit or for an office is refused in any other such role, whatever
 * grants they hold. The steps that the notices give to one and the same office, such as the meeting, the results and the certificate of a committee
 * organiser, or a referral by the authority of the preliminary review, may stay in one hand, but not two reviews.
 */
export function reviewsAgain(state: CaseState, by: Actor, clauses: readonly string[]): Refusal | null {
  if (!isReviewingRole(by.role)) return null;
  if (!state.plan?.oneReview) return passedBefore(state, by, clauses);
  const earlier = (state.reviewers ?? []).find(
    (each) => each.person === by.person && each.role !== by.role && !sameHand(state, each, by),
  );
  return earlier ? sameReviewer(earlier, by, clauses) : null;
}

/** The rule of plans compiled before this one: who passed the preliminary review does not make the next one. */
function passedBefore(state: CaseState, by: Actor, clauses: readonly string[]): Refusal | null {
  const stage = state.ended || !state.plan ? null : currentStage(state);
  if (stage?.kind !== 'review' || stage.role !== by.role || stage.pass.action === 'designate') return null;
  const again = by.role !== 'preliminaryAuthority' && state.preliminaryBy?.includes(by.person);
  return again ? sameReviewer({ ...by, role: 'preliminaryAuthority' }, by, clauses) : null;
}

/** Whether both roles belong to one office, and at most one of them reviews. */
function sameHand(state: CaseState, earlier: Actor, now: Actor): boolean {
  if (earlier.scope !== now.scope || now.scope?.startsWith('unit:')) return false;
  const stage = state.ended ? undefined : currentStage(state);
  // A designation is not a second review: the notice gives both steps to the same office (LYG-3.2-b).
  if (stage?.kind !== 'review' || stage.pass.action === 'designate') return true;
  return !state.plan?.stages.some((each) => each.kind === 'review' && each.role === earlier.role);
}

function sameReviewer(earlier: Actor, now: Actor, clauses: readonly string[]): Refusal {
  const [was, is] = [roleLabels[earlier.role], roleLabels[now.role]];
  return refuse(
    'SAME_REVIEWER',
    {
      zh: `您已以“${was.zh}”身份办理过本申报，“${is.zh}”的办理须由他人进行。`,
      en: `You acted on this application for another: as “${was.en}”. Another person acts as “${is.en}”.`,
    },
    { clauses, details: { earlier: earlier.role, role: now.role } },
  );
}
