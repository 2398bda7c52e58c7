import type { OutcomeDef } from '../../../domain/programme/programme.ts';

/** All outcomes with the rules on which they are based. */
export const outcomes: Readonly<Record<string, OutcomeDef>> = {
  NOT_FILED: {
    label: { zh: '未在规定时间内申报', en: 'Not filed in time' },
    clauses: ['DL-2.1.1-a', 'DL-2.1.2-a'],
    readings: ['A-07'],
  },
  UNIT_NOT_RECOMMENDED: {
    label: { zh: '所在单位不予推荐', en: 'Not recommended by the unit' },
    clauses: ['DL-2.2.2-a', 'DL-2.2.2-d'],
  },
  PRELIM_REJECTED: {
    label: { zh: '初审不通过', en: 'Failed the preliminary review' },
    clauses: ['DL-2.2.3-c', 'DL-2.1.2-a'],
    readings: ['A-04', 'A-47'],
  },
  NOT_FORWARDED: {
    label: { zh: '主管部门未在规定时间内报送', en: 'Not forwarded by the authority in time' },
    responsible: 'preliminaryAuthority',
    clauses: ['DL-2.1.3-a'],
    readings: ['A-08'],
  },
  RE_REVIEW_REJECTED: {
    label: { zh: '复审不通过', en: 'Failed the re-review' },
    clauses: ['DL-2.2.3-h', 'DL-2.2.4-b'],
    readings: ['A-48'],
  },
  REFERRED: {
    label: { zh: '已上报省里参评', en: 'Reported to the province for review' },
    clauses: ['DL-1.1.3-a', 'DL-2.2.4-c'],
  },
  NOT_REVIEWED: {
    label: { zh: '评委会未在规定时间内评审', en: 'Not reviewed by the committee in time' },
    responsible: 'committeeOrganiser',
    clauses: ['DL-2.1.3-b'],
    readings: ['A-48'],
  },
  NOT_PASSED: {
    label: { zh: '评审未通过', en: 'Not passed by the committee' },
    clauses: ['DL-1.1.1-a', 'DL-1.1.1-c'],
    readings: ['A-20'],
  },
  CANCELLED: { label: { zh: '取消申报资格', en: 'Cancelled' }, clauses: ['DL-2.3.1-h'], readings: ['A-10'] },
  CERTIFIED: { label: { zh: '评审通过，已发证', en: 'Certified' }, clauses: ['DL-2.3.1-i'] },
  WITHDRAWN: { label: { zh: '申报人撤回申报', en: 'Withdrawn by the applicant' }, clauses: [], readings: ['A-39'] },
};
