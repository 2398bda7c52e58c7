import { lianyungang2024 as programme } from '../../../config/programmes/lianyungang-2024/index.ts';
import { text } from '../../../domain/text.ts';
import { type Act, does, type Life, on, passes, refuses, type Step } from '../life.ts';
import { because, publicityOver } from '../words.ts';
import { agreed } from './checks.ts';
import {
  applies,
  certified,
  courier,
  decides,
  heldOn,
  officePasses,
  officePosts,
  passesOn,
  posts,
  publicised,
  untilArrived,
  untilPreliminary,
  untilRechecked,
  untilSession,
} from './steps.ts';
import { bureauReturns } from './unit.ts';

const oneCorrection: readonly Step[] = [
  bureauReturns('2024-06-19', 3),
  ...on('2024-06-17T09:00', {
    ...applies,
    found: { contentVersion: 1 },
    sees: { place: 'PRELIMINARY_REVIEW/underReview' },
  }),
  refuses(bureauReturns('2024-06-19'), { status: 422, code: 'DEFICIENCY_NOT_LISTED', clauses: ['LYG-4.3-b'] }),
];
/** Without the consent of the title office nothing may be decided (LYG-5.2-b, LYG-5.2-c). */
const unapproved: Act = {
  ...refuses(decides(true, ''), { status: 409, code: 'NOT_OPENED', clauses: ['LYG-5.2-b'] }),
  found: { heldOn, reportedOn: '2024-10-05' },
};
/** Reported nine days before, where ten are printed. */
const reportedLate: Act = {
  ...refuses(decides(true, ''), { code: 'NOT_OPENED', clauses: ['LYG-5.2-b'] }),
  found: { heldOn, reportedOn: '2024-10-06', approvedOn: '2024-10-06' },
};
const sentBack = {
  choice: 'conditionsOrProcedure',
  ...because,
  deficiencies: [{ item: 'achievement-1', clause: 'LYG-5.3-a', expected: '见所列理由。' }],
  to: 'UNIT_REVIEW',
  days: 15,
};

/** A mid-level title, L1 to L12. */
export const certifiedWithOneCorrection: Life = {
  name: 'lianyungang certified, with one correction',
  programme,
  facts: courier,
  steps: [
    ...untilPreliminary,
    ...oneCorrection,
    ...untilSession.slice(untilPreliminary.length),
    ...on('2024-10-15T16:00', unapproved),
    decides(true, 'RESULT_PUBLICITY'),
    ...certified,
  ],
  outcome: 'CERTIFIED',
};

/** The lives that come to the committee. */
export const committeeLives: readonly Life[] = [
  certifiedWithOneCorrection,
  {
    name: 'lianyungang sent back after the period and arrived again, not passed',
    programme,
    facts: courier,
    steps: [
      ...untilArrived,
      ...on('2024-07-01T09:00', does('return', 'committeeOffice', sentBack, 'UNIT_REVIEW/underReview')),
      does('agree', 'unitHr', agreed, 'UNIT_PUBLICITY'),
      posts('2024-07-08'),
      passes('2024-07-09T09:00', publicityOver, 'PRELIMINARY_REVIEW/underReview'),
      passesOn,
      officePasses,
      { ...officePosts, sees: { place: 'PRE_REVIEW_PUBLICITY/posted', lastDay: '2024-07-16' } },
      passes('2024-10-15T10:00', publicityOver, 'COMMITTEE_REVIEW'),
      decides(false, 'NOT_PASSED'),
    ],
    outcome: 'NOT_PASSED',
  },
  {
    name: 'lianyungang checked at random by the title office, and withdrawn',
    programme,
    facts: courier,
    steps: [
      ...untilArrived,
      ...on('2024-06-24T10:00', does('spotCheck', 'cityTitleOffice', { inOrder: true }, 'OFFICE_RECHECK/underReview')),
      refuses(does('spotCheck', 'committeeOffice', { inOrder: true }), {
        status: 403,
        code: 'NOT_YOURS',
        clauses: ['LYG-4.4-c'],
      }),
      does('spotCheck', 'cityTitleOffice', { inOrder: false, ...because }, 'OFFICE_RECHECK/underReview'),
      does('withdraw', 'applicant', {}, 'WITHDRAWN'),
    ],
    outcome: 'WITHDRAWN',
  },
  {
    name: 'lianyungang taken out by an objection before the review',
    programme,
    facts: courier,
    steps: [
      ...untilRechecked,
      ...publicised.slice(0, 1),
      {
        ...does('recordObjection', 'objector', { named: true }, 'PRE_REVIEW_PUBLICITY/posted'),
        found: { objection: 'o-1' },
      },
      does('concludeObjection', 'committeeOffice', { objection: 'o-1', upheld: true, ...because }, 'PRELIM_REJECTED'),
    ],
    outcome: 'PRELIM_REJECTED',
  },
  {
    name: 'lianyungang vetoed after an opening that was too late at first',
    programme,
    facts: courier,
    steps: [
      ...untilSession,
      ...on('2024-10-15T10:00', reportedLate),
      {
        ...does(
          'recordResult',
          'committeeOffice',
          { passed: true, checked: ['characterFirst'], veto: true, ...because },
          'VETOED',
        ),
        found: decides(true, '').found ?? {},
      },
    ],
    outcome: 'VETOED',
  },
  {
    name: 'lianyungang never reviewed by the end of the year',
    programme,
    facts: courier,
    steps: [...untilSession, passes('2025-01-01T00:01', text('年度终了', 'The year is over'), 'NOT_REVIEWED')],
    outcome: 'NOT_REVIEWED',
  },
];
