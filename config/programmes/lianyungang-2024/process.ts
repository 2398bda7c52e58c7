import type { Process } from '../../../domain/programme/programme.ts';
import { outcomes } from './outcomes.ts';
import { reviewedTracks } from './stages/deadlines.ts';
import { stages } from './stages/index.ts';

/** The process of a case: its stages, what ends it, what may be accepted late, and what it claims. */
export const process: Process = {
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
  supervision: {
    role: 'cityTitleOffice',
    clauses: ['LYG-5.2-d'],
    spotCheck: ['LYG-4.4-c'],
    voidResults: ['LYG-5.3-b'],
  },
  claims: [
    {
      kind: 'applicationOfYear',
      sharedWithin: 'specialty',
      clauses: ['LYG-2.8.2-b'],
      readings: ['A-25'],
      keptFrom: 'PRELIMINARY_REVIEW',
      freedBy: ['RETURNED'],
      overriddenBy: 'cityTitleOffice',
    },
    {
      kind: 'applicationOfLevel',
      clauses: ['LYG-4.0-c'],
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
