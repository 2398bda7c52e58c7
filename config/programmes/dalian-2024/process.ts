import type { LateAcceptance, Process } from '../../../domain/programme/programme.ts';
import type { DeadlineDef } from '../../../domain/programme/stages/deadlines.ts';
import { outcomes } from './outcomes.ts';
import { forwardingClose, sessionClose } from './stages/deadlines.ts';
import { stages } from './stages/index.ts';

const late = (stage: string, { key, clauses, readings = [] }: DeadlineDef): LateAcceptance => ({
  stage,
  deadline: key,
  role: 'committeeOrganiser',
  requires: 'nothing',
  clauses,
  readings,
});

/** The process of an application in Dalian. Only the organiser accepts what is late, with a reason. */
export const process: Process = {
  stages,
  outcomes,
  remedyDays: 30,
  withdrawUntil: 'COMMITTEE_REVIEW',
  cancel: { role: 'committeeOrganiser', outcome: 'CANCELLED', clauses: ['DL-2.3.1-h'] },
  lateAcceptances: [
    ...['PRELIMINARY_REVIEW', 'FORWARDING'].map((stage) => late(stage, forwardingClose)),
    late('COMMITTEE_REVIEW', sessionClose),
  ],
  recheck: {
    role: 'committeeOffice',
    outcomes: ['RE_REVIEW_REJECTED', 'NOT_PASSED'],
    clauses: [],
    readings: ['A-10'],
  },
  claims: [],
};
