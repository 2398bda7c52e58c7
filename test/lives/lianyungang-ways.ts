import { lianyungang2024 } from '../../config/programmes/lianyungang-2024/index.ts';
import type { CommandData } from '../../domain/case/commands.ts';
import type { Role } from '../../domain/programme/facts.ts';
import {
  courier,
  designation,
  designee,
  ground,
  meeting,
  pledge,
  prelim,
  seniorCourier,
  unitChecks,
} from './lianyungang.ts';
import type { Step, Way } from './ways.ts';

const does = (action: string, role: Role, data: CommandData = {}): Step => ({ does: action, role, data });
const to = (wallClock: string): Step => ({ to: wallClock });
const reason = { reason: 'recorded' } as const;
const because = (choice: string): CommandData => {
  const { text: _, deficiencies = [], ...rest } = ground(choice, 'a1');
  return { ...rest, ...reason, deficiencies: deficiencies.map(({ item, clause }) => ({ item, clause })) };
};
const list: CommandData = { deficiencies: [{ item: 'degree', clause: 'LYG-4.3-b' }] };

const untilPosted = [
  does('submit', 'applicant', pledge),
  does('agree', 'unitHr', { checked: unitChecks }),
  does('postPublicity', 'unitHr'),
];
const untilPreliminary = [...untilPosted, to('2024-06-12T09:00')];
const corrected = [
  does('return', 'preliminaryAuthority', { ...list, days: 3 }),
  to('2024-06-17T09:00'),
  does('submit', 'applicant', { ...pledge, contentVersion: 1 }),
];
const untilArrived = [...untilPreliminary, does('pass', 'preliminaryAuthority', prelim)];
const untilRechecked = [...untilArrived, does('pass', 'committeeOffice')];
const untilSession = [...untilRechecked, does('postPublicity', 'committeeOffice'), to('2024-10-15T10:00')];
const inTime = meeting('2024-10-15', '2024-10-05');
const passes = does('recordResult', 'committeeOffice', inTime);
const certified = [
  does('postPublicity', 'committeeOffice'),
  to('2024-10-23T09:00'),
  does('certify', 'committeeOffice', { certificate: 'LYG-2024-0001' }),
];
const notPassed: CommandData = { passed: false, decidedOn: '2024-12-30', documentNo: '苏职称办〔2024〕12号' };
const untilDesignation = [
  does('submit', 'applicant', pledge),
  does('agree', 'unitHr', designation.agreed),
  ...untilPreliminary.slice(2),
  does('pass', 'preliminaryAuthority', designation.passed),
];

const way = (name: string, steps: readonly Step[], more: Pick<Way, 'outcome'> & Partial<Way>): Way => ({
  name: `lianyungang ${name}`,
  startAt: '2024-06-03T09:00',
  steps,
  facts: courier,
  programme: lianyungang2024,
  ...more,
});

