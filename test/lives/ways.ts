import type { CommandData } from '../../domain/case/commands.ts';
import type { ApplicantFacts, Role } from '../../domain/programme/facts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { engineer } from '../support/line.ts';

/** One step of a way: somebody acts, somebody is refused, or the world moves to a wall-clock time. */
export type Step =
  | { readonly does: string; readonly role: Role; readonly data?: CommandData }
  | {
      readonly refused: string;
      readonly role: Role;
      readonly data?: CommandData;
      readonly code: string;
      readonly clause?: string;
    }
  | { readonly to: string };

/** A way through the stages of a programme, Liaoning’s where none is named, from draft to end, at the printed dates of 2024. */
export type Way = {
  readonly name: string;
  readonly startAt: string;
  readonly steps: readonly Step[];
  readonly outcome: string;
  readonly facts?: ApplicantFacts;
  readonly programme?: Programme;
  readonly continueAfterEvents?: number;
};

/** The file a way's history is kept in, without its ending. */
export const historyName = (way: string): string => way.replaceAll(/[^a-z]+/g, '-');

const reason = { reason: 'recorded' } as const;
const fraud: CommandData = { fraud: { case: 1, clauses: ['LN-5.1-b'] } };
const list = (...items: string[]): CommandData => ({
  deficiencies: items.map((item) => ({ item, clause: 'LN-4.1-c' })),
});
const does = (action: string, role: Role, data?: CommandData): Step => ({
  does: action,
  role,
  ...(data ? { data } : {}),
});
const to = (wallClock: string): Step => ({ to: wallClock });

const untilPosted = [
  does('submit', 'applicant'),
  does('agree', 'unitHr'),
  does('select', 'unitAssessmentGroup'),
  to('2024-07-10T09:30'),
  does('postPublicity', 'unitHr'),
];
const untilFiled = [...untilPosted, to('2024-07-18T08:00'), does('submit', 'applicant')];
const returned = [...untilFiled, does('return', 'committeeOffice', list('achievements.1', 'title'))];
const untilPassed = [
  ...untilFiled,
  does('pass', 'committeeOffice'),
  does('seal', 'unitHr'),
  does('seal', 'sealingAuthority'),
];
const untilUploaded = [...untilPassed, does('uploadStampedPage', 'applicant')];
const untilApproved = [...untilUploaded, to('2024-08-07T16:00'), does('approve', 'committeeOffice')];
const untilSession = [
  ...untilApproved,
  does('handOver', 'unitHr'),
  to('2024-08-14T15:00'),
  does('receivePaper', 'committeeOffice'),
  does('confirmDossier', 'committeeOffice'),
];
const passedSession = [
  ...untilSession,
  to('2024-10-10T10:00'),
  does('recordResult', 'committeeOffice', { passed: true }),
  does('postPublicity', 'committeeOffice'),
];
const certified = [
  to('2024-10-17T09:00'),
  does('certify', 'committeeOffice', { certificate: 'LN-2024-0001' }),
  to('2024-11-20T09:00'),
];
const thrice = [
  ...returned,
  does('submit', 'applicant'),
  does('return', 'committeeOffice', list('title')),
  does('submit', 'applicant'),
  does('return', 'committeeOffice', list('title')),
  { refused: 'submit', role: 'applicant', code: 'ATTEMPTS_USED', clause: 'LN-5.5.3-b' } as const,
];
const startAt = '2024-07-08T09:00';

