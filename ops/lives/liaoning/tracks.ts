import { liaoningDiit2024 as programme } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { text } from '../../../domain/text.ts';
import { does, type Life, on, passes, refuses } from '../life.ts';
import { applies, engineer, throughTheUnit, untilCertified, untilPosted } from './steps.ts';

const asks = does('submit', 'applicant', {}, 'GREEN_CHANNEL_REQUEST/underReview');
const receivesLetter = does('receivePaper', 'committeeOffice');

/** The green channel needs the consent of the office first (LN-8.3). */
export const greenChannel: Life = {
  name: 'certified by the green channel',
  programme,
  facts: { ...engineer, track: 'greenChannel' },
  steps: [
    ...on('2024-07-01T09:00', asks),
    refuses(applies, { status: 409, code: 'ACTION_NOT_HERE', clauses: ['LN-8.3-b'] }),
    ...on('2024-07-03T10:00', does('consent', 'committeeOffice', {}, 'UNIT_APPLICATION/awaiting')),
    ...throughTheUnit,
    ...untilCertified.slice(untilPosted.length - 1),
  ],
  outcome: 'CERTIFIED',
};

/** A delegated review waits for the letter in writing, which does not come (LN-8.1). */
export const letterMissing: Life = {
  name: 'delegated from another province, the letter never returned',
  programme,
  facts: { ...engineer, track: 'delegated', employerClass: 'centralOrOtherProvince' },
  steps: [
    ...on('2024-07-01T09:00', does('submit', 'applicant', {}, 'DELEGATION')),
    does('forward', 'unitHr', {}, 'DELEGATION'),
    ...on(
      '2024-07-03T10:00',
      refuses(receivesLetter, { status: 409, code: 'SEAL_OUT_OF_ORDER', clauses: ['LN-8.1-c'] }),
    ),
    refuses(does('attachDelegation', 'unitHr'), { status: 403, code: 'NOT_YOURS', clauses: ['LN-8.1-b'] }),
    {
      ...passes('2024-08-01T00:01', text('网上系统关闭，函未返回', 'It closes without the letter'), 'NOT_ACCEPTED'),
      note: text(
        '评委会接到书面反馈的委托评审函后方可受理（LN-8.1-c）。',
        'The committee takes it only after the letter has come back in writing (LN-8.1-c).',
      ),
    },
    refuses(receivesLetter, { status: 409, code: 'APPLICATION_ENDED', clauses: ['LN-4.3-e'] }),
  ],
  outcome: 'NOT_ACCEPTED',
};

/** The lives on tracks of their own. */
export const trackLives: readonly Life[] = [greenChannel, letterMissing];
