import { dalian2024 as programme } from '../../../config/programmes/dalian-2024/index.ts';
import { text } from '../../../domain/text.ts';
import { does, type Life, on, passes, refuses, type Step } from '../life.ts';
import { because } from '../words.ts';
import {
  certified,
  forwards,
  handedOverEarly,
  mid,
  passesAgain,
  passesPreliminary,
  posts,
  recommends,
  senior,
  untilHandedOver,
  untilReviewed,
  untilSession,
} from './steps.ts';

/** Posted on the latest day, and all the way to the certificate (DL-2.1.2-a). */
export const seniorCertified: Life = {
  name: 'dalian a senior certified, posted on the latest day',
  programme,
  facts: senior,
  steps: [
    ...untilSession,
    ...on(
      '2024-10-18T15:00',
      does(
        'recordResult',
        'committeeOffice',
        { passed: true, heldOn: '2024-10-18', defence: 8_600 },
        'RESULT_PUBLICITY',
      ),
    ),
    ...certified,
  ],
  outcome: 'CERTIFIED',
};

/** Originals handed back, forwarded, heard in writing alone (DL-2.2.3-g, DL-1.1.1-c). */
const untilHeard: readonly Step[] = [
  ...handedOverEarly,
  ...on('2024-07-15T10:00', passesPreliminary),
  refuses(forwards, { status: 409, code: 'SEAL_OUT_OF_ORDER', clauses: ['DL-2.2.3-g'] }),
  does(
    'returnOriginals',
    'preliminaryAuthority',
    {},
    {
      place: 'FORWARDING',
      due: { key: 'forwardingClose', due: '2024-08-30', clauses: ['DL-2.1.3-a'] },
    },
  ),
  ...on('2024-07-22T09:00', forwards),
  ...on('2024-09-10T09:00', does('pass', 'committeeOrganiser', {}, 'COMMITTEE_REVIEW')),
];
const decides = (passed: boolean, place: string) =>
  does('recordResult', 'committeeOffice', { passed, checked: ['writtenReport'] }, place);
const defended = refuses(
  does('recordResult', 'committeeOffice', { passed: true, defence: 9_000, checked: ['writtenReport'] }),
  {
    status: 422,
    code: 'INVALID_DATA',
    clauses: ['DL-1.1.1-c'],
  },
);

/** A mid-level title, D1 to D10. */
export const midCertified: Life = {
  name: 'dalian an engineer of mid level certified without a defence',
  programme,
  facts: mid,
  steps: [...untilHeard, ...on('2024-10-18T15:00', defended), decides(true, 'RESULT_PUBLICITY'), ...certified],
  outcome: 'CERTIFIED',
};

export const midNotPassed: Life = {
  name: 'dalian an engineer of mid level not passed',
  programme,
  facts: mid,
  steps: [...untilHeard, ...on('2024-10-18T15:00', decides(false, 'NOT_PASSED'))],
  outcome: 'NOT_PASSED',
};

/** Posted a day after the latest one. */
export const postedLate: Life = {
  name: 'dalian posted a day too late to hand over',
  programme,
  facts: senior,
  steps: [
    ...untilReviewed,
    ...on('2024-06-21T09:00', {
      ...posts('2024-06-28'),
      sees: {
        place: 'UNIT_PUBLICITY/posted',
        lastDay: '2024-06-28',
        warning: { code: 'TOO_LATE_TO_FILE', clauses: ['DL-2.1.2-a'], day: '2024-06-20' },
      },
    }),
    ...on('2024-06-28T08:00', refuses(recommends, { status: 409, code: 'ACTION_NOT_HERE', clauses: ['DL-2.2.2-b'] })),
    passes('2024-06-29T00:01', text('初审报送截止', 'The hand-over has closed'), 'NOT_FILED', '2024-06-29T00:00'),
  ],
  outcome: 'NOT_FILED',
};

const closes = passes('2024-08-31T00:01', text('报送截止', 'Forwarding has closed'), 'NOT_FORWARDED');

/** The lives that come before the committee, or are late on the way to it. */
export const reviewedLives: readonly Life[] = [
  seniorCertified,
  midCertified,
  midNotPassed,
  postedLate,
  {
    name: 'dalian not forwarded, taken late by the organiser, and not passed',
    programme,
    facts: senior,
    steps: [
      ...untilHandedOver,
      passesPreliminary,
      closes,
      does('acceptLate', 'committeeOrganiser', because, 'FORWARDING'),
      forwards,
      passesAgain,
      does('recordResult', 'committeeOffice', { passed: false, absent: true }, 'NOT_PASSED'),
    ],
    outcome: 'NOT_PASSED',
  },
  {
    name: 'dalian never looked at by the authority',
    programme,
    facts: senior,
    steps: [...handedOverEarly, closes],
    outcome: 'NOT_FORWARDED',
  },
];
