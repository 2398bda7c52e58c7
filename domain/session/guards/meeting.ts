import { basisOf, type Guard, no } from '../grounds.ts';
import { hasQuorum, leastPresent } from '../quorum.ts';
import { someRoster } from './planning.ts';

/** The meeting begins on its day, with the committee's quorum and somebody who presides. */
export const openMeeting: Guard = (asked) => {
  const { state, plan, today } = asked;
  const last = state.lastDay ?? state.meetingOn;
  if (!state.meetingOn || !last || today < state.meetingOn || today > last)
    return no(
      'NOT_OPENED',
      `会议定于${state.meetingOn}召开。`,
      `The meeting is on ${state.meetingOn}.`,
      basisOf(plan),
      { meetingOn: state.meetingOn },
    );
  return someRoster(asked) ?? attendance(asked);
};

const attendance: Guard = ({ state, plan, command: { data, context } }) => {
  const present = new Set(data.present).size;
  const members = context.members ?? state.members ?? 0;
  if ((context.strangers ?? 0) > 0)
    return no(
      'INVALID_DATA',
      '到会人员中有非本次会议的评委，或没有席位可补的候补评委。',
      'Somebody present was not drawn for this session, or is an alternate for whom no member is away.',
      plan.rules.draw,
    );
  if (!data.chair || !data.present?.includes(data.chair) || context.presides === false)
    return no(
      'INVALID_DATA',
      '须由到会的主任委员或副主任委员主持。',
      'A chair who is present presides.',
      plan.rules.quorum,
    );
  if (hasQuorum(plan.rules.quorum, { present, members })) return null;
  const least = leastPresent(plan.rules.quorum, members);
  return no(
    'NO_QUORUM',
    `到会${present}人，不足${members}名评委的三分之二（${least}人）。`,
    `${present} are present; of ${members} members at least ${least} are needed.`,
    plan.rules.quorum,
    { present, members, least },
  );
};

export const recordAttendance: Guard = (asked) =>
  asked.state.ballot?.open
    ? no(
        'BALLOT_OPEN',
        '投票已开始，出席情况不再变动。',
        'The ballot is open; attendance no longer changes.',
        asked.plan.rules.quorum,
      )
    : attendance(asked);
