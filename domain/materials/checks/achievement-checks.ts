import type { IsoDate } from '../../calendar/dates.ts';
import { listed } from '../../text.ts';
import { groupsUnmet, mappedTwice } from '../conditions.ts';
import { type Achievement, isPublication } from '../content.ts';
import type { CheckInput, Rule } from './checked-input.ts';
import { at, dated, each, obtainedAfterTitle, obtainedOn, publications } from './evidence.ts';
import { doubtful, lacks, type Problem, wrong } from './finding.ts';

/** There must be at least one achievement. */
export const achievements = ({ content }: CheckInput): Problem[] =>
  content.achievements.length > 0 ? [] : [lacks('/achievements', '未填写业绩成果。', 'No achievement is given.')];

/** There must be at least one paper, where a standard requires one. */
export const paper = ({ content }: CheckInput): Problem[] =>
  content.achievements.some(isPublication) ? [] : [lacks('/achievements', '未提供论文。', 'No paper is given.')];

/**
 * An achievement that ended, was sealed or was published after the last day does not count; papers and education have a last day of their own where
 * the notice names one (LN-4.1, DL-2.2.1-b, LYG-2.2-c).
 */
export function cutOff(input: CheckInput, rule: Rule<'cutOff'>): Problem[] {
  const end = lastDay(input, rule.cutOff);
  if (end === undefined) return [];
  const ofPapers = lastDay(input, 'papers') ?? end;
  const late = each(input, (achievement) => lateBy(achievement, isPublication(achievement) ? ofPapers : end));
  return [...late, ...graduatedLate(input)];
}

const lastDay = ({ cutOffs, facts }: CheckInput, wanted: string): IsoDate | undefined =>
  cutOffs.find(({ key, series }) => key === wanted && series.includes(facts.series))?.date;

function lateBy(achievement: Achievement, end: IsoDate): Problem[] {
  const days = dated(achievement);
  if (achievement.to <= end.slice(0, 7) && (days.length === 0 || days.some((day) => day <= end))) return [];
  return [
    wrong(
      at(achievement, 'to'),
      `有效业绩计算时间截至${end}，此项在其后。`,
      `Achievements count up to ${end}; this one is later.`,
    ),
  ];
}

/**
 * The education given as the highest must be obtained in time, unless another recognised one was; a later one does not count and does not hide it
 * (LYG-2.2-c).
 */
function graduatedLate(input: CheckInput): Problem[] {
  const { education = [], summary } = input.content;
  const end = lastDay(input, 'education');
  const on = summary?.graduatedOn;
  if (end === undefined || on === undefined || on <= end) return [];
  if (education.some(({ recognised, graduatedOn }) => recognised && graduatedOn <= end)) return [];
  const zh = `学历（学位）截止时间为${end}，此后取得的学历不予计算。`;
  return [wrong('/summary/graduatedOn', zh, `Education and degrees count up to ${end}; this one is later.`)];
}

/** An achievement must be obtained after the present title: its latest evidence is dated after the title (LN-6.3.2-a, DL-2.3.3-d). */
export function afterCurrentTitle(input: CheckInput): Problem[] {
  const since = input.content.summary?.currentTitleSince;
  if (since === undefined) return [];
  return each(input, (achievement) => {
    if (obtainedAfterTitle(obtainedOn(achievement), since)) return [];
    return [
      wrong(
        at(achievement, 'to'),
        `业绩须在取得现专业技术资格（${since}）后获得，否则不予认定为有效业绩。`,
        `It must have been obtained after the present title of ${since}.`,
      ),
    ];
  });
}

/** The applicant's own part of joint work must be stated (LN-5.2.3-b). */
export const contribution = (input: CheckInput): Problem[] =>
  each(input, (achievement) => {
    const joint = achievement.joint ?? achievement.role === 'participant';
    if (!joint || achievement.contribution) return [];
    return [
      lacks(
        at(achievement, 'contribution'),
        '同一业绩由多人完成的，须说明本人完成的具体部分。',
        'Several people did this: state the concrete part that is your own.',
      ),
    ];
  });

