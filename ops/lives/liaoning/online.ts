import { liaoningDiit2024 as programme } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { text } from '../../../domain/text.ts';
import { does, type Life, on, passes, refuses, type Step } from '../life.ts';
import { because, publicityOver } from '../words.ts';
import {
  engineer,
  files,
  listed,
  passesOnline,
  posts,
  sealsInTime,
  untilCertified,
  untilFiled,
  untilSealed,
} from './steps.ts';

const closes = (place: string) =>
  passes('2024-08-01T00:01', text('网上系统关闭', 'The online system closes'), place, '2024-08-01T00:00');
const proves = (place: string) => ({
  ...does('endForFraud', 'system', {}, place),
  found: { fraud: { case: 1, clauses: ['LN-5.1-b'] } },
});
const withdraws = does('withdraw', 'applicant', {}, 'WITHDRAWN');

const returns = (used: number) =>
  does('return', 'committeeOffice', listed('LN-4.1-c', 'achievement-1'), {
    place: 'ONLINE_REVIEW/awaiting',
    attempts: { used, max: 3 },
  });
/** What the applicant corrects after a return: nobody submits the same again (LN-5.5.3-b). */
const corrected = (time: string) => ({ corrects: { remarks: `第${time}次退回所列材料已补正。` } });
const noneLeft = refuses(files(3), { status: 409, code: 'ATTEMPTS_USED', clauses: ['LN-5.5.3-b'], readings: ['A-13'] });
const thrice: readonly Step[] = [
  ...untilFiled,
  ...on('2024-07-19T10:00', returns(1), corrected('一'), files(2)),
  ...on('2024-07-23T10:00', returns(2), corrected('二'), files(3)),
  ...on('2024-07-26T10:00', returns(3)),
  ...on('2024-07-29T09:00', noneLeft),
];
const electromechanic = { ...engineer, specialty: 'electromechanics' };
const theirError = '第三次退回所列材料系办公室误判，追加一次提交机会。';

/** All three submissions are used (LN-5.5.3-b). */
export const returnedThrice: Life = {
  name: 'returned three times',
  programme,
  facts: electromechanic,
  steps: [...thrice, ...on('2024-07-30T15:00', noneLeft), closes('ATTEMPTS_EXHAUSTED')],
  outcome: 'ATTEMPTS_EXHAUSTED',
};

/** The office grants a fourth. */
export const grantedOneMore: Life = {
  name: 'returned three times and granted one more',
  programme,
  facts: electromechanic,
  steps: [
    ...thrice,
    {
      ...does(
        'grantAttempt',
        'committeeOffice',
        { reason: theirError },
        {
          place: 'ONLINE_REVIEW/awaiting',
          attempts: { used: 3, max: 4 },
        },
      ),
      note: text(`理由：${theirError}`, 'reason: the third return was an error of the office'),
    },
    corrected('三'),
    does('submit', 'applicant', {}, { place: 'ONLINE_REVIEW/underReview', attempts: { used: 4, max: 4 } }),
    ...on('2024-07-30T15:00', passesOnline),
    ...sealsInTime,
    ...untilCertified.slice(untilSealed.length),
  ],
  outcome: 'CERTIFIED',
};

/** The lives that end while the online system is open, or by its close. */
export const onlineLives: readonly Life[] = [
  returnedThrice,
  grantedOneMore,
  {
    name: 'recalled and never filed again',
    programme,
    facts: engineer,
    steps: [...untilFiled, does('recall', 'applicant', {}, 'ONLINE_REVIEW/awaiting'), closes('NOT_FILED')],
    outcome: 'NOT_FILED',
  },
  {
    name: 'under review when the window closed, then accepted late',
    programme,
    facts: engineer,
    steps: [
      ...untilFiled,
      closes('NOT_ACCEPTED'),
      does('acceptLate', 'committeeOffice', because, 'ONLINE_REVIEW/underReview'),
      does('pass', 'committeeOffice', {}, 'AUTHORITY_SEALING'),
      withdraws,
    ],
    outcome: 'WITHDRAWN',
  },
  {
    name: 'publicity document found invalid in time, filed again',
    programme,
    facts: engineer,
    steps: [
      ...untilFiled,
      does('invalidatePublicity', 'committeeOffice', because, 'UNIT_PUBLICITY'),
      { ...posts, sees: { place: 'UNIT_PUBLICITY/posted', lastDay: '2024-07-25' } },
      passes('2024-07-26T08:00', publicityOver, 'ONLINE_REVIEW/awaiting'),
      files(2),
      refuses(does('cancel', 'committeeOffice', because), { code: 'ACTION_NOT_HERE', clauses: ['LN-6.1-d'] }),
      withdraws,
    ],
    outcome: 'WITHDRAWN',
  },
  {
    name: 'fraud proven under review',
    programme,
    facts: engineer,
    steps: [...untilFiled, proves('CANCELLED')],
    outcome: 'CANCELLED',
  },
  {
    name: 'fraud proven after the window closed, never accepted late',
    programme,
    facts: engineer,
    steps: [
      ...untilFiled,
      closes('NOT_ACCEPTED'),
      proves('NOT_ACCEPTED'),
      refuses(does('acceptLate', 'committeeOffice', because), { code: 'FRAUD_PROVEN', clauses: ['LN-5.1-b'] }),
    ],
    outcome: 'NOT_ACCEPTED',
  },
];
