import type { IsoDate } from '../calendar/dates.ts';
import { allClausesSatisfied } from '../clause.ts';
import type { CommitteeYearRules, MeasureKey } from '../programme/stages/committee-year.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CommitteeData, CommitteeYear, Meetings, MeetingsSetting, TakenMeasure } from './year.ts';

type Guard = (meetings: Meetings, data: CommitteeData, setting: MeetingsSetting) => Refusal | null;

/** The measures that keep a committee from reviewing. */
const stopping: readonly MeasureKey[] = ['stopReview', 'removeRight'];

const inForce = (measures: readonly TakenMeasure[], key: MeasureKey, meetingOn?: IsoDate): TakenMeasure | undefined =>
  measures.find((each) => each.measure === key && !each.liftedOn && each.meetingOn === meetingOn);

/** The title office takes one of the printed measures against an office that neglects its duty, with a reason (LYG-5.3-b). */
export const takeMeasure: Guard = ({ meetings, measures = [] }, data, setting) => {
  const rules = setting.rules.measures;
  const { measure, until, meetingOn } = data;
  const clauses = rules?.clauses ?? [];
  if (!rules || measure === undefined)
    return no('INVALID_DATA', '没有此项处理措施。', 'There is no such measure.', clauses);
  if (!data.reasoned) return no('REASON_MISSING', '须写明理由。', 'A reason must be recorded.', clauses);
  if ((measure === 'correctBy') !== (until !== undefined) || (until !== undefined && until <= setting.today))
    return no(
      'INVALID_DATA',
      '限期纠正须写明今后的期限，其他措施不写期限。',
      'Only an order to correct has a day, and it is still to come.',
      clauses,
    );
  const meeting = meetings.find((each) => each.meetingOn === meetingOn);
  const held = meeting?.approvedOn && meeting.meetingOn <= setting.today;
  if (measure === 'voidResults' ? !held : meetingOn !== undefined)
    return no(
      'INVALID_DATA',
      '宣布评审结果无效须写明已召开的评审会议。',
      'Results are declared void of a meeting that was held.',
      clauses,
    );
  if (inForce(measures, measure, meetingOn))
    return no('ACTION_NOT_HERE', '已采取此项措施。', 'This measure is taken already.', clauses);
  return null;
};

/** A measure that stops the review is lifted, with a reason; results that were declared void stay so. */
export const liftMeasure: Guard = ({ measures = [] }, { measure, reasoned }, { rules }) => {
  const clauses = rules.measures?.clauses ?? [];
  if (measure === undefined || !stopping.includes(measure) || !inForce(measures, measure))
    return no('ACTION_NOT_HERE', '没有可以解除的处理措施。', 'There is no measure that could be lifted.', clauses);
  return reasoned ? null : no('REASON_MISSING', '须写明理由。', 'A reason must be recorded.', clauses);
};

/** The measures after one was taken or lifted on a day. */
export function measuresAfter(
  before: readonly TakenMeasure[],
  name: 'takeMeasure' | 'liftMeasure',
  { measure, until, meetingOn }: CommitteeData,
  today: IsoDate,
): readonly TakenMeasure[] {
  if (measure === undefined) return before;
  if (name === 'liftMeasure')
    return before.map((each) => (each.measure === measure && !each.liftedOn ? { ...each, liftedOn: today } : each));
  const taken = { measure, on: today, liftedOn: null };
  return [...before, { ...taken, ...(until ? { until } : {}), ...(meetingOn ? { meetingOn } : {}) }];
}

type Measured = {
  readonly year: Pick<CommitteeYear, 'measures'> | null;
  readonly rules: CommitteeYearRules | undefined;
};

/** Refuses what a committee does while its review is stopped or its right is removed (LYG-5.3-b). */
export function stoppedRefusal({ year, rules }: Measured): Refusal | null {
  const stopped = stopping.some((key) => inForce(year?.measures ?? [], key));
  const clauses = rules?.measures?.clauses ?? [];
  if (allClausesSatisfied(clauses, !stopped)) return null;
  return no(
    'NOT_OPENED',
    '该评委会已被停止评审或取消评审权。',
    'The committee was ordered to stop, or its right to review was removed.',
    clauses,
  );
}

/** Refuses a new application to a committee whose right to review was removed, and says since when (LYG-5.3-b). */
export function rightRemoved({ year, rules }: Measured): Refusal | null {
  const removed = inForce(year?.measures ?? [], 'removeRight');
  const clauses = rules?.measures?.clauses ?? [];
  if (allClausesSatisfied(clauses, removed === undefined)) return null;
  const on = removed?.on ?? '';
  return no(
    'NOT_OPENED',
    `该评委会的评审权已于${on}被取消。`,
    `The right of this committee to review was removed on ${on}.`,
    clauses,
  );
}

/** Refuses what rests on the results of a meeting that were declared void (LYG-5.3-b). */
export function voidRefusal({ year, rules }: Measured, meetingOn: IsoDate | null | undefined): Refusal | null {
  const isVoid = meetingOn != null && inForce(year?.measures ?? [], 'voidResults', meetingOn) !== undefined;
  const clauses = rules?.measures?.clauses ?? [];
  if (allClausesSatisfied(clauses, !isVoid)) return null;
  return no(
    'NOT_OPENED',
    '该次会议的评审结果已被宣布无效。',
    'The results of this meeting were declared void.',
    clauses,
  );
}

const no = (code: Refusal['code'], zh: string, en: string, clauses: readonly string[]): Refusal =>
  refuse(code, { zh, en }, { clauses });
