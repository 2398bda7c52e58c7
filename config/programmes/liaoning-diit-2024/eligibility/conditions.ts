import type { EligibilityRule } from '../../../../domain/programme/eligibility.ts';

/**
 * The tracks with the usual conditions: in the green channel the committee’s office assesses the person first, and an exceptional case has a form of
 * its own (LN-8.3-b, LN-A2.3.4-a).
 */
const normally = ['standard', 'delegated'] as const;

/** The requirements of the standard, the years and the examination (LN-2.2.2, LN-3, LN-4.2). */
export const conditions: readonly EligibilityRule[] = [
  {
    key: 'examinationPassed',
    when: { series: ['economics'], levels: ['deputySenior'] },
    requires: { kind: 'examPassed', certificate: true },
    message: {
      zh: '参加经济系列副高级评审须取得全国经济副高统一考试成绩合格单。',
      en: 'Deputy-senior in economics requires the pass sheet of the national deputy-senior examination.',
    },
    clause: 'LN-2.2.2-c',
    mustBeTold: true,
  },
  {
    key: 'examinationValid',
    when: { series: ['economics'], levels: ['deputySenior'] },
    requires: { kind: 'examValid', years: 5 },
    message: {
      zh: '经济副高全国统一考试成绩有效期为5年。',
      en: 'The result of the national deputy-senior examination in economics is valid for 5 years.',
    },
    clause: 'LN-2.2.2-d',
    readings: ['A-22'],
  },
  {
    key: 'education',
    when: { tracks: normally },
    requires: { kind: 'educationOfStandard' },
    message: {
      zh: '学历须达到所申报专业、层级评价标准的要求，由所在单位审核，不须提交学历、学位证书原件和复印件。',
      en: 'The education must reach what the standard of the specialty and level asks; the unit looks it up, and nobody hands in a degree certificate.',
    },
    clause: 'LN-3-a',
  },
  {
    key: 'educationVerified',
    requires: { kind: 'attestation' },
    message: {
      zh: '学历按《关于进一步明确申请职称评审不须提交学历、学位证书原件和复印件的通知》（辽人社职〔2019〕1号）执行，由所在单位审核。',
      en: 'Education goes by 辽人社职〔2019〕1号, and the unit checks it.',
    },
    clause: 'LN-8.4-a',
    attestedBy: 'unitHr',
  },
  {
    key: 'seniority',
    when: { tracks: normally },
    requires: { kind: 'seniority', counting: 'calendarYears' },
    message: {
      zh: '资历以周年计算，满足申报年限内的任一时间即可：申报年份减取得现资格的年份不少于标准要求的年限。',
      en: 'Seniority counts by years, any day in the year: the year of applying less the year of the title must reach what the standard asks.',
    },
    clause: 'LN-4.2-a',
    readings: ['A-21'],
    attestedBy: 'unitHr',
  },
  {
    key: 'seniorityFullSenior',
    when: { series: ['engineering'], levels: ['fullSenior'], tracks: normally },
    requires: { kind: 'seniority', counting: 'calendarYears', years: 5, held: 'deputySenior' },
    message: {
      zh: '申报正高级工程师须取得高级工程师资格满5年，取得年份内任一时间即可。',
      en: 'Full-senior engineer requires the senior engineer’s title for 5 years; any day in the year of obtaining it will do.',
    },
    clause: 'LN-4.2-b',
    readings: ['A-21'],
  },
  {
    key: 'notUsedBefore',
    requires: { kind: 'notUsedBefore' },
    message: {
      zh: '严禁同一业绩成果在不同年份、不同申报人员之间重复使用；如确由多人完成，应说明本人完成的具体部分。',
      en: 'One achievement is not used again in another year or by another applicant; joint work states one’s own part.',
    },
    clause: 'LN-5.2.3-a',
    readings: ['A-34'],
    attestedBy: 'unitHr',
  },
  {
    key: 'conditionsCounted',
    requires: { kind: 'conditionsOfStandard', cutOff: 'achievements', afterTitle: true },
    message: {
      zh: '业绩成果按标准所列条件的项数计算，而非业绩的条数，截至{lastDay}，且须在取得现级别专业技术资格后获得；同一业绩成果只对应一项条件，标准另有规定的除外。',
      en: 'Achievements are counted by distinct condition of the standard, not by number of works, up to {lastDay}, and only those obtained after the present title; one work counts for one condition unless the standard says otherwise.',
    },
    clause: 'LN-3-b',
    readings: ['A-23'],
  },
];
