import { toRfc3339 } from '../../../domain/calendar/dates.ts';
import type { Track } from '../../../domain/programme/facts.ts';
import type { HearingRule } from '../../../domain/programme/stages/stages.ts';
import type { Averages } from '../../../domain/session/meeting/scores.ts';
import type { SessionState } from '../../../domain/session/session.ts';
import { printedDate } from '../blocks.ts';
import type { ExpertLine, RecusalLine, ResultLine } from './session-paper.ts';

/** Points or per cent as a paper prints hundredths: always with two decimals. */
export const twoDecimals = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
/** The same; empty where there is none. */
export const pointsOrBlank = (hundredths: number | null): string =>
  hundredths === null ? '' : twoDecimals(hundredths);

/** The composite score with its parts, line by line; none where nothing is weighted or a part is missing (LN-7-e, LN-7-f). */
export function compositeLines(hearing: HearingRule | null, { quantified, defence, composite }: Averages): string[] {
  const weights = hearing?.weights;
  if (!weights || quantified === null || defence === null || composite === null) return [];
  return [
    `综合成绩 ${twoDecimals(composite)}`,
    `量化 ${twoDecimals(quantified)}×${weights.quantified}%`,
    `答辩 ${twoDecimals(defence)}×${weights.defence}%`,
  ];
}

/** The days of the meeting. */
export function meetingDays({ meetingOn, lastDay }: SessionState): string {
  if (!lastDay || lastDay === meetingOn) return printedDate(meetingOn);
  return `${printedDate(meetingOn)}至${printedDate(lastDay)}`;
}

/** An instant to the minute, in Beijing time. */
export const printedTime = (at: number): string => {
  const [day, time = ''] = toRfc3339(at).split('T');
  return `${printedDate(day)} ${time.slice(0, 5)}`;
};

/** How somebody applies. */
export const trackNames: Readonly<Record<Track, string>> = {
  standard: '正常申报',
  exceptional: '破格申报',
  greenChannel: '绿色通道',
  delegated: '委托评审',
  initialDesignation: '初定',
  urgentTalent: '急需紧缺人才',
  sameLevelTransfer: '同级转评',
};

/** The seats of the draw and the ranks of a committee. */
export const seatNames = { member: '评委', alternate: '候补' } as const satisfies Record<ExpertLine['seat'], string>;
export const rankNames = { chair: '主任委员', viceChair: '副主任委员' } as const;

/** Why an expert withdrew. */
export const groundNames: Readonly<Record<RecusalLine['ground'], string>> = {
  sameUnit: '同一单位',
  relation: '利害关系',
  jointWork: '合作业绩成果',
  other: '其他原因',
};

/** What came of the review of one application (A-20, LYG-5.4-b). */
export function outcomeOf({ passed, reason }: Pick<ResultLine, 'passed' | 'reason'>): string {
  if (passed) return '通过';
  if (reason === 'absentFromDefence') return '未通过（未参加答辩）';
  return reason === 'vetoed' ? '未通过（一票否决）' : '未通过';
}
