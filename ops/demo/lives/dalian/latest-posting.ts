import { text } from '../../../../domain/text.ts';
import { expect, expectAmong, Unexpected } from '../../expect.ts';
import type { Life } from '../../life.ts';
import { applicant, gaoxin } from '../../people.ts';
import { apply } from '../../steps/apply.ts';
import { whereIs } from '../../steps/case.ts';
import { midEngineer, recommendAndHandOver, throughJointReview } from '../../steps/dalian.ts';
import { publicityOver } from '../../steps/liaoning.ts';
import { post } from '../../steps/posting.ts';

/** Life 7: posted on the latest day an application is handed over on 06-28; posted a day later it cannot be (DL-2.1.2-a, A-07). */
export const dalianLatestPosting: Life = {
  title: text('七、大连：最迟张贴日', '7. Dalian: the latest day to post'),
  about: text(
    '两名申报人 · 工程系列 · 中级 · 高新区民营企业；一人6月20日张贴，一人6月21日张贴',
    'Two applicants · engineering · mid · private company of the high-tech zone; one posted on 06-20, one on 06-21',
  ),
  startAt: '2024-06-06T09:00',
  expected: 'PRELIMINARY_REVIEW/underReview + NOT_FILED',
  play: async ({ world, show }) => {
    const of = (account: string) => ({ applicant: applicant(account), application: midEngineer, oneOfMany: true });
    const inTime = await apply(world, show, of('chen-jing'));
    const late = await apply(world, show, of('liu-yang'));
    for (const one of [inTime, late]) await throughJointReview(one);

    await world.advance('2024-06-20T16:00');
    expect('warnings of the posting', await post([inTime], gaoxin, '2024-06-27'), []);
    await world.advance('2024-06-21T09:00');
    const [warning, ...more] = await post([late], gaoxin, '2024-06-28');
    if (!warning || more.length > 0) throw new Unexpected('expected one warning with the posting');
    expect('warning', warning.code, 'TOO_LATE_TO_FILE');
    expectAmong('clauses of the warning', warning.clauses, ['DL-2.1.2-a']);
    for (const message of [warning.message.zh, warning.message.en])
      expect('the warning names the latest posting day', message.includes('2024-06-20'), true);
    const rules = warning.clauses.join(', ');
    show.note(text(`注意：${warning.message.zh} [${rules}]`, `note: ${warning.message.en} [${rules}]`));

    await world.advance('2024-06-28T08:30');
    await inTime.becomes('UNIT_RECOMMENDED', publicityOver);
    await recommendAndHandOver(inTime);
    const notYet = { status: 409, code: 'ACTION_NOT_HERE', clauses: ['DL-2.2.2-b'] };
    await late.refused(gaoxin.hr, 'recommend', notYet, { choice: 'noObjection' });

    await world.advance('2024-06-29T00:01');
    const ended = await late.becomes('NOT_FILED', text('初审报送截止', 'The hand-over has closed'));
    const end = (await late.events()).find(({ name }) => name === 'ended');
    expect('the instant of the end', Date.parse(end?.at ?? ''), Date.parse('2024-06-29T00:00:00+08:00'));
    return `${whereIs(await inTime.view())} + ${whereIs(ended)}`;
  },
};
