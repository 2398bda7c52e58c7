import { text } from '../../../../domain/text.ts';
import { expect, expectAmong, Unexpected } from '../../expect.ts';
import type { Life } from '../../life.ts';
import { applicant, haiyun } from '../../people.ts';
import { showsDue } from '../../steps/case.ts';
import { draft, throughTheUnit } from '../../steps/liaoning.ts';
import { post } from '../../steps/posting.ts';

/** Life 4: the publicity ends with the window, so that nothing can be filed (LN-5.4-c, LN-4.3-a). */
export const postedLate: Life = {
  title: text('四、公示过晚', '4. Posted too late'),
  about: text(
    '工程系列 · 工业设计（新兴专业）· 中级 · 民营企业；7月24日张贴公示',
    'Engineering · industrial design (an emerging specialty) · mid · private company; posted on 07-24',
  ),
  startAt: '2024-07-24T09:00',
  expected: 'NOT_FILED',
  play: async ({ world, show }) => {
    const wish = { series: 'engineering', specialty: 'industrialDesign', level: 'mid' };
    const one = await draft(world, show, { applicant: applicant('zhao-min'), wish });
    await throughTheUnit(one, haiyun);

    const [warning, ...more] = await post([one], haiyun, '2024-07-31');
    if (!warning || more.length > 0) throw new Unexpected('expected one warning with the posting');
    expect('warning', warning.code, 'TOO_LATE_TO_FILE');
    expectAmong('clauses of the warning', warning.clauses, ['LN-4.3-a', 'LN-5.4-c', 'LN-5.5.1-a']);
    for (const message of [warning.message.zh, warning.message.en])
      expect('the warning names the latest posting day', message.includes('2024-07-23'), true);
    const rules = warning.clauses.join(', ');
    show.note(text(`注意：${warning.message.zh} [${rules}]`, `note: ${warning.message.en} [${rules}]`));

    const view = await one.view();
    showsDue(one, view, { key: 'windowClose', due: '2024-07-31', clauses: ['LN-4.3-c'] });
    const filing = view.forecast.find(({ stage }) => stage === 'ONLINE_REVIEW');
    expect('forecast of filing', [filing?.earliest, filing?.latest], ['2024-08-01', '2024-07-31']);

    await world.advance('2024-08-01T00:01');
    const ended = await one.becomes('NOT_FILED', text('网上系统关闭', 'The online system closes'));
    const end = (await one.events()).find(({ name }) => name === 'ended');
    // 24:00 of 07-31.
    expect('the instant of the end', Date.parse(end?.at ?? ''), Date.parse('2024-08-01T00:00:00+08:00'));
    return ended.outcome ?? 'none';
  },
};
