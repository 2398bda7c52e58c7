import { addMonths, yearOf } from '../../calendar/dates.ts';
import { type EducationRecord, educationTiers } from '../content.ts';
import type { CheckInput, Rule } from './checked-input.ts';
import { lacks, type Problem, wrong } from './finding.ts';

const rank = ({ tier }: EducationRecord): number => educationTiers.indexOf(tier);

/** The highest education must be the highest that the Ministry of Education recognises (DL-2.3.1-e). */
export function highestEducation({ content }: CheckInput): Problem[] {
  const recognised = (content.education ?? []).filter((each) => each.recognised);
  const highest = recognised.toSorted((a, b) => rank(b) - rank(a))[0];
  if (!highest)
    return [lacks('/education', '未填写教育部认可的学历。', 'No education recognised by the Ministry is given.')];
  if (content.summary?.highestTier === highest.tier) return [];
  return [
    wrong(
      '/summary/highestTier',
      '最高学历系指申报人取得学历中的教育部认可的最高学历，其他学历填写在学习经历栏中。',
      'The highest education is the highest recognised by the Ministry; others go into the column of studies.',
    ),
  ];
}

/** A CHSI report is valid for a number of months, counted to the day of submission (LYG-5.5-d, A-29). */
export function educationReport({ content, asOf }: CheckInput, { months }: Rule<'educationReport'>): Problem[] {
  const records = content.education ?? [];
  if (records.length === 0)
    return [lacks('/education', '未提供学历信息及学信网证明。', 'No education with its CHSI proof is given.')];
  return records.flatMap(({ verifiedBy, reportedOn }, at): Problem[] => {
    if (verifiedBy !== 'chsi') return [];
    const item = `/education/${at}/reportedOn`;
    if (reportedOn === undefined) return [lacks(item, '未提供学信网证明。', 'The CHSI proof is missing.')];
    if (reportedOn <= asOf && asOf <= addMonths(reportedOn, months)) return [];
    return [
      wrong(
        item,
        `学信网证明期限为${months}个月，已过期。`,
        `The CHSI proof is valid for ${months} months and expired.`,
      ),
    ];
  });
}

/** A CHSI form must have been downloaded in the programme's year; the unit downloads it, so a day not given is not missing (DL-1.4-b). */
export function educationFormOfYear({ content, year }: CheckInput): Problem[] {
  return (content.education ?? []).flatMap(({ verifiedBy, reportedOn }, at): Problem[] =>
    verifiedBy !== 'chsi' || reportedOn === undefined || yearOf(reportedOn) === year
      ? []
      : [
          wrong(
            `/education/${at}/reportedOn`,
            `须为当年度（${year}年）的《电子证书备案表》。`,
            `The CHSI registration form must be of this year, ${year}.`,
          ),
        ],
  );
}

/** The continuing-education form of the year is required (DL-1.6-a); with `certificate`, also the proof of every year given (LYG-2.9-b). */
export function continuingEducation({ content, year }: CheckInput, rule: Rule<'continuingEducation'>): Problem[] {
  const records = content.continuingEducation ?? [];
  const item = '/continuingEducation';
  if (rule.certificate) {
    if (records.length === 0)
      return [lacks(item, '未提供继续教育合格证明。', 'The proof of continuing education is missing.')];
    return records.flatMap(({ certificate }, at) =>
      certificate
        ? []
        : [
            lacks(
              `${item}/${at}/certificate`,
              '未提供该年度继续教育合格证明。',
              'The proof of continuing education of this year is missing.',
            ),
          ],
    );
  }
  if (records.some((each) => each.year === year)) return [];
  return [lacks(item, `未填写${year}年度继续教育考核登记。`, `The continuing education of ${year} is not filled in.`)];
}

/** The pass certificate of the examination is required where the title needs one (DL-1.1.2-d, LN-A2.1-b). */
export function examination({ content, year }: CheckInput): Problem[] {
  const { examination: given } = content;
  if (!given)
    return [lacks('/examination', '未提供考试成绩合格证明。', 'The pass sheet of the examination is missing.')];
  if (yearOf(given.passedOn) <= year) return [];
  return [wrong('/examination/passedOn', '考试时间有误。', 'The examination cannot lie in the future.')];
}
