import { text } from '../../../../domain/text.ts';
import { correctedInTime, failedLate } from '../../../lives/dalian/failed.ts';
import { upTo } from '../../../lives/life.ts';
import { gaoxin } from '../../people.ts';
import { played } from '../../played.ts';

/** Life 8: what fails the preliminary review may be corrected while 06-28 has not passed; afterwards the failure is final (DL-2.2.3-c, A-04, A-47). */
export const dalianCorrections = played({
  title: text('八、大连：截止日前后的初审不合格', '8. Dalian: failed before and after the last day'),
  about: text(
    '两名申报人 · 工程系列 · 副高级 · 高新区民营企业；一人6月19日初审不合格，一人7月1日初审不合格',
    'Two applicants · engineering · deputy-senior · private company of the high-tech zone; one fails on 06-19, one on 07-01',
  ),
  lives: [
    { life: correctedInTime, by: 'chen-jing', cast: gaoxin, steps: upTo(correctedInTime.steps, 'pass') },
    { life: failedLate, by: 'liu-yang', cast: gaoxin },
  ],
});
