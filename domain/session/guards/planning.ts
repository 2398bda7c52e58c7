import { isIsoDate } from '../../calendar/dates.ts';
import { needChecks } from '../../case/commands/checks.ts';
import { dayRefusal } from '../../committee/meeting-days.ts';
import { basisOf, type Guard, needText, no, notHere, openingOf } from '../grounds.ts';

/** A meeting is on a printed day, or has a reason; the committee's filing lasts until then (A-24, LYG-3.1-a, LYG-7-b). */
export const meetingDay: Guard = ({ plan, command: { data, context }, today }) => {
  const { meetingOn, lastDay = meetingOn } = data;
  const { stage, rules, committee } = plan;
  if (!meetingOn || !isIsoDate(meetingOn) || !lastDay || !isIsoDate(lastDay) || lastDay < meetingOn)
    return no(
      'INVALID_DATA',
      '须写明评审会议日期；结束日期不得早于开始日期。',
      'The day of the meeting is missing, or it ends before it begins.',
      basisOf(plan),
    );
  if (meetingOn < today)
    return no('INVALID_DATA', '评审会议日期不得早于今天。', 'The day of the meeting is past.', basisOf(plan));
  if (context.filedUntil !== null && context.filedUntil < lastDay)
    return no(
      'COMMITTEE_EXPIRED',
      `评委会核准备案有效期至${context.filedUntil}，届满后不得开展评审。`,
      `The committee is filed until ${context.filedUntil}; after that it may not meet.`,
      rules.committee,
    );
  const setting = { session: stage, timeline: context.timeline, committee, today };
  const reasoned = data.text !== undefined;
  return dayRefusal({ meetingOn, reasoned }, setting) ?? dayRefusal({ meetingOn: lastDay, reasoned }, setting);
};

export const someRoster: Guard = ({ plan, command: { context } }) =>
  (context.roster ?? 0) > 0
    ? null
    : no('NO_RESULTS', '评审对象花名册为空。', 'There is nobody on the roster.', basisOf(plan));

/** The report names the roster and the rate that the office expects, so many calendar days ahead (LYG-5.2-b, A-24, A-36). */
export const reportOpening: Guard = (asked) => {
  const { state, plan, command } = asked;
  const { year, stage } = plan;
  const { passRate } = command.data;
  const report = needChecks(year?.report, { checked: command.data.checked ?? [] });
  const late = meetingDay({
    ...asked,
    command: {
      ...command,
      data: { ...command.data, meetingOn: state.meetingOn ?? '', lastDay: state.lastDay ?? '', text: 'planned' },
    },
  });
  if (late) return late;
  if (report) return report;
  const needed = year?.passRate;
  if (needed && (passRate === undefined || !Number.isInteger(passRate) || passRate < 1 || passRate > wholeRate))
    return no(
      'INVALID_DATA',
      '须报送评审通过率设定（0.01%至100%）。',
      'The rate of passing is reported, from 0.01 % to 100 %.',
      needed,
    );
  return someRoster(asked) ?? (stage.opening ? null : notHere(plan));
};
const wholeRate = 10_000;

/** Consent comes before the meeting; without it nothing begins (LYG-5.2-c). */
export const approveOpening: Guard = ({ state, plan, today }) =>
  state.meetingOn !== null && today <= state.meetingOn
    ? null
    : no(
        'NOT_OPENED',
        '会议日期已过，须另报会议日期。',
        'The day has passed; another day must be reported.',
        openingOf(plan),
      );

/** Another day of the meeting, with a reason. */
export const reschedule: Guard = (asked) => needText(asked.command.data.text, basisOf(asked.plan)) ?? meetingDay(asked);
