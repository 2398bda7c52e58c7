import { type ApplicantFacts, employerClasses } from '../../../domain/programme/facts.ts';
import type { Programme } from '../../../domain/programme/programme.ts';

const both = (word: string) => ({ zh: word, en: word });
const closes = (outcome: string) => [
  { key: 'door', rule: { kind: 'windowClose', window: 'door' } as const, lapse: [{ outcome }], clauses: ['XX-1-a'] },
];

/** An invented fourth programme: the publicity comes first, two submissions are allowed, and the paper dossier is due after one working day. */
export const invented: Programme = {
  id: 'islands-2025',
  version: 7,
  year: 2025,
  name: both('海岛'),
  authority: both('海岛厅'),
  source: 'invented',
  office: 'lighthouse',
  offices: [{ id: 'lighthouse', name: both('灯塔') }],
  fixedOffices: { association: 'lighthouse' },
  series: [
    {
      key: 'navigation',
      name: both('航海'),
      levels: ['mid'],
      specialties: [{ key: 'pilotage', name: both('引航'), class: 'sea', clauses: ['XX-1-a'] }],
    },
  ],
  tracks: ['standard'],
  scope: ['XX-1-a'],
  eligibility: [
    {
      key: 'resident',
      requires: { kind: 'yearsInProvince', years: 3 },
      message: both('三年'),
      clause: 'XX-1-b',
      attestedBy: 'unitHr',
    },
  ],
  authorities: [{ specialtyClasses: ['sea'], levels: ['mid'], employerClasses, decision: 'here', clauses: ['XX-1-a'] }],
  sealing: [],
  timeline: {
    version: 1,
    year: 2025,
    windows: [{ key: 'door', series: ['navigation'], opens: '2025-09-22', closes: '2025-10-17', clauses: ['XX-2-a'] }],
    cutOffs: [],
  },
  stages: [
    {
      kind: 'filing',
      key: 'LETTER',
      name: both('来信'),
      next: 'PIER',
      deadlines: closes('TOO_LATE'),
      clauses: ['XX-1-a'],
    },
    {
      kind: 'handover',
      key: 'PIER',
      name: both('码头'),
      steps: [
        {
          key: 'vouch',
          action: 'recommend',
          role: 'unitHr',
          name: both('作保'),
          checks: [{ key: 'resident', name: both('居住三年'), clauses: ['XX-1-b'] }],
          choices: [
            { key: 'calm', name: both('风平浪静'), afterObjection: false, clauses: ['XX-3-b'] },
            { key: 'storm', name: both('风浪已过'), afterObjection: true, clauses: ['XX-3-b'] },
          ],
          clauses: ['XX-3-b'],
        },
        { key: 'row', action: 'handOver', role: 'unitHr', name: both('划桨'), clauses: ['XX-2-b'] },
      ],
      next: 'BOARD',
      deadlines: closes('TOO_LATE'),
      clauses: ['XX-2-b'],
    },
    {
      kind: 'publicity',
      key: 'BOARD',
      name: both('公告'),
      role: 'committeeOffice',
      workingDays: 2,
      next: 'HARBOUR',
      upheldOutcome: 'SUNK',
      objectionClauses: ['XX-1-b'],
      deadlines: closes('TOO_LATE'),
      clauses: ['XX-1-b'],
    },
    {
      kind: 'review',
      key: 'HARBOUR',
      name: both('港口'),
      role: 'association',
      submission: { window: 'door', attempts: 2, clauses: ['XX-2-a'], grantedBy: 'association', lockedBy: ['XX-2-c'] },
      pass: { action: 'approve', next: 'FERRY' },
      return: { next: 'HARBOUR', clauses: ['XX-2-a'] },
      deadlines: [
        {
          key: 'door',
          rule: { kind: 'windowClose', window: 'door' },
          lapse: [{ when: 'attemptsUsed', outcome: 'NO_MORE_BOATS' }, { outcome: 'TOO_LATE' }],
          clauses: ['XX-2-a'],
        },
      ],
      clauses: ['XX-2-a'],
    },
    {
      kind: 'handover',
      key: 'FERRY',
      name: both('渡船'),
      steps: [{ key: 'bring', action: 'handOver', role: 'applicant', name: both('送达'), clauses: ['XX-2-b'] }],
      next: 'LAMP',
      deadlines: [
        {
          key: 'tide',
          rule: { kind: 'workingDaysAfterEntry', days: 1 },
          lapse: [{ outcome: 'SUNK' }],
          clauses: ['XX-2-b'],
        },
      ],
      clauses: ['XX-2-b'],
    },
    {
      kind: 'certification',
      key: 'LAMP',
      name: both('点灯'),
      role: 'committeeOffice',
      outcome: 'LIT',
      clauses: ['XX-4-a'],
    },
  ],
  outcomes: {
    TOO_LATE: { label: both('太迟'), clauses: ['XX-2-a'] },
    NO_MORE_BOATS: { label: both('无船'), clauses: ['XX-2-a'] },
    SUNK: { label: both('沉没'), clauses: ['XX-1-b'] },
    LIT: { label: both('灯亮'), clauses: [] },
    WITHDRAWN: { label: both('撤回'), clauses: [] },
  },
  remedyDays: 3,
  withdrawUntil: 'FERRY',
  cancel: { role: 'administrator', outcome: 'SUNK', clauses: ['XX-1-b'] },
  lateAcceptances: [
    {
      stage: 'FERRY',
      deadline: 'tide',
      role: 'committeeOffice',
      requires: 'nothing',
      clauses: ['XX-2-b'],
      readings: [],
    },
  ],
  claims: [],
  publicityPaper: {
    clauses: ['XX-3-a'],
    points: [
      { asks: 'contents', clause: 'XX-3-c' },
      { asks: 'lastDay', clause: 'XX-3-d' },
    ],
  },
  materials: [
    {
      key: 'logbook',
      name: both('航海日志'),
      clause: 'XX-4-b',
      suppliedBy: 'applicant',
      check: { kind: 'shown' },
      prints: { document: 'evaluationForm', after: { passed: 'HARBOUR' } },
    },
  ],
};

/** Who applies there. */
export const pilot: ApplicantFacts = {
  series: 'navigation',
  specialty: 'pilotage',
  level: 'mid',
  track: 'standard',
  employerClass: 'private',
};
