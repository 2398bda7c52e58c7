import type { StageDef } from '../../../../domain/programme/stages/stages.ts';
import { reviewedTracks, yearEnd } from './deadlines.ts';

/** L8 to L12: the committee and after. */
export const committeeStages: readonly StageDef[] = [
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
    planned: 'plannedReview',
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
