import type { OutcomeDef } from '../../../domain/programme/programme.ts';

/** All outcomes with the rules on which they are based. */
export const outcomes: Readonly<Record<string, OutcomeDef>> = {
  NOT_FILED: {
    label: { zh: '未在规定时间内申报', en: 'Not filed in time' },
    clauses: ['LN-4.3-c', 'LN-5.5.1-a'],
  },
  NOT_ACCEPTED: { label: { zh: '系统不予受理', en: 'Not accepted' }, clauses: ['LN-4.3-e', 'LN-4.3-f'] },
  ATTEMPTS_EXHAUSTED: {
    label: { zh: '三次提交审核机会已用完，未通过审核', en: 'All three submissions used without passing' },
    clauses: ['LN-5.5.3-b', 'LN-4.3-e'],
    readings: ['A-13'],
  },
  UNIT_NOT_RECOMMENDED: {
    label: { zh: '所在单位不予推荐', en: 'Not recommended by the unit' },
    clauses: ['LN-5.3-a', 'LN-5.4-g'],
  },
  PAPER_OVERDUE: {
    label: { zh: '纸质卷逾期未报送', en: 'Paper dossier overdue' },
    clauses: ['LN-5.7-a', 'LN-6.1-a'],
    readings: ['A-15'],
  },
  NOT_REVIEWED: {
    label: { zh: '本年度未经有效评审', en: 'Not validly reviewed this year' },
    clauses: ['LN-7-a'],
  },
  NOT_PASSED: {
    label: { zh: '评审未通过', en: 'Not passed by the committee' },
    clauses: ['LN-7-a'],
    readings: ['A-19'],
  },
  CANCELLED: { label: { zh: '取消申报资格', en: 'Cancelled' }, clauses: ['LN-5.1-b', 'LN-6.1-d'] },
  CERTIFIED: { label: { zh: '评审通过，已发证', en: 'Certified' }, clauses: ['LN-9.2-a'] },
  GREEN_CHANNEL_REFUSED: {
    label: {
      zh: '绿色通道未经初步审核同意，可按正常渠道申报',
      en: 'The green channel was not consented to; the ordinary way is open',
    },
    clauses: ['LN-8.3-b'],
  },
  WITHDRAWN: { label: { zh: '申报人撤回申报', en: 'Withdrawn by the applicant' }, clauses: [], readings: ['A-39'] },
  REFERRED: {
    label: { zh: '按照评审权限，由所在市负责评审', en: 'Reviewed by the city where the unit is' },
    clauses: ['LN-2.1.2-b', 'LN-2.2.2-b'],
  },
};