/** Every way through Lianyungang's states. */
export const lianyungangWays: readonly Way[] = [
  way(
    'certified, with one correction',
    [...untilPreliminary, ...corrected, ...untilSession.slice(4), passes, ...certified],
    {
      outcome: 'CERTIFIED',
    },
  ),
  way(
    'returned by the unit, not filed by the end of the period',
    [
      ...untilPosted.slice(0, 1),
      does('return', 'unitHr', list),
      { refused: 'submit', role: 'applicant', data: { checked: [] }, code: 'CHECK_MISSING', clause: 'LYG-5.4-a' },
      to('2024-07-01T00:01'),
    ],
    { outcome: 'NOT_FILED' },
  ),
  way(
    'a correction overdue, deemed abandoned',
    [
      ...untilPreliminary,
      does('return', 'preliminaryAuthority', list),
      to('2024-06-20T00:01'),
      { refused: 'submit', role: 'applicant', data: pledge, code: 'APPLICATION_ENDED', clause: 'LYG-4.3-c' },
    ],
    { outcome: 'ABANDONED' },
  ),
  way(
    'refused on a printed ground',
    [
      ...untilPreliminary,
      { refused: 'refuse', role: 'preliminaryAuthority', data: because('dislike'), code: 'CHOICE_UNKNOWN' },
      does('refuse', 'preliminaryAuthority', because('conditions')),
    ],
    { outcome: 'PRELIM_REJECTED' },
  ),
  way(
    'not forwarded in time, taken late, returned out of scope',
    [
      ...untilPreliminary,
      to('2024-07-01T00:01'),
      does('acceptLate', 'committeeOffice', reason),
      does('pass', 'preliminaryAuthority', prelim),
      does('return', 'committeeOffice', because('outOfScope')),
    ],
    { outcome: 'RETURNED' },
  ),
  way(
    'sent back after the period and arrived again, not passed',
    [
      ...untilArrived,
      to('2024-07-01T09:00'),
      does('return', 'committeeOffice', { ...because('conditionsOrProcedure'), to: 'UNIT_REVIEW', days: 15 }),
      does('agree', 'unitHr', { checked: unitChecks }),
      does('postPublicity', 'unitHr'),
      to('2024-07-09T09:00'),
      does('pass', 'preliminaryAuthority', prelim),
      ...untilSession.slice(-3),
      does('recordResult', 'committeeOffice', { ...inTime, passed: false }),
    ],
    { outcome: 'NOT_PASSED' },
  ),
  way(
    'taken out by an objection before the review',
    [
      ...untilRechecked,
      does('postPublicity', 'committeeOffice'),
      does('recordObjection', 'objector', { objection: 'o-1', named: true }),
      does('concludeObjection', 'committeeOffice', { objection: 'o-1', upheld: true, ...reason }),
    ],
    { outcome: 'PRELIM_REJECTED' },
  ),
  way(
    'reported to the province by way of the city title office',
    [
      ...untilRechecked,
      does('return', 'cityTitleOffice', list),
      does('pass', 'committeeOffice'),
      does('consent', 'cityTitleOffice'),
      does('report', 'committeeOffice'),
    ],
    { outcome: 'REFERRED', facts: seniorCourier },
  ),
  way(
    'reported to the province, which does not pass it, as the committee office records',
    [
      ...untilRechecked,
      does('consent', 'cityTitleOffice'),
      does('report', 'committeeOffice'),
      to('2025-01-08T09:00'),
      {
        refused: 'recordReferralResult',
        role: 'cityTitleOffice',
        data: notPassed,
        code: 'NOT_YOURS',
        clause: 'LYG-4.4-e',
      },
      does('recordReferralResult', 'committeeOffice', notPassed),
    ],
    { outcome: 'REFERRED', facts: seniorCourier },
  ),
  way(
    'vetoed after an opening that was too late at first',
    [
      ...untilSession,
      {
        refused: 'recordResult',
        role: 'committeeOffice',
        data: meeting('2024-10-15', '2024-10-06'),
        code: 'NOT_OPENED',
        clause: 'LYG-5.2-b',
      },
      does('recordResult', 'committeeOffice', { ...inTime, veto: true, ...reason }),
    ],
    { outcome: 'VETOED' },
  ),
  way('never reviewed by the end of the year', [...untilSession, to('2025-01-01T00:01')], { outcome: 'NOT_REVIEWED' }),
  way(
    'initial designation in the second round',
    [
      ...untilDesignation,
      to('2024-07-01T09:00'),
      { refused: 'designate', role: 'committeeOffice', code: 'WINDOW_NOT_OPEN', clause: 'LYG-3.1-c' },
      to('2024-11-01T09:00'),
      does('designate', 'committeeOffice', designation.designated),
      does('certify', 'committeeOffice', { certificate: 'LYG-2024-0002' }),
    ],
    { outcome: 'CERTIFIED', facts: designee },
  ),
  way('initial designation refused', [...untilDesignation, does('refuse', 'committeeOffice', reason)], {
    outcome: 'NOT_DESIGNATED',
    facts: designee,
  }),
];
