import { isIsoDate } from '../../calendar/dates.ts';
import type { Refusal } from '../../refusal.ts';
import { isScore } from '../../stages/composite-score.ts';
import { basisOf, type Guard, needText, no } from '../grounds.ts';
import type { Counted, SessionData, SessionPlan } from '../session.ts';

export const publishResults: Guard = ({ plan, command: { context } }) =>
  (context.undelivered ?? 0) === 0
    ? null
    : no(
        'NO_RESULTS',
        `尚有${context.undelivered}项结果未送达申报。`,
        `${context.undelivered} results have not reached their applications.`,
        plan.rules.publicity,
      );

/** The publicity of the list is over and nothing is undecided; whoever announces is recorded (LYG-5.2-a). */
export const announceResults: Guard = ({ state, plan, command: { context } }) => {
  if (!state.count?.reviewed)
    return no('NO_RESULTS', '没有可公布的评审结果。', 'There are no results to announce.', plan.rules.publicity);
  const open = context.openPublicities ?? 0;
  return open === 0
    ? null
    : no(
        'NOT_OPENED',
        `尚有${open}人的结果公示未结束。`,
        `The publicity of ${open} results is not over.`,
        plan.rules.publicity,
        { openPublicities: open },
      );
};

export const reasonOnly: Guard = ({ plan, command: { data } }) => needText(data.text, basisOf(plan));

/** Whoever entered a fact does not correct it, and a correction has a reason. */
export const correct: Guard = ({ plan, command: { data, context, by } }) => {
  if (!data.what) return no('INVALID_DATA', '须写明更正事项。', 'What is corrected is missing.', basisOf(plan));
  if (context.enteredBy === null)
    return no('INVALID_DATA', '没有可更正的登记。', 'There is no such entry to correct.', basisOf(plan));
  if (context.enteredBy === by.person)
    return no(
      'NOT_YOURS',
      '更正须由登记人以外的人办理。',
      'Somebody else than the person who entered it corrects it.',
      basisOf(plan),
    );
  return needText(data.text, basisOf(plan)) ?? rightly(data, context, plan);
};

/** Refuses a correction that does not say what is right, or says what cannot be. */
function rightly(
  { what, meetingOn, present, sheet }: SessionData,
  { strangers = 0 }: Counted,
  plan: SessionPlan,
): Refusal | null {
  const said = {
    meetingOn: meetingOn !== undefined && isIsoDate(meetingOn),
    attendance: present !== undefined && strangers === 0,
    score: sheet !== undefined && isScore(sheet.points),
    certificateNumber: true,
  };
  return what && said[what]
    ? null
    : no(
        'INVALID_DATA',
        '须写明正确的内容：会议日期、到会评委（限本次会议评委），或某评委的评分（0至100分）。',
        'What is right is missing or cannot be: the day, who was present of those drawn, or a score from 0 to 100 points.',
        basisOf(plan),
      );
}
