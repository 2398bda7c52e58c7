import { text } from '../../../../domain/text.ts';
import { grantedOneMore, returnedThrice as usedAll } from '../../../lives/liaoning/online.ts';
import { liaobei } from '../../people.ts';
import { played } from '../../played.ts';

/** Life 2: two people use all three submissions; the office grants one of them a fourth (LN-5.5.3-b, A-13). */
export const returnedThrice = played({
  title: text('二、三次退回', '2. Returned three times'),
  about: text(
    '两名申报人 · 工程系列 · 机电 · 副高级 · 省属国有企业；其中一人经评委会办公室追加一次机会',
    'Two applicants · engineering, electromechanics · deputy-senior · provincial state-owned enterprise; one is granted one more',
  ),
  lives: [
    { life: grantedOneMore, by: 'li-na', cast: liaobei },
    { life: usedAll, by: 'wang-qiang', cast: liaobei },
  ],
});
