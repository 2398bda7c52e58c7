import { text } from '../../../../domain/text.ts';
import { expect } from '../../expect.ts';
import type { Life } from '../../life.ts';
import { applicant, haizhou } from '../../people.ts';
import { showsDue, showsList } from '../../steps/case.ts';
import { courier, posted, reachesBureau } from '../../steps/lianyungang.ts';

const list = {
  deficiencies: [{ item: 'achievement-1', clause: 'LYG-4.3-b', expected: '请补充验收报告原件。' }],
};

/** Life 10: what the one list of the bureau asks for is not there in time, and the application counts as given up (LYG-4.3-b, LYG-4.3-c, A-30). */
export const lianyungangAbandoned: Life = {
  title: text('十、连云港：逾期未补正，视为放弃', '10. Lianyungang: correction overdue, deemed abandoned'),
  about: text(
    '工程系列 · 快递工程（计划表第60行，6月受理）· 中级 · 海州区民营企业',
    'Engineering · express delivery (row 60 of the plan, accepted in June) · mid · private company of Haizhou',
  ),
  startAt: '2024-06-03T09:00',
  expected: 'ABANDONED',
  play: async ({ world, show }) => {
    const one = await posted(world, show, {
      applicant: applicant('xu-lei'),
      application: courier,
      lastDay: '2024-06-11',
    });
    showsDue(one, await one.view(), { key: 'acceptance', due: '2024-06-30', clauses: ['LYG-7-b'] });

    await world.advance('2024-06-12T09:00');
    await reachesBureau(one);
    const back = await one.does(haizhou.bureau, 'return', 'CORRECTION/awaiting', list);
    await showsList(one);
    showsDue(one, back, { key: 'correction', due: '2024-06-19', clauses: ['LYG-4.3-c'] });

    await world.advance('2024-06-20T00:01');
    const ended = await one.becomes('ABANDONED', text('补正期限届满', 'Time for correction is over'));
    const end = (await one.events()).find(({ name }) => name === 'ended');
    expect('the instant of the end', Date.parse(end?.at ?? ''), Date.parse('2024-06-20T00:00:00+08:00'));
    await one.refused(one.applicant, 'submit', { status: 409, code: 'APPLICATION_ENDED', clauses: ['LYG-4.3-c'] });
    return ended.outcome ?? 'none';
  },
};
