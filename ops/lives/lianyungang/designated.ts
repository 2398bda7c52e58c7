import { lianyungang2024 as programme } from '../../../config/programmes/lianyungang-2024/index.ts';
import { does, type Life, on, refuses, type Step } from '../life.ts';
import { because } from '../words.ts';
import { designation } from './checks.ts';
import { designee, postedBy, reachesAuthority } from './steps.ts';

const waits = does('pass', 'preliminaryAuthority', designation.passed, 'INITIAL_DESIGNATION/underReview');
const untilDesignation: readonly Step[] = [...postedBy(designation.agreed), reachesAuthority, waits];
const designates = does('designate', 'committeeOffice', designation.designated, 'CERTIFIED');
const certifies = (certificate: string) => does('certify', 'committeeOffice', { certificate }, 'CERTIFIED');

export const inJune: Life = {
  name: 'lianyungang initial designation in the first round',
  programme,
  facts: designee,
  steps: [...untilDesignation, ...on('2024-06-18T10:00', designates), certifies('LYG-2024-0003')],
  outcome: 'CERTIFIED',
};

/** Whoever comes after a round waits for the second (LYG-3.1-c, LYG-7-f). */
export const inNovember: Life = {
  name: 'lianyungang initial designation in the second round',
  programme,
  facts: designee,
  steps: [
    ...untilDesignation,
    ...on(
      '2024-07-01T09:00',
      refuses(designates, { status: 409, code: 'WINDOW_NOT_OPEN', clauses: ['LYG-3.1-c'], readings: ['A-31'] }),
    ),
    ...on('2024-11-01T09:00', designates),
    certifies('LYG-2024-0002'),
  ],
  outcome: 'CERTIFIED',
};

/** The lives of whoever is designated without a review (LYG-2.11-d, LYG-3.1-c, A-31). */
export const designatedLives: readonly Life[] = [
  inJune,
  inNovember,
  {
    name: 'lianyungang initial designation refused',
    programme,
    facts: designee,
    steps: [...untilDesignation, does('refuse', 'committeeOffice', because, 'NOT_DESIGNATED')],
    outcome: 'NOT_DESIGNATED',
  },
];
