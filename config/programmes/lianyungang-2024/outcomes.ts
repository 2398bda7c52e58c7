import type { OutcomeDef } from '../../../domain/programme/programme.ts';

/** All outcomes with the rules on which they are based. */
export const outcomes: Readonly<Record<string, OutcomeDef>> = {
  NOT_FILED: {
    label: { zh: '未在受理时间内报送', en: 'Not reported within the acceptance period' },
    clauses: ['LYG-5.3-a', 'LYG-7-b'],
    readings: ['A-46'],
  },
  UNIT_NOT_RECOMMENDED: {
    label: { zh: '所在单位不予推荐', en: 'Not recommended by the unit' },
    clauses: ['LYG-4.2-a', 'LYG-4.2-c'],
  },
  PRELIM_REJECTED: {
    label: { zh: '不予受理', en: 'Not accepted' },
    clauses: ['LYG-5.3-a', 'LYG-4.3-b', 'LYG-4.4-d'],
  },
  ABANDONED: {
    label: { zh: '逾期未补充完整，视为放弃申报', en: 'Not completed in time: deemed abandoned' },
    clauses: ['LYG-4.3-c'],
    readings: ['A-30'],
  },
  NOT_FORWARDED: {
    label: {
      zh: '县区人社部门、行业主管部门或人事代理部门未在受理时间内报送评委会办事机构',
      en: 'The preliminary reviewer did not report it to the committee office in time',
    },
    clauses: ['LYG-4.3-a', 'LYG-7-b'],
    readings: ['A-46'],
    responsible: 'preliminaryAuthority',
  },
  RETURNED: {
    label: { zh: '按原报送渠道退回', en: 'Returned along the channel by which it came' },
    clauses: ['LYG-4.4-b'],
    readings: ['A-25'],
  },
  REFERRED: {
    label: { zh: '已报送省级高评委会评审', en: 'Reported to the provincial senior committee' },
    clauses: ['LYG-4.4-e'],
  },
  NOT_DESIGNATED: { label: { zh: '未予初定', en: 'Not designated' }, clauses: ['LYG-3.1-c'], readings: ['A-31'] },
  NOT_REVIEWED: {
    label: { zh: '本年度未评审，不得跨年度评审', en: 'Not reviewed this year; review may not cross the year' },
    clauses: ['LYG-3.1-b'],
  },
  NOT_PASSED: { label: { zh: '评审未通过', en: 'Not passed by the committee' }, clauses: ['LYG-5.2-a'] },
  VETOED: {
    label: { zh: '学术造假、职业道德失范，一票否决', en: 'Vetoed for academic fraud or misconduct' },
    clauses: ['LYG-5.4-b'],
  },
  CANCELLED: { label: { zh: '取消申报资格', en: 'Cancelled' }, clauses: ['LYG-5.4-b', 'LYG-5.4-c'] },
  CERTIFIED: {
    label: { zh: '评审通过，已发证', en: 'Certified' },
    clauses: ['LYG-5.2-a', 'LYG-5.5-a'],
    // An initial designation is not reviewed by a committee.
    variants: [
      {
        when: { tracks: ['initialDesignation'] },
        label: { zh: '已初定，已发证', en: 'Designated and certified' },
        clauses: ['LYG-3.1-c', 'LYG-5.5-a'],
        readings: ['A-31'],
      },
    ],
  },
  WITHDRAWN: {
    label: { zh: '申报人撤回申报', en: 'Withdrawn by the applicant' },
    clauses: [],
    readings: ['A-25', 'A-39'],
  },
};
