import type { Process } from '../../../domain/programme.ts';
import { outcomes } from './outcomes.ts';
import { stages } from './stages.ts';

/** How an application runs in Dalian. What is late is taken by the organiser alone, with a reason. */
export const process: Process = {
  stages,
  outcomes,
  remedyDays: 30,
  withdrawUntil: 'COMMITTEE_REVIEW',
  cancel: { role: 'committeeOrganiser', outcome: 'CANCELLED', clauses: ['DL-2.3.1-h'] },
  lateAcceptances: ['PRELIMINARY_REVIEW', 'FORWARDING'].map((stage) => ({
    stage,
    deadline: 'forwardingClose',
    role: 'committeeOrganiser',
    requires: 'nothing',
    clauses: ['DL-2.1.3-a'],
    readings: ['A-08'],
  })),
  recheck: {
    role: 'committeeOffice',
    outcomes: ['RE_REVIEW_REJECTED', 'NOT_PASSED'],
    clauses: [],
    readings: ['A-10'],
  },
  claims: [],
};
