import type { StageDef } from '../../../domain/stage.ts';
import { windowClose } from './deadlines.ts';

/** N0g and N0d: what goes before on the special tracks. */
export const preliminaries: readonly StageDef[] = [
  {
    kind: 'review',
    key: 'GREEN_CHANNEL_REQUEST',
    name: { zh: '绿色通道初步审核', en: 'Green-channel request' },
    when: { tracks: ['greenChannel'] },
    role: 'committeeOffice',
    pass: { action: 'agree', next: 'UNIT_APPLICATION' },
    deadlines: [windowClose([{ outcome: 'NOT_FILED' }])],
    clauses: ['LN-8.3-a', 'LN-8.3-b'],
  },
  {
    kind: 'handover',
    key: 'DELEGATION',
    name: { zh: '委托评审', en: 'Delegated review' },
    when: { tracks: ['delegated'] },
    steps: [
      {
        key: 'forwardLetter',
        action: 'forward',
        role: 'unitHr',
        name: { zh: '上级主管单位出具委托评审函', en: 'The superior unit issues the delegation letter' },
        clauses: ['LN-8.1-a', 'LN-8.1-b'],
      },
      {
        key: 'attachLetter',
        action: 'attachDelegation',
        role: 'committeeOffice',
        name: { zh: '省人社厅书面反馈委托评审函', en: 'The provincial department returns the delegation letter' },
        clauses: ['LN-8.1-c'],
      },
    ],
    next: 'UNIT_APPLICATION',
    deadlines: [windowClose([{ outcome: 'NOT_ACCEPTED' }])],
    clauses: ['LN-8.1-c'],
  },
];

/** N1 to N4: inside the unit. */
export const unitStages: readonly StageDef[] = [
  {
    kind: 'filing',
    key: 'UNIT_APPLICATION',
    name: { zh: '个人申请', en: 'Application to the unit' },
    next: 'UNIT_REVIEW',
    deadlines: [windowClose([{ outcome: 'NOT_FILED' }])],
    clauses: ['LN-5.1-a'],
  },
  {
    kind: 'review',
    key: 'UNIT_REVIEW',
    name: { zh: '单位审核', en: 'Unit review' },
    role: 'unitHr',
    pass: { action: 'agree', next: 'DEMOCRATIC_APPRAISAL' },
    return: { next: 'UNIT_APPLICATION', clauses: ['LN-5.2.1-a'], completeList: true },
    refuse: { action: 'refuse', outcome: 'UNIT_NOT_RECOMMENDED' },
    deadlines: [windowClose([{ outcome: 'NOT_FILED' }])],
    clauses: ['LN-5.2.1-a'],
  },
  {
    kind: 'review',
    key: 'DEMOCRATIC_APPRAISAL',
    name: { zh: '单位民主评议', en: 'Democratic appraisal by the unit' },
    role: 'unitAssessmentGroup',
    pass: { action: 'select', next: 'UNIT_PUBLICITY' },
    refuse: { action: 'passOver', outcome: 'UNIT_NOT_RECOMMENDED' },
    deadlines: [windowClose([{ outcome: 'NOT_FILED' }])],
    clauses: ['LN-5.3-a'],
  },
  {
    kind: 'publicity',
    key: 'UNIT_PUBLICITY',
    name: { zh: '单位公示', en: 'Unit publicity' },
    role: 'unitHr',
    workingDays: 5,
    next: 'ONLINE_REVIEW',
    upheldOutcome: 'UNIT_NOT_RECOMMENDED',
    objectionClauses: ['LN-5.4-f', 'LN-5.4-g', 'LN-A1-e'],
    mustPrecede: { window: 'onlineFiling', clauses: ['LN-5.4-c', 'LN-5.5.1-a'] },
    removesItems: true,
    // Sent back by an invalid document the application was filed once: it is then not accepted rather than not filed.
    deadlines: [windowClose([{ when: 'nothingSubmitted', outcome: 'NOT_FILED' }, { outcome: 'NOT_ACCEPTED' }])],
    clauses: ['LN-5.4-c', 'LN-5.4-d'],
  },
];
