import { liaoningDiit2024 as programme } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { text } from '../../../domain/text.ts';
import { does, type Life, on, passes, refuses } from '../life.ts';
import { because, publicityOver } from '../words.ts';
import { agrees, applies, engineer, files, listed, posts, throughTheUnit, untilPosted } from './steps.ts';

const startAt = '2024-07-08T09:00';
const objects = (item?: string) => ({
  ...does('recordObjection', 'objector', { named: true, ...(item ? { item } : {}) }, 'UNIT_PUBLICITY/posted'),
  found: { objection: 'o-1' },
});
const upholds = (place: string) =>
  does('concludeObjection', 'unitHr', { objection: 'o-1', upheld: true, ...because }, place);

/** The publicity ends with the window, so that nothing can be filed (LN-5.4-c, LN-4.3-a). */
export const postedTooLate: Life = {
  name: 'posted too late to file',
  programme,
  facts: { ...engineer, specialty: 'industrialDesign', level: 'mid', employerClass: 'private' },
  steps: [
    ...on('2024-07-24T09:00', ...throughTheUnit),
    {
      ...posts,
      sees: {
        place: 'UNIT_PUBLICITY/posted',
        lastDay: '2024-07-31',
        due: { key: 'windowClose', due: '2024-07-31', clauses: ['LN-4.3-c'] },
        warning: { code: 'TOO_LATE_TO_FILE', clauses: ['LN-4.3-a', 'LN-5.4-c', 'LN-5.5.1-a'], day: '2024-07-23' },
      },
    },
    passes('2024-08-01T00:01', text('网上系统关闭', 'The online system closes'), 'NOT_FILED', '2024-08-01T00:00'),
  ],
  outcome: 'NOT_FILED',
};

/** The lives that the unit decides, or that end before anything is filed. */
export const unitLives: readonly Life[] = [
  {
    name: 'not recommended by the unit',
    programme,
    facts: engineer,
    steps: on(startAt, applies, does('refuse', 'unitHr', because, 'UNIT_NOT_RECOMMENDED')),
    outcome: 'UNIT_NOT_RECOMMENDED',
  },
  {
    name: 'passed over in the appraisal after a return by the unit',
    programme,
    facts: engineer,
    steps: on(
      startAt,
      applies,
      does('return', 'unitHr', listed('LN-4.1-c', 'education'), 'UNIT_APPLICATION/awaiting'),
      applies,
      agrees,
      does('passOver', 'unitAssessmentGroup', because, 'UNIT_NOT_RECOMMENDED'),
    ),
    outcome: 'UNIT_NOT_RECOMMENDED',
  },
  postedTooLate,
  {
    name: 'an objection upheld against the person',
    programme,
    facts: engineer,
    steps: [
      ...untilPosted,
      objects(),
      ...on('2024-07-19T09:00', refuses(files(1), { code: 'ACTION_NOT_HERE', clauses: [] })),
      upholds('UNIT_NOT_RECOMMENDED'),
    ],
    outcome: 'UNIT_NOT_RECOMMENDED',
  },
  {
    name: 'an objection that takes one item away',
    programme,
    facts: engineer,
    steps: [
      ...untilPosted,
      objects('achievements.2'),
      upholds('UNIT_PUBLICITY/posted'),
      passes('2024-07-18T10:00', publicityOver, 'ONLINE_REVIEW/awaiting'),
      files(1),
      does('refuse', 'committeeOffice', because, 'NOT_ACCEPTED'),
    ],
    outcome: 'NOT_ACCEPTED',
  },
];
