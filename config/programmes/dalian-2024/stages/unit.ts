import type { StageDef } from '../../../../domain/programme/stages/stages.ts';
import { unitReviewChecks, unitSealChecks } from './checks.ts';
import { filingClose, handOverClose } from './deadlines.ts';

/** D1 to D4: from the applicant to the unit's hand-over. */
export const unitStages: readonly StageDef[] = [
  {
    kind: 'filing',
    key: 'ONLINE_FILING',
    name: { zh: '网上申报', en: 'Online filing' },
    gate: { window: 'onlineFiling', clauses: ['DL-2.1.1-a'] },
    checks: [
      {
        key: 'ownPledge',
        name: { zh: '本人已手写抄写“本人承诺”并签字', en: 'The personal pledge is copied by hand and signed' },
        clauses: ['DL-2.3.1-h'],
      },
    ],
    next: 'UNIT_REVIEW',
    deadlines: [filingClose],
    clauses: ['DL-2.1.1-a', 'DL-2.2.1-a'],
  },
  {
    kind: 'review',
    key: 'UNIT_REVIEW',
    name: { zh: '单位联审', en: 'Joint review by the unit' },
    role: 'unitAssessmentGroup',
    pass: { action: 'agree', next: 'UNIT_PUBLICITY', checks: unitReviewChecks },
    return: { next: 'ONLINE_FILING', clauses: ['DL-2.2.2-a'], completeList: true },
    refuse: { action: 'refuse', outcome: 'UNIT_NOT_RECOMMENDED' },
    deadlines: [handOverClose],
    clauses: ['DL-2.2.2-a'],
  },
  {
    kind: 'publicity',
    key: 'UNIT_PUBLICITY',
    name: { zh: '单位公示', en: 'Unit publicity' },
    role: 'unitHr',
    workingDays: 5,
    next: 'UNIT_RECOMMENDED',
    upheldOutcome: 'UNIT_NOT_RECOMMENDED',
    objectionClauses: ['DL-2.2.2-d'],
    heldBefore: { clauses: ['DL-2.2.2-c'], readings: ['A-07'] },
    mustPrecede: { window: 'preliminary', clauses: ['DL-2.1.2-a'] },
    checks: [
      {
        key: 'publicContent',
        name: {
          zh: '公示内容包括学历、资历、业绩成果等',
          en: 'What is posted includes education, seniority and achievements',
        },
        clauses: ['DL-2.2.2-b'],
      },
    ],
    deadlines: [handOverClose],
    clauses: ['DL-2.2.2-b', 'DL-2.2.2-c'],
    readings: ['A-02', 'A-07'],
  },
  {
    kind: 'handover',
    key: 'UNIT_RECOMMENDED',
    name: { zh: '单位推荐并报送', en: 'Recommendation by the unit and hand-over' },
    steps: [
      {
        key: 'recommend',
        action: 'recommend',
        role: 'unitHr',
        name: { zh: '填写“单位公示情况”并推荐', en: 'Part 7 of the form, and the recommendation' },
        checks: [
          {
            key: 'part7',
            name: {
              zh: '第七部分“单位公示情况”已由单位人事部门如实填写',
              en: 'The personnel section has filled part 7 truthfully, item by item',
            },
            clauses: ['DL-2.2.2-f'],
          },
        ],
        choices: [
          {
            key: 'noObjection',
            name: { zh: '公示结果无异议', en: 'Publicity without objection' },
            afterObjection: false,
            clauses: ['DL-2.2.2-g'],
          },
          {
            key: 'agreedAfterInvestigation',
            name: {
              zh: '公示结果有异议，经调查后同意申报',
              en: 'There was an objection; after investigation the application is agreed to',
            },
            afterObjection: true,
            clauses: ['DL-2.2.2-g'],
          },
        ],
        clauses: ['DL-2.2.2-d', 'DL-2.2.2-f', 'DL-2.2.2-g'],
      },
      {
        key: 'sealUnit',
        action: 'seal',
        role: 'unitHr',
        name: { zh: '单位盖章', en: 'Seals of the unit' },
        checks: unitSealChecks,
        clauses: ['DL-2.2.2-e', 'DL-2.2.2-h'],
      },
      {
        key: 'handOver',
        action: 'handOver',
        role: 'unitHr',
        name: { zh: '报送主管部门初审', en: 'Hand-over for the preliminary review' },
        gate: { window: 'preliminary', clauses: ['DL-2.1.2-a'], readings: ['A-07'] },
        clauses: ['DL-2.1.2-a'],
      },
    ],
    next: 'PRELIMINARY_REVIEW',
    deadlines: [handOverClose],
    clauses: ['DL-2.2.2-d', 'DL-2.1.2-a'],
    readings: ['A-07'],
  },
];
