import type { StageDef } from '../../../../domain/programme/stages/stages.ts';
import { beforeSession, sessionClose } from './deadlines.ts';

const senior = { levels: ['deputySenior', 'fullSenior'] } as const;
const midAndJunior = { levels: ['technician', 'assistant', 'mid'] } as const;
const here = { destinations: ['here'] } as const;

/**
 * D7P: what Dalian is not authorised to review is reported to the province. The report ends the application here; the result of the province is
 * recorded.
 */
const referral: StageDef = {
  kind: 'handover',
  key: 'PROVINCIAL_REFERRAL',
  name: { zh: '报省参评', en: 'Referral to the province' },
  when: { destinations: ['province'] },
  steps: [
    {
      key: 'reviewByCentre',
      action: 'recommend',
      role: 'talentCentre',
      name: { zh: '市就业和人才服务中心审核推荐', en: 'Review and recommendation by the city’s talent centre' },
      clauses: ['DL-2.2.4-c', 'DL-1.1.3-b'],
    },
    {
      key: 'reviewByIndustry',
      action: 'recommend',
      role: 'industryAuthority',
      name: { zh: '行业主管部门会同审核推荐', en: 'Review and recommendation by the industry authority' },
      clauses: ['DL-2.2.4-c', 'DL-1.1.3-b'],
    },
    {
      key: 'report',
      action: 'report',
      role: 'talentCentre',
      name: { zh: '报省参评', en: 'Report to the province' },
      clauses: ['DL-2.2.4-c', 'DL-1.1.3-a'],
    },
  ],
  outcome: 'REFERRED',
  // The province publishes within the year; the guide prints no day (DL-2.1.4-a).
  awaits: {
    role: 'talentCentre',
    days: 365,
    passed: { zh: '省评审通过', en: 'Passed by the province' },
    notPassed: { zh: '省评审未通过', en: 'Not passed by the province' },
    clauses: ['DL-1.1.3-a', 'DL-2.2.4-c'],
  },
  clauses: ['DL-1.1.3-a', 'DL-2.1.4-a', 'DL-2.2.4-c'],
};

/** D7 to D10: before the committee's organiser, the committee and after. */
export const committeeStages: readonly StageDef[] = [
  {
    kind: 'review',
    key: 'RE_REVIEW',
    name: { zh: '评委会组建单位复审', en: 'Re-review by the committee’s organiser' },
    when: here,
    otherwise: 'PROVINCIAL_REFERRAL',
    role: 'committeeOrganiser',
    pass: {
      action: 'pass',
      next: 'COMMITTEE_REVIEW',
      checks: [
        {
          key: 'originals',
          name: { zh: '高级职称报卷材料及原件已再次审核', en: 'Senior dossier and originals were checked again' },
          when: senior,
          clauses: ['DL-2.2.4-b'],
        },
      ],
    },
    refuse: { action: 'refuse', outcome: 'RE_REVIEW_REJECTED', clauses: ['DL-2.2.3-h'] },
    alarms: [beforeSession],
    clauses: ['DL-2.2.4-b'],
    readings: ['A-48'],
  },
  referral,
  {
    kind: 'session',
    key: 'COMMITTEE_REVIEW',
    name: { zh: '评审', en: 'Committee review' },
    when: here,
    role: 'committeeOffice',
    next: 'RESULT_PUBLICITY',
    notPassedOutcome: 'NOT_PASSED',
    heldWithin: { window: 'session', clauses: ['DL-2.1.3-b'] },
    hearing: [
      { when: senior, defence: true, clauses: ['DL-1.1.1-a'], readings: ['A-20'] },
      { defence: false, clauses: ['DL-1.1.1-c'] },
    ],
    checks: [
      {
        key: 'writtenReport',
        name: { zh: '个人书面述职、业绩展示', en: 'Written work report and display of achievements' },
        when: midAndJunior,
        clauses: ['DL-1.1.1-c'],
      },
    ],
    deadlines: [sessionClose],
    clauses: ['DL-1.1.1-a', 'DL-1.1.1-c', 'DL-2.1.3-b'],
  },
  {
    kind: 'publicity',
    key: 'RESULT_PUBLICITY',
    name: { zh: '评审结果公示', en: 'Publicity of the result' },
    when: here,
    role: 'committeeOffice',
    workingDays: 5,
    next: 'CERTIFIED',
    upheldOutcome: 'CANCELLED',
    objectionClauses: [],
    clauses: [],
    readings: ['A-10'],
  },
  {
    kind: 'certification',
    key: 'CERTIFIED',
    name: { zh: '确认发证', en: 'Certificate' },
    when: here,
    role: 'committeeOffice',
    outcome: 'CERTIFIED',
    clauses: ['DL-2.3.1-i'],
  },
];
