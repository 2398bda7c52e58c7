import { text } from '../../../../domain/text.ts';
import { postedLate, seniorCertified } from '../../../lives/dalian/reviewed.ts';
import { upTo } from '../../../lives/life.ts';
import { gaoxin } from '../../people.ts';
import { played } from '../../played.ts';

/** Life 7: posted on the latest day an application is handed over on 06-28; posted a day later it cannot be (DL-2.1.2-a, A-07). */
export const dalianLatestPosting = played({
  title: text('七、大连：最迟张贴日', '7. Dalian: the latest day to post'),
  about: text(
    '两名申报人 · 工程系列 · 副高级 · 高新区民营企业；一人6月20日张贴，一人6月21日张贴',
    'Two applicants · engineering · deputy-senior · private company of the high-tech zone; one posted on 06-20, one on 06-21',
  ),
  lives: [
    { life: seniorCertified, by: 'chen-jing', cast: gaoxin, steps: upTo(seniorCertified.steps, 'handOver') },
    { life: postedLate, by: 'liu-yang', cast: gaoxin },
  ],
});
