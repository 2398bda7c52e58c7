import { text } from '../../../../domain/text.ts';
import { expect } from '../../expect.ts';
import type { Life } from '../../life.ts';
import { applicant, liaobei, office } from '../../people.ts';
import { whereIs } from '../../steps/case.ts';
import { draft, publicityOver, throughTheUnit } from '../../steps/liaoning.ts';
import { post } from '../../steps/posting.ts';

const list = {
  deficiencies: [{ item: 'achievement-1', clause: 'LN-4.1-c', expected: '请补充正式签字盖章的任务书。' }],
};
const used = { status: 409, code: 'ATTEMPTS_USED', clauses: ['LN-5.5.3-b'], readings: ['A-13'] };
const returns = ['2024-07-19T10:00', '2024-07-23T10:00', '2024-07-26T10:00'];

/** Life 2: two people use all three submissions; the office grants one of them a fourth (LN-5.5.3-b, A-13). */
export const returnedThrice: Life = {
  title: text('二、三次退回', '2. Returned three times'),
  about: text(
    '两名申报人 · 工程系列 · 机电 · 副高级 · 省属国有企业；其中一人经评委会办公室追加一次机会',
    'Two applicants · engineering, electromechanics · deputy-senior · provincial state-owned enterprise; one is granted one more',
  ),
  startAt: '2024-07-08T09:00',
  expected: 'AUTHORITY_SEALING + ATTEMPTS_EXHAUSTED',
  play: async ({ world, show }) => {
    const wish = { series: 'engineering', specialty: 'electromechanics', level: 'deputySenior' };
    const granted = await draft(world, show, { applicant: applicant('li-na'), wish, oneOfMany: true });
    const other = await draft(world, show, { applicant: applicant('wang-qiang'), wish, oneOfMany: true });
    const both = [granted, other];
    for (const one of both) await throughTheUnit(one, liaobei);

    await world.advance('2024-07-10T09:30');
    await post(both, liaobei, '2024-07-17');

    await world.advance('2024-07-18T08:00');
    for (const one of both) await one.becomes('ONLINE_REVIEW/awaiting', publicityOver);
    for (const one of both) await one.does(one.applicant, 'submit', 'ONLINE_REVIEW/underReview');
    for (const [index, day] of returns.entries()) {
      await world.advance(day);
      for (const one of both) {
        const after = await one.does(office, 'return', 'ONLINE_REVIEW/awaiting', list);
        expect('attempts', after.attempts, { used: index + 1, max: 3 });
        if (index < 2) await one.does(one.applicant, 'submit', 'ONLINE_REVIEW/underReview');
      }
    }

    await world.advance('2024-07-29T09:00');
    for (const one of both) await one.refused(one.applicant, 'submit', used);

    const reason = '第三次退回所列材料系办公室误判，追加一次提交机会。';
    const more = await granted.does(office, 'grantAttempt', 'ONLINE_REVIEW/awaiting', { reason });
    show.note(text(`理由：${reason}`, 'reason: the third return was an error of the office'));
    expect('attempts', more.attempts, { used: 3, max: 4 });
    await granted.does(granted.applicant, 'submit', 'ONLINE_REVIEW/underReview');
    await other.refused(other.applicant, 'submit', used);

    await world.advance('2024-07-30T15:00');
    await granted.does(office, 'pass', 'AUTHORITY_SEALING');

    await world.advance('2024-08-01T00:01');
    const ended = await other.becomes('ATTEMPTS_EXHAUSTED', text('网上系统关闭', 'The online system closes'));
    return `${whereIs(await granted.view())} + ${whereIs(ended)}`;
  },
};
