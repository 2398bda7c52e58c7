import type { StageDef } from '../../../../domain/programme/stages/stages.ts';
import {
  greenChannelChecks,
  letterReceivedChecks,
  letterReturnedChecks,
  unitConsentChecks,
  unitReviewChecks,
} from './checks.ts';
import { windowClose } from './deadlines.ts';

/** N0g and N0d: the preliminary stages of the special tracks. */
export const preliminaries: readonly StageDef[] = [
  {
    kind: 'filing',
    key: 'GREEN_CHANNEL_SUMMARY',
    name: { zh: '绿色通道：报送主要业绩和基本情况', en: 'Green channel: main achievements and basic data' },
    when: { tracks: ['greenChannel'] },
    next: 'GREEN_CHANNEL_REQUEST',
    deadlines: [windowClose([{ outcome: 'NOT_FILED' }])],
    clauses: ['LN-8.3-a'],
  },
  {
    kind: 'review',
    key: 'GREEN_CHANNEL_REQUEST',
    name: { zh: '绿色通道初步审核', en: 'Green-channel request' },
    when: { tracks: ['greenChannel'] },
    role: 'committeeOffice',
    pass: {
      action: 'consent',
      next: 'UNIT_APPLICATION',
      checks: greenChannelChecks,
    },
    refuse: { action: 'refuse', outcome: 'GREEN_CHANNEL_REFUSED' },
    deadlines: [windowClose([{ outcome: 'NOT_FILED' }])],
    clauses: ['LN-8.3-b'],
  },
  {
    kind: 'filing',
    key: 'DELEGATION_REQUEST',
    name: { zh: '委托评审：个人申请', en: 'Delegated review: the application' },
    when: { tracks: ['delegated'] },
    next: 'DELEGATION',
    deadlines: [windowClose([{ outcome: 'NOT_ACCEPTED' }])],
    clauses: ['LN-8.1-a'],
  },
  {
    kind: 'handover',
    key: 'DELEGATION',
    name: { zh: '委托评审', en: 'Delegated review' },
    when: { tracks: ['delegated'] },
    steps: [
      {
        key: 'unitConsent',
        action: 'forward',
        role: 'unitHr',
        name: {
          zh: '所在单位同意，并由上级主管单位出具委托评审函',
          en: 'The unit consents; its superior issues the letter',
        },
        checks: unitConsentChecks,
        clauses: ['LN-8.1-a', 'LN-8.1-b'],
      },
      {
        key: 'letterReturned',
        action: 'attachDelegation',
        role: 'delegationAuthority',
        name: {
          zh: '省人社厅专业技术人员服务处书面反馈委托评审函',
          en: 'The provincial department returns the letter in writing',
        },
        checks: letterReturnedChecks,
        clauses: ['LN-8.1-b', 'LN-8.1-c'],
      },
      {
        key: 'letterReceived',
        action: 'receivePaper',
        role: 'committeeOffice',
        name: { zh: '评委会接到委托评审函', en: 'The committee has received the letter' },
        checks: letterReceivedChecks,
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
    checks: [
      {
        key: 'declassified',
        name: { zh: '材料不涉密，或已按规定脱密处理', en: 'Nothing is secret, or it has been declassified' },
        clauses: ['LN-5.1-e'],
      },
    ],
    deadlines: [windowClose([{ outcome: 'NOT_FILED' }])],
    clauses: ['LN-5.1-a'],
  },
  {
    kind: 'review',
    key: 'UNIT_REVIEW',
    name: { zh: '单位审核', en: 'Unit review' },
    role: 'unitHr',
    pass: {
      action: 'agree',
      next: 'DEMOCRATIC_APPRAISAL',
      checks: unitReviewChecks,
    },
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
    pass: {
      action: 'select',
      next: 'UNIT_PUBLICITY',
      checks: [
        {
          key: 'groupDecided',
          name: { zh: '考评领导小组综合评议，择优确定', en: 'The assessment group weighed all and chose the best' },
          clauses: ['LN-5.3-a'],
        },
      ],
    },
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
    checks: [
      {
        key: 'sealedAndProminent',
        name: { zh: '公示文件加盖公章，张贴于醒目位置', en: 'The document is sealed and posted in a prominent place' },
        clauses: ['LN-5.4-d'],
      },
    ],
    // An application returned for an invalid document had been filed: it then ends as not accepted instead of not filed.
    deadlines: [windowClose([{ when: 'nothingSubmitted', outcome: 'NOT_FILED' }, { outcome: 'NOT_ACCEPTED' }])],
    clauses: ['LN-5.4-c', 'LN-5.4-d'],
  },
];
