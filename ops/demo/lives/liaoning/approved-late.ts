import { text } from '../../../../domain/text.ts';
import { approvedLate as late } from '../../../lives/liaoning/paper.ts';
import { startOf, upTo } from '../../../lives/life.ts';
import type { Life } from '../../life.ts';
import { north, office } from '../../people.ts';
import { begin } from '../../played.ts';
import { showsAlarms } from '../../steps/alarms.ts';
import { whereIs } from '../../steps/case.ts';
import { walk } from '../../steps/walk.ts';

const untilUploaded = upTo(late.steps, 'uploadStampedPage');
const untilApproved = upTo(late.steps, 'approve');

/** Life 3: the stamped page is there in time and the office is late (LN-4.3-d, LN-4.3-f, A-12). The office is also reminded of the close of the window while the filing is with it. */
export const approvedLate: Life = {
  title: text('三、盖章页按时上传、逾期审核', '3. Stamped page uploaded in time, reviewed late'),
  about: text(
    '工程系列 · 电子 · 中级 · 省属高校；审核延误不由申报人承担',
    'Engineering · electronics · mid · provincial university; the delay of the office does not hurt the applicant',
  ),
  startAt: startOf(late.steps),
  expected: 'PAPER_DELIVERY',
  play: async (play) => {
    const one = await begin(play, { life: late, by: 'sun-hao' });
    await walk({ one, cast: north, steps: untilUploaded });
    await play.world.advance('2024-08-06T09:00');
    await showsAlarms(play, office, { template: 'deadlineNear', days: ['2024-07-24', '2024-08-05', '2024-08-06'] });
    await walk({ one, cast: north, steps: untilApproved.slice(untilUploaded.length) });
    return whereIs(await one.view());
  },
};