/** An award must name its class: government, or listed national social force, or another (LN-6.2-a). */
export const awardClass = (input: CheckInput): Problem[] =>
  each(input, (achievement) =>
    achievement.category !== 'award' || achievement.awardClass !== undefined
      ? []
      : [
          lacks(
            at(achievement, 'awardClass'),
            '请注明奖项类别：国家级、省部级政府奖励，或列入国家科学技术奖励工作办公室目录的全国性社会力量奖。',
            'Say which class of award: national or provincial government, or a listed national social force.',
          ),
        ],
  );

/** An award of the class `other` meets no condition; it belongs to the honours (LN-6.2-b). */
export const awardWithoutCondition = (input: CheckInput): Problem[] =>
  each(input, (achievement) =>
    achievement.awardClass !== 'other' || (achievement.conditions?.length ?? 0) === 0
      ? []
      : [
          wrong(
            at(achievement, 'conditions'),
            '其它奖励不能认定为申报的条件业绩，可填入荣誉。',
            'This class of award counts as no condition; list it as an honour.',
          ),
        ],
  );

const unrelated = (achievement: Achievement): Problem[] =>
  achievement.relation !== 'other'
    ? []
    : [
        wrong(
          at(achievement, 'relation'),
          '非本专业或非相近专业的，不能作为申报本专业职称的依据。',
          'Work outside the same or a close specialty is no basis of an application.',
        ),
      ];

/** Achievements must be of the same or a close specialty (LN-6.3.3-a). */
export const relation = (input: CheckInput): Problem[] =>
  each(input, (achievement) => (isPublication(achievement) ? [] : unrelated(achievement)));

/** Papers and books must be of the same or a close specialty (LN-6.4-d). */
export const publicationRelation = (input: CheckInput): Problem[] => publications(input, unrelated);

/** A representative work must be marked (LYG-5.1-c). */
export const representative = ({ content }: CheckInput): Problem[] =>
  content.achievements.some((achievement) => achievement.representative)
    ? []
    : [doubtful('/achievements', '未标明代表作。', 'No achievement is marked as the representative work.')];

/** An achievement must give its first and last month and one of three roles (LN-A1-c). */
export const monthAndRole = (input: CheckInput): Problem[] =>
  each(input, (achievement) => {
    const months = [achievement.from, achievement.to].every((month) => /^\d{4}-(0[1-9]|1[0-2])$/.test(month));
    if (months && ['lead', 'participant', 'sole'].includes(achievement.role)) return [];
    return [
      wrong(
        at(achievement, months ? 'role' : 'to'),
        '起止时间须精确到月，角色为主持、参与或独立。',
        'Begin and end to the month, and a role of lead, participant or sole.',
      ),
    ];
  });

/** Every achievement must name the clause of the standard that it meets (DL-1.9-b). */
export const mapped = (input: CheckInput): Problem[] =>
  each(input, (achievement) =>
    (achievement.conditions?.length ?? 0) > 0
      ? []
      : [
          lacks(
            at(achievement, 'conditions'),
            '须在备注中注明该项业绩成果符合评价标准中“业绩成果要求”的具体条目。',
            'Name the clause of the standard’s achievement requirements that this fulfils.',
          ),
        ],
  );

/** Counts conditions, not works (LN-3-b); one work counts for one condition unless the standard allows more. */
export function conditions({ content }: CheckInput, rule: Rule<'conditions'>): Problem[] {
  const twice = rule.oneWorkForSeveral ? [] : mappedTwice(content.achievements);
  const short = groupsUnmet(content.achievements, rule.groups);
  return [
    ...twice.map((achievement) =>
      wrong(
        at(achievement, 'conditions'),
        '一项业绩只能对应一项条件，标准另有规定的除外。',
        'One work counts for one condition unless the standard allows more.',
      ),
    ),
    ...short.map(({ group, met }) =>
      lacks(
        '/achievements',
        `须具备条件${listed(group.from)}中的${group.least}项以上，现符合${met}项（按条件计，不按业绩件数计）。`,
        `Conditions ${group.from.join(', ')}: ${group.least} are needed and ${met} are met, counted by condition and not by work.`,
      ),
    ),
  ];
}
