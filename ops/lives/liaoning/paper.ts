import { liaoningDiit2024 as programme } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { text } from '../../../domain/text.ts';
import { does, type Life, on, passes, refuses } from '../life.ts';
import { because } from '../words.ts';
import {
  approves,
  authoritySeals,
  confirms,
  engineer,
  handsOver,
  listed,
  receives,
  unitSeals,
  untilApproved,
  untilPassed,
  untilReceived,
  untilUploaded,
  uploads,
} from './steps.ts';

const theirDelay = '盖章页于8月5日上传，评委会办公室未及时审核。';

/** The stamped page is there in time and the office is late (LN-4.3-d, LN-4.3-f, A-12). */
export const approvedLate: Life = {
  name: 'stamped page approved late',
  programme,
  facts: { ...engineer, specialty: 'electronics', level: 'mid', employerClass: 'provincialUniversity' },
  steps: [
    ...untilPassed,
    ...on('2024-08-05T11:00', unitSeals, authoritySeals, uploads),
    passes('2024-08-08T09:00', text('审核期限届满', 'The time for approval is over'), 'NOT_ACCEPTED'),
    refuses(approves, { status: 409, code: 'APPLICATION_ENDED', clauses: ['LN-4.3-f'] }),
    {
      ...does('acceptLate', 'committeeOffice', { reason: theirDelay }, 'STAMPED_PAGE_REVIEW/underReview'),
      note: text(`理由：${theirDelay}`, 'reason: the page was there on 08-05; the office had not looked at it'),
    },
    { ...approves, sees: { place: 'PAPER_DELIVERY', due: { key: 'paper', due: '2024-08-15', clauses: ['LN-5.7-a'] } } },
    handsOver,
    passes('2024-08-16T00:01', text('纸质材料报送截止', 'The time for the paper dossier is over'), 'PAPER_OVERDUE'),
  ],
  outcome: 'PAPER_OVERDUE',
};

const cancels = does('cancel', 'committeeOffice', because);

/** The lives that turn on the stamped page or the paper dossier. */
export const paperLives: readonly Life[] = [
  approvedLate,
  {
    name: 'dossier cancelled for a seal in the wrong place',
    programme,
    facts: engineer,
    steps: [
      ...untilReceived,
      refuses(cancels, { code: 'CHOICE_UNKNOWN', clauses: ['LN-6.1-d'] }),
      does('cancel', 'committeeOffice', { ...because, choice: 'sealMisplaced' }, 'CANCELLED'),
    ],
    outcome: 'CANCELLED',
  },
  {
    name: 'publicity document found invalid after the window',
    programme,
    facts: engineer,
    steps: [...untilApproved, does('invalidatePublicity', 'committeeOffice', because, 'NOT_ACCEPTED')],
    outcome: 'NOT_ACCEPTED',
  },
  {
    name: 'wrong page sent back, dossier sent back, not passed',
    programme,
    facts: engineer,
    steps: [
      ...untilUploaded,
      does('return', 'committeeOffice', listed('LN-4.1-c', 'stampedPage'), 'AUTHORITY_SEALING'),
      uploads,
      does('approve', 'committeeOffice', {}, 'PAPER_DELIVERY'),
      handsOver,
      receives,
      does('return', 'committeeOffice', listed('LN-4.1-c', 'seals'), 'PAPER_DELIVERY'),
      handsOver,
      receives,
      confirms,
      does('recordResult', 'committeeOffice', { passed: false, quantified: 8_000, defence: 9_000 }, 'NOT_PASSED'),
    ],
    outcome: 'NOT_PASSED',
  },
];
