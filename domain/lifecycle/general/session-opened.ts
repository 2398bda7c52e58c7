import { type Refusal, refuse } from '../../refusal.ts';
import { text } from '../../text.ts';

/** From the opening of the meeting on, nobody on its roster withdraws, and nobody is taken off it, and no result is recorded by hand. */
export const sessionOpened = (): Refusal =>
  refuse(
    'SESSION_OPENED',
    text(
      '评审会议已召开，花名册已锁定：不能撤回申报或调整会议，评审结果由会议产生，不能手工登记。',
      'The meeting has begun and its roster stands: an application on it can neither be withdrawn nor moved, and its result comes from the session.',
    ),
    { readings: ['A-39'] },
  );