/** Every way through Liaoning’s states; each is driven through the real servers, and its history is replayed. */
export const ways: readonly Way[] = [
  { name: 'certified', startAt, steps: [...passedSession, ...certified], outcome: 'CERTIFIED' },
  {
    name: 'certified after one return',
    startAt,
    steps: [
      ...returned,
      does('submit', 'applicant'),
      ...untilPassed.slice(untilFiled.length),
      ...passedSession.slice(untilPassed.length),
      ...certified,
    ],
    outcome: 'CERTIFIED',
  },
  {
    name: 'certified in security engineering with three seals',
    startAt,
    facts: { ...engineer, specialty: 'securityEngineering' },
    steps: [
      ...untilPassed,
      { refused: 'uploadStampedPage', role: 'applicant', code: 'SEAL_OUT_OF_ORDER', clause: 'LN-5.6-e' },
      does('seal', 'association'),
      ...passedSession.slice(untilPassed.length),
      ...certified,
    ],
    outcome: 'CERTIFIED',
  },
  {
    name: 'certified across many runs',
    startAt,
    continueAfterEvents: 20,
    steps: [...passedSession, ...certified],
    outcome: 'CERTIFIED',
  },
  {
    name: 'not recommended by the unit',
    startAt,
    steps: [does('submit', 'applicant'), does('refuse', 'unitHr', reason)],
    outcome: 'UNIT_NOT_RECOMMENDED',
  },
  {
    name: 'passed over in the appraisal after a return by the unit',
    startAt,
    steps: [
      does('submit', 'applicant'),
      does('return', 'unitHr', list('education')),
      does('submit', 'applicant'),
      does('agree', 'unitHr'),
      does('passOver', 'unitAssessmentGroup', reason),
    ],
    outcome: 'UNIT_NOT_RECOMMENDED',
  },
  {
    name: 'posted too late to file',
    startAt: '2024-07-24T09:00',
    steps: [
      does('submit', 'applicant'),
      does('agree', 'unitHr'),
      does('select', 'unitAssessmentGroup'),
      does('postPublicity', 'unitHr'),
      to('2024-08-01T00:01'),
    ],
    outcome: 'NOT_FILED',
  },
  {
    name: 'an objection upheld against the person',
    startAt,
    steps: [
      ...untilPosted,
      does('recordObjection', 'objector', { objection: 'o-1', named: true }),
      to('2024-07-19T09:00'),
      { refused: 'submit', role: 'applicant', code: 'ACTION_NOT_HERE' },
      does('concludeObjection', 'unitHr', { objection: 'o-1', upheld: true, ...reason }),
    ],
    outcome: 'UNIT_NOT_RECOMMENDED',
  },
  {
    name: 'an objection that takes one item away',
    startAt,
    steps: [
      ...untilPosted,
      does('recordObjection', 'objector', { objection: 'o-1', named: true, item: 'achievements.2' }),
      does('concludeObjection', 'unitHr', { objection: 'o-1', upheld: true, ...reason }),
      to('2024-07-18T08:00'),
      does('submit', 'applicant'),
      does('refuse', 'committeeOffice', reason),
    ],
    outcome: 'NOT_ACCEPTED',
  },
  { name: 'returned three times', startAt, steps: [...thrice, to('2024-08-01T00:01')], outcome: 'ATTEMPTS_EXHAUSTED' },
  {
    name: 'returned three times and granted one more',
    startAt,
    steps: [
      ...thrice,
      does('grantAttempt', 'committeeOffice', reason),
      does('submit', 'applicant'),
      ...untilPassed.slice(untilFiled.length),
      ...passedSession.slice(untilPassed.length),
      ...certified,
    ],
    outcome: 'CERTIFIED',
  },
  {
    name: 'recalled and never filed again',
    startAt,
    steps: [...untilFiled, does('recall', 'applicant'), to('2024-08-01T00:01')],
    outcome: 'NOT_FILED',
  },
  {
    name: 'under review when the window closed, then accepted late',
    startAt,
    steps: [
      ...untilFiled,
      to('2024-08-01T00:01'),
      does('acceptLate', 'committeeOffice', reason),
      does('pass', 'committeeOffice'),
      does('withdraw', 'applicant'),
    ],
    outcome: 'WITHDRAWN',
  },
  {
    name: 'stamped page approved late',
    startAt,
    steps: [
      ...untilUploaded,
      to('2024-08-08T09:00'),
      { refused: 'approve', role: 'committeeOffice', code: 'APPLICATION_ENDED', clause: 'LN-4.3-f' },
      does('acceptLate', 'committeeOffice', reason),
      does('approve', 'committeeOffice'),
      does('handOver', 'unitHr'),
      to('2024-08-16T00:01'),
    ],
    outcome: 'PAPER_OVERDUE',
  },
  {
    name: 'publicity document found invalid in time, filed again',
    startAt,
    steps: [
      ...untilFiled,
      does('invalidatePublicity', 'committeeOffice', reason),
      does('postPublicity', 'unitHr'),
      to('2024-07-26T08:00'),
      does('submit', 'applicant'),
      { refused: 'cancel', role: 'committeeOffice', data: reason, code: 'ACTION_NOT_HERE', clause: 'LN-6.1-d' },
      does('withdraw', 'applicant'),
    ],
    outcome: 'WITHDRAWN',
  },
  {
    name: 'dossier cancelled for a seal in the wrong place',
    startAt,
    steps: [
      ...untilSession.slice(0, -1),
      { refused: 'cancel', role: 'committeeOffice', data: reason, code: 'CHOICE_UNKNOWN', clause: 'LN-6.1-d' },
      does('cancel', 'committeeOffice', { ...reason, choice: 'sealMisplaced' }),
    ],
    outcome: 'CANCELLED',
  },
  {
    name: 'fraud proven under review',
    startAt,
    steps: [...untilFiled, does('endForFraud', 'system', fraud)],
    outcome: 'CANCELLED',
  },
  {
    name: 'fraud proven after the window closed, never accepted late',
    startAt,
    steps: [
      ...untilFiled,
      to('2024-08-01T00:01'),
      does('endForFraud', 'system', fraud),
      { refused: 'acceptLate', role: 'committeeOffice', data: reason, code: 'FRAUD_PROVEN', clause: 'LN-5.1-b' },
    ],
    outcome: 'NOT_ACCEPTED',
  },
  {
    name: 'publicity document found invalid after the window',
    startAt,
    steps: [...untilApproved, does('invalidatePublicity', 'committeeOffice', reason)],
    outcome: 'NOT_ACCEPTED',
  },
  {
    name: 'wrong page sent back, dossier sent back, not passed',
    startAt,
    steps: [
      ...untilUploaded,
      does('return', 'committeeOffice', list('stampedPage')),
      does('uploadStampedPage', 'applicant'),
      does('approve', 'committeeOffice'),
      does('handOver', 'unitHr'),
      does('receivePaper', 'committeeOffice'),
      does('return', 'committeeOffice', list('seals')),
      does('handOver', 'unitHr'),
      does('receivePaper', 'committeeOffice'),
      does('confirmDossier', 'committeeOffice'),
      does('recordResult', 'committeeOffice', { passed: false }),
    ],
    outcome: 'NOT_PASSED',
  },
  {
    name: 'an objection to the result upheld',
    startAt,
    steps: [
      ...passedSession,
      does('recordObjection', 'objector', { objection: 'o-9', named: true }),
      does('concludeObjection', 'committeeOffice', { objection: 'o-9', upheld: true, ...reason }),
    ],
    outcome: 'CANCELLED',
  },
];
