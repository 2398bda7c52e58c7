import type { Process } from '../../../domain/programme/programme.ts';
import { outcomes } from './outcomes.ts';
import { stages } from './stages/index.ts';
import { irregularities } from './stages/irregularities.ts';

/** The process of an application to the Liaoning department. The committee's office accepts late what its own delay caused. */
export const process: Process = {
  stages,
  outcomes,
  remedyDays: 30,
  withdrawUntil: 'COMMITTEE_REVIEW',
  cancel: {
    role: 'committeeOffice',
    outcome: 'CANCELLED',
    clauses: ['LN-5.1-b', 'LN-6.1-d'],
    grounds: irregularities,
  },
  lateAcceptances: [
    {
      stage: 'ONLINE_REVIEW',
      deadline: 'windowClose',
      role: 'committeeOffice',
      requires: 'submissionUnderReview',
      clauses: ['LN-4.3-e'],
      readings: ['A-14'],
    },
    {
      stage: 'STAMPED_PAGE_REVIEW',
      deadline: 'stampedPage',
      role: 'committeeOffice',
      requires: 'submissionUnderReview',
      clauses: ['LN-4.3-d', 'LN-4.3-f'],
      readings: ['A-12'],
    },
    {
      stage: 'PAPER_DELIVERY',
      deadline: 'paper',
      role: 'committeeOffice',
      requires: 'nothing',
      clauses: ['LN-5.7-a'],
      readings: ['A-15'],
    },
  ],
  invalidation: {
    from: ['ONLINE_REVIEW', 'AUTHORITY_SEALING', 'STAMPED_PAGE_REVIEW', 'PAPER_DELIVERY', 'DOSSIER_CHECK'],
    to: 'UNIT_PUBLICITY',
    role: 'committeeOffice',
    window: 'onlineFiling',
    lateOutcome: 'NOT_ACCEPTED',
    clauses: ['LN-5.4-e'],
    readings: ['A-16'],
  },
  recheck: { role: 'committeeOffice', outcomes: ['NOT_ACCEPTED', 'NOT_PASSED'], clauses: [], readings: ['A-10'] },
  claims: [
    {
      kind: 'applicationOfYear',
      clauses: ['LN-5.5.3-b'],
      readings: ['A-13', 'A-39'],
      keptFrom: 'ONLINE_REVIEW',
    },
  ],
};
