import type { Process } from '../../../../domain/programme/programme.ts';
import type { StageDef } from '../../../../domain/programme/stages.ts';
import { outcomes } from '../outcomes.ts';
import { reviewedTracks, yearEnd } from './deadlines.ts';
import { filingStages } from './filing.ts';
import { officeStages } from './office.ts';

/** L8 to L12: the committee and after. */
const committeeStages: readonly StageDef[] = [
  {
    kind: 'session',
    key: 'COMMITTEE_REVIEW',
    name: { zh: '评委会评审', en: 'Committee review' },
    when: { tracks: reviewedTracks, destinations: ['here'] },
    role: 'committeeOffice',
    next: 'RESULT_PUBLICITY',
    notPassedOutcome: 'NOT_PASSED',
    heldWithin: {
      window: 'session',
      clauses: ['LYG-3.1-a'],
      withReason: { window: 'calendarYear', clauses: ['LYG-3.1-b'] },
    },
    opening: { daysBefore: 10, clauses: ['LYG-5.2-b', 'LYG-5.2-c'], readings: ['A-24'] },
    veto: { outcome: 'VETOED', clauses: ['LYG-5.4-b'] },
    checks: [
      {
        key: 'characterFirst',
        name: { zh: '品德首位评价', en: 'Moral character was judged first' },
        clauses: ['LYG-5.1-b'],
      },
    ],
    deadlines: [yearEnd('NOT_REVIEWED')],
    clauses: ['LYG-5.1-a', 'LYG-5.1-b', 'LYG-5.2-a', 'LYG-5.2-d'],
  },
  {
    kind: 'publicity',
    key: 'RESULT_PUBLICITY',
    name: { zh: '结果公示', en: 'Publicity of the result' },
    when: { tracks: reviewedTracks, destinations: ['here'] },
    role: 'committeeOffice',
    workingDays: 5,
    next: 'CERTIFIED',
    upheldOutcome: 'CANCELLED',
    objectionClauses: ['LYG-5.2-a', 'LYG-5.4-c'],
    clauses: ['LYG-5.2-a'],
    readings: ['A-10'],
  },
  {
    kind: 'certification',
    key: 'CERTIFIED',
    name: { zh: '公布发证', en: 'Certificate' },
    when: { destinations: ['here'] },
    role: 'committeeOffice',
    outcome: 'CERTIFIED',
    clauses: ['LYG-5.5-a'],
  },
];

/** The printed stages, L1 to L12 (model.md 5.2), in order. */
const stages: readonly StageDef[] = [...filingStages, ...officeStages, ...committeeStages];

/** The process of a case: its stages, what ends it, what may be accepted late, and what it claims. */
export const lifecycle: Process = {
  stages,
  outcomes,
  remedyDays: 30,
  withdrawUntil: 'COMMITTEE_REVIEW',
  cancel: { role: 'committeeOffice', outcome: 'CANCELLED', clauses: ['LYG-5.4-b', 'LYG-5.4-c'] },
  lateAcceptances: [
    {
      stage: 'PRELIMINARY_REVIEW',
      deadline: 'acceptance',
      role: 'committeeOffice',
      requires: 'nothing',
      clauses: ['LYG-4.3-a', 'LYG-7-b'],
      readings: ['A-46'],
    },
    {
      stage: 'COMMITTEE_REVIEW',
      deadline: 'calendarYear',
      role: 'committeeOffice',
      requires: 'nothing',
      clauses: ['LYG-3.1-b'],
      readings: [],
    },
  ],
  recheck: {
    role: 'committeeOffice',
    outcomes: ['PRELIM_REJECTED', 'RETURNED', 'NOT_DESIGNATED', 'NOT_PASSED', 'VETOED'],
    clauses: [],
    readings: ['A-10'],
  },
  claims: [
    {
      kind: 'applicationOfYear',
      clauses: ['LYG-2.8.2-b'],
      readings: ['A-25'],
      keptFrom: 'PRELIMINARY_REVIEW',
      freedBy: ['RETURNED'],
      overriddenBy: 'cityTitleOffice',
    },
    {
      kind: 'committeeOfLevel',
      when: { tracks: reviewedTracks },
      clauses: ['LYG-4.0-c'],
      readings: ['A-25'],
      keptFrom: 'PRELIMINARY_REVIEW',
      freedBy: ['RETURNED'],
      overriddenBy: 'cityTitleOffice',
    },
    {
      kind: 'committeeOfUnit',
      when: { tracks: reviewedTracks },
      clauses: ['LYG-4.0-d'],
      readings: ['A-26'],
      keptFrom: 'PRELIMINARY_REVIEW',
      freedBy: ['RETURNED'],
      changed: { by: 'cityTitleOffice', reportedFrom: ['OFFICE_RECHECK'] },
    },
  ],
};
