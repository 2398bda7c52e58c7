import { lianyungang2024 as programme } from '../../../config/programmes/lianyungang-2024/index.ts';
import { text } from '../../../domain/text.ts';
import { does, type Life, passes, refuses } from '../life.ts';
import { because } from '../words.ts';
import { applies, courier, passesOn, untilPosted, untilPreliminary } from './steps.ts';

const asksFor = {
  deficiencies: [{ item: 'achievement-1', clause: 'LYG-4.3-b', expected: '请补充验收报告原件。' }],
};
/** A refusal or a return on a printed ground. */
const on53 = (choice: string) => ({
  choice,
  ...because,
  deficiencies: [{ item: 'achievement-1', clause: 'LYG-5.3-a', expected: '见所列理由。' }],
});
const ends = '2024-07-01T00:01';

/** The bureau lists once what it lacks. */
export const bureauReturns = (due: string, days?: number) =>
  does(
    'return',
    'preliminaryAuthority',
    { ...asksFor, ...(days ? { days } : {}) },
    {
      place: 'CORRECTION/awaiting',
      due: { key: 'correction', due, clauses: ['LYG-4.3-c'] },
    },
  );

/** What the one list asks for is not there in time (LYG-4.3-b, LYG-4.3-c, A-30). */
export const abandoned: Life = {
  name: 'lianyungang a correction overdue, deemed abandoned',
  programme,
  facts: courier,
  steps: [
    ...untilPreliminary,
    bureauReturns('2024-06-21'),
    passes('2024-06-22T00:01', text('补正期限届满', 'Time for correction is over'), 'ABANDONED', '2024-06-22T00:00'),
    refuses(applies, { status: 409, code: 'APPLICATION_ENDED', clauses: ['LYG-4.3-c'] }),
  ],
  outcome: 'ABANDONED',
};

/** The lives that end before the committee office has them. */
export const unitLives: readonly Life[] = [
  abandoned,
  {
    name: 'lianyungang returned by the unit, not filed by the end of the period',
    programme,
    facts: courier,
    steps: [
      ...untilPosted.slice(0, 1),
      does('return', 'unitHr', asksFor, 'ONLINE_FILING/awaiting'),
      refuses(does('submit', 'applicant', { checked: [] }), { code: 'CHECK_MISSING', clauses: ['LYG-5.4-a'] }),
      passes(ends, text('受理期届满', 'The period of acceptance is over'), 'NOT_FILED'),
    ],
    outcome: 'NOT_FILED',
  },
  {
    name: 'lianyungang refused on a printed ground',
    programme,
    facts: courier,
    steps: [
      ...untilPreliminary,
      refuses(does('refuse', 'preliminaryAuthority', on53('dislike')), { code: 'CHOICE_UNKNOWN', clauses: [] }),
      does('refuse', 'preliminaryAuthority', on53('conditions'), 'PRELIM_REJECTED'),
    ],
    outcome: 'PRELIM_REJECTED',
  },
  {
    name: 'lianyungang not forwarded in time, taken late, returned out of scope',
    programme,
    facts: courier,
    steps: [
      ...untilPreliminary,
      passes(ends, text('受理期届满', 'The period of acceptance is over'), 'NOT_FORWARDED'),
      does('acceptLate', 'committeeOffice', because, 'PRELIMINARY_REVIEW/underReview'),
      passesOn,
      does('return', 'committeeOffice', on53('outOfScope'), 'RETURNED'),
    ],
    outcome: 'RETURNED',
  },
];
