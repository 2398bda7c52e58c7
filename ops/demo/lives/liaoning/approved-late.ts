import { text } from '../../../../domain/text.ts';
import type { Life } from '../../life.ts';
import { applicant, north, office } from '../../people.ts';
import { showsAlarms } from '../../steps/alarms.ts';
import { showsDue } from '../../steps/case.ts';
import { draft, file, sealAndUpload, throughTheUnit } from '../../steps/liaoning.ts';
import { post } from '../../steps/posting.ts';

/** Life 3: the stamped page is there in time and the office is late (LN-4.3-d, LN-4.3-f, A-12). */
export const approvedLate: Life = {
  title: text('三、盖章页按时上传、逾期审核', '3. Stamped page uploaded in time, reviewed late'),
  about: text(
    '工程系列 · 电子 · 中级 · 省属高校；审核延误不由申报人承担',
    'Engineering · electronics · mid · provincial university; the delay of the office does not hurt the applicant',
  ),
  startAt: '2024-07-08T09:00',
  expected: 'NOT_ACCEPTED, then PAPER_DELIVERY',
  play: async (play) => {
    const { world, show } = play;
    const wish = { series: 'engineering', specialty: 'electronics', level: 'mid' };
    const one = await draft(world, show, { applicant: applicant('sun-hao'), wish });
    await throughTheUnit(one, north);

    await world.advance('2024-07-10T09:30');
    await post([one], north, '2024-07-17');
    await world.advance('2024-07-18T08:00');
    await file(one);
    await world.advance('2024-07-24T15:00');
    await one.does(office, 'pass', 'AUTHORITY_SEALING');

    await world.advance('2024-08-05T11:00');
    const uploaded = await sealAndUpload(one, north);
    showsDue(one, uploaded, { key: 'stampedPage', due: '2024-08-07', clauses: ['LN-4.3-d', 'LN-4.3-f'] });

    await world.advance('2024-08-06T09:00');
    await showsAlarms(play, office, { template: 'deadlineNear', days: ['2024-08-05', '2024-08-06'] });

    await world.advance('2024-08-08T09:00');
    const lapsed = await one.becomes('NOT_ACCEPTED', text('审核期限届满', 'The time for approval is over'));
    await one.refused(office, 'approve', { status: 409, code: 'APPLICATION_ENDED', clauses: ['LN-4.3-f'] });

    const reason = '盖章页于8月5日上传，评委会办公室未及时审核。';
    await one.does(office, 'acceptLate', 'STAMPED_PAGE_REVIEW/underReview', { reason });
    show.note(text(`理由：${reason}`, 'reason: the page was there on 08-05; the office had not looked at it'));
    const approved = await one.does(office, 'approve', 'PAPER_DELIVERY');
    showsDue(one, approved, { key: 'paper', due: '2024-08-15', clauses: ['LN-5.7-a'] });
    return `${lapsed.outcome}, then ${approved.stage.key}`;
  },
};
