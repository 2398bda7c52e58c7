import type { StageDef } from '../../../../domain/programme/stages/stages.ts';
import { preliminaryChecks, unitReviewChecks } from './checks.ts';
import { acceptancePeriod, correctionEnds, untilArrival } from './deadlines.ts';

const pledge = {
  key: 'truthPledge',
  name: {
    zh: '承诺提供的相关证书、业绩成果、论文等材料真实可靠',
    en: 'I pledge that the certificates, achievements and papers I supply are true and reliable',
  },
  clauses: ['LYG-5.4-a'],
};

/** L1 to L4c: the applicant, the unit and the preliminary review of the territory. */
export const filingStages: readonly StageDef[] = [
  {
    kind: 'filing',
    key: 'ONLINE_FILING',
    name: { zh: '个人自主申报', en: 'Online filing' },
    next: 'UNIT_REVIEW',
    checks: [pledge],
    deadlines: untilArrival('NOT_FILED'),
    clauses: ['LYG-4.0-a', 'LYG-4.1-a', 'LYG-4.1-c', 'LYG-5.4-a'],
  },
  {
    kind: 'review',
    key: 'UNIT_REVIEW',
    name: { zh: '单位审核', en: 'Unit review' },
    role: 'unitHr',
    pass: {
      action: 'agree',
      next: 'UNIT_PUBLICITY',
      checks: unitReviewChecks,
    },
    return: { next: 'ONLINE_FILING', clauses: ['LYG-4.2-a'] },
    refuse: { action: 'refuse', outcome: 'UNIT_NOT_RECOMMENDED' },
    deadlines: untilArrival('NOT_FILED'),
    clauses: ['LYG-4.2-a', 'LYG-4.2-b'],
  },
  {
    kind: 'publicity',
    key: 'UNIT_PUBLICITY',
    name: { zh: '单位评前公示', en: 'Unit publicity' },
    role: 'unitHr',
    workingDays: 5,
    next: 'PRELIMINARY_REVIEW',
    upheldOutcome: 'UNIT_NOT_RECOMMENDED',
    objectionClauses: ['LYG-4.2-c'],
    mustPrecede: { window: 'acceptance', clauses: ['LYG-4.2-c'] },
    deadlines: untilArrival('NOT_FILED'),
    clauses: ['LYG-4.2-c'],
  },
  {
    kind: 'review',
    key: 'PRELIMINARY_REVIEW',
    name: { zh: '申报材料初审', en: 'Preliminary review' },
    role: 'preliminaryAuthority',
    pass: { action: 'pass', next: 'OFFICE_RECHECK', gate: acceptancePeriod, checks: preliminaryChecks },
    return: {
      next: 'CORRECTION',
      completeList: true,
      once: true,
      period: {
        least: 3,
        most: 15,
        usual: 5,
        keepsOpenWithin: 'calendarYear',
        clauses: ['LYG-4.3-b', 'LYG-4.3-c'],
        readings: ['A-30', 'A-46'],
      },
      clauses: ['LYG-4.3-b'],
    },
    refuse: {
      action: 'refuse',
      outcome: 'PRELIM_REJECTED',
      completeList: true,
      grounds: [
        {
          key: 'conditions',
          name: { zh: '不符合申报条件', en: 'The conditions of applying are not met' },
          clauses: ['LYG-5.3-a'],
        },
        {
          key: 'time',
          name: { zh: '不符合申报时间要求', en: 'The time is not kept' },
          clauses: ['LYG-5.3-a'],
        },
        {
          key: 'material',
          name: { zh: '不符合申报材料要求', en: 'The material is not as required' },
          clauses: ['LYG-5.3-a'],
        },
      ],
      clauses: ['LYG-5.3-a', 'LYG-4.3-b'],
    },
    deadlines: untilArrival('NOT_FORWARDED'),
    clauses: ['LYG-4.0-a', 'LYG-4.0-b', 'LYG-4.3-a'],
  },
  {
    kind: 'filing',
    key: 'CORRECTION',
    name: { zh: '补正', en: 'Correction' },
    next: 'PRELIMINARY_REVIEW',
    checks: [pledge],
    deadlines: [correctionEnds, ...untilArrival('ABANDONED')],
    clauses: ['LYG-4.3-b', 'LYG-4.3-c', 'LYG-5.4-a'],
  },
];
