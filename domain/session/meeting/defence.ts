import { dateOf } from '../../calendar/dates.ts';
import { sessionSteps } from '../../programme/stages/session.ts';
import type { HearingRule } from '../../programme/stages/stages.ts';
import type { Refusal } from '../../refusal.ts';
import { basisOf, no, notHere } from '../grounds.ts';
import type { SessionPlan, SessionState } from '../session.ts';
import { hasReached, type SessionStatus } from '../steps.ts';

/** In which statuses the office gives and moves slots: from the closed roster until the meeting votes. */
export const slotStatuses: readonly SessionStatus[] = sessionSteps.filter(
  (status) => hasReached(status, 'RECHECK_CLOSED') && !hasReached(status, 'BALLOT_CLOSED'),
);

type Sitting = Pick<SessionState, 'status' | 'ballot' | 'meetingOn' | 'lastDay'> & { readonly plan: SessionPlan };
type Asked = { readonly hearing: HearingRule | null; readonly now: number };

/** Why no slot is given: no defence at this level, not the time for it, or not a time of the meeting; `at` is epoch ms. */
export function slotRefusal(sitting: Sitting, { hearing, now, at }: Asked & { readonly at: number }): Refusal | null {
  const { meetingOn, lastDay, plan, status } = sitting;
  const refusal = defenceRefusal(sitting, hearing);
  if (refusal) return refusal;
  if (!slotStatuses.includes(status)) return notHere(plan);
  const day = dateOf(at);
  if (!meetingOn || !lastDay || day < meetingOn || day > lastDay)
    return no(
      'INVALID_DATA',
      `答辩须安排在会议期间（${meetingOn}至${lastDay}）。`,
      `A defence is on a day of the meeting, from ${meetingOn} to ${lastDay}.`,
      hearing ?? basisOf(plan),
    );
  return at < now
    ? no('INVALID_DATA', '答辩时间不得早于现在。', 'The time of the defence is past.', hearing ?? basisOf(plan))
    : null;
}

/** Why an absence is not recorded: there is no slot, or its time has not come. */
export function absenceRefusal(
  sitting: Sitting,
  { hearing, now, defenceAt }: Asked & { readonly defenceAt: number | null },
): Refusal | null {
  const refusal = defenceRefusal(sitting, hearing);
  if (refusal) return refusal;
  if (sitting.status !== 'IN_SESSION') return notHere(sitting.plan);
  return defenceAt === null || defenceAt > now
    ? no(
        'INVALID_DATA',
        '答辩时间未到，或尚未安排答辩，不得登记缺席。',
        'Nobody is absent before the time of the defence, or without a slot.',
        hearing ?? basisOf(sitting.plan),
      )
    : null;
}

function defenceRefusal({ ballot, plan }: Sitting, hearing: HearingRule | null): Refusal | null {
  if (!hearing?.defence)
    return no(
      'INVALID_DATA',
      '本层级不组织答辩。',
      'There is no oral defence at this level.',
      hearing ?? basisOf(plan),
    );
  return ballot === null
    ? null
    : no(
        'BALLOT_OPEN',
        '投票已开始，答辩安排不再变动。',
        'The ballot has opened; the defences no longer change.',
        hearing,
      );
}
