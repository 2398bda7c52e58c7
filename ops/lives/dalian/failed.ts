import { dalian2024 as programme } from '../../../config/programmes/dalian-2024/index.ts';
import { text } from '../../../domain/text.ts';
import { type Act, does, type Life, on, passes, refuses } from '../life.ts';
import { because, publicityOver } from '../words.ts';
import {
  forwards,
  handedOverEarly,
  handsOver,
  passesPreliminary,
  posts,
  recommends,
  senior,
  unitSeals,
} from './steps.ts';

const notInOrder = {
  deficiencies: [{ item: 'achievement-1', clause: 'DL-2.2.3-a', expected: '请补充验收报告。' }],
};
const fails = does('fail', 'preliminaryAuthority', notInOrder, {
  place: 'CORRECTION/awaiting',
  due: { key: 'correctionClose', due: '2024-06-28', clauses: ['DL-2.2.3-c'] },
});
/** The corrected application; the service compares what has changed. */
const submits = (changed: string, place: string): Act => ({
  ...does('submit', 'applicant', {}, place),
  found: { contentVersion: 1, changedIn: 1, changed: [changed] },
});
const closes = passes(
  '2024-06-29T00:01',
  text('初审报送截止', 'The hand-over has closed'),
  'PRELIM_REJECTED',
  '2024-06-29T00:00',
);

/** Not in order, corrected while 06-28 has not passed (DL-2.2.3-c, A-04, A-47). */
export const correctedInTime: Life = {
  name: 'dalian failed and corrected in time, then failed in the re-review',
  programme,
  facts: senior,
  steps: [
    ...handedOverEarly,
    ...on('2024-06-19T10:00', fails),
    ...on('2024-06-24T10:00', { corrects: { remarks: '验收报告已补装订。' } }),
    {
      ...submits('remarks', 'UNIT_RECOMMENDED'),
      note: text(
        '公示内容未变，无须重新公示，仅重新盖章报送（A-47）。',
        'Nothing that was posted has changed: no new publicity, only the seals and the hand-over again (A-47).',
      ),
    },
    unitSeals,
    handsOver,
    ...on('2024-06-26T10:00', passesPreliminary),
    ...on('2024-07-22T09:00', forwards),
    does('refuse', 'committeeOrganiser', because, 'RE_REVIEW_REJECTED'),
  ],
  outcome: 'RE_REVIEW_REJECTED',
};

/** Not in order after 06-28, which is final at once. */
export const failedLate: Life = {
  name: 'dalian failed after the window, final at once',
  programme,
  facts: senior,
  steps: [
    ...handedOverEarly,
    ...on('2024-07-01T09:00', {
      ...fails,
      sees: { place: 'PRELIM_REJECTED' },
      note: text(
        '6月28日已过，不再补正，当即终结（A-04）。',
        '06-28 has passed: no correction any more, final at once (A-04).',
      ),
    }),
    refuses(submits('remarks', ''), {
      status: 409,
      code: 'APPLICATION_ENDED',
      clauses: ['DL-2.2.3-c'],
      readings: ['A-04'],
    }),
  ],
  outcome: 'PRELIM_REJECTED',
};

/** The lives that fail before the authority. */
export const failedLives: readonly Life[] = [
  correctedInTime,
  {
    name: 'dalian corrected in what was publicised, posted again, and not handed over in time',
    programme,
    facts: senior,
    steps: [
      ...handedOverEarly,
      fails,
      submits('achievements', 'UNIT_PUBLICITY'),
      posts('2024-06-24'),
      passes('2024-06-25T09:00', publicityOver, 'UNIT_RECOMMENDED'),
      recommends,
      closes,
    ],
    outcome: 'PRELIM_REJECTED',
  },
  failedLate,
];
