import { text } from '../../../../domain/text.ts';
import { expect } from '../../expect.ts';
import type { Life } from '../../life.ts';
import { applicant, haizhou } from '../../people.ts';
import { apply } from '../../steps/apply.ts';
import { whereIs } from '../../steps/case.ts';
import { courier, passedByBureau, posted, reachesBureau } from '../../steps/lianyungang.ts';
import { post } from '../../steps/posting.ts';

const because = (choice: string, reason: string, expected: string) => ({
  choice,
  reason,
  deficiencies: [{ item: 'cover', clause: 'LYG-4.4-b', expected }],
});
const outOfScope = because(
  'outOfScope',
  '主要业绩属生态环境专业，超出本评委会受理范围。',
  '请向生态环境工程评委会申报。',
);
const breached = because('delegationBreached', '未经委托评审程序直接报送。', '请按委托评审程序报送。');
const taken = { status: 409, code: 'CLAIM_TAKEN', clauses: ['LYG-2.8.2-b'], readings: ['A-25'] };

/** Life 11: returned by the channel through which it came, for the second and third printed reason; the year is free again (LYG-4.4-b, A-25). */
export const lianyungangOutOfScope: Life = {
  title: text('十一、连云港：超出受理范围，原渠道退回', '11. Lianyungang: out of scope, returned as it came'),
  about: text(
    '两名申报人 · 快递工程 · 中级；一人超出受理范围，退回后改报生态环境工程（第54行）；一人违反委托评审程序',
    'Two applicants · express delivery · mid; one is out of scope and then files in ecology (row 54); one breached the procedure of delegation',
  ),
  startAt: '2024-06-03T09:00',
  expected: 'RETURNED, then OFFICE_RECHECK/underReview + RETURNED',
  play: async ({ world, show }) => {
    const lastDay = '2024-06-11';
    const of = (account: string) => ({ applicant: applicant(account), application: courier, oneOfMany: true });
    const wrong = await posted(world, show, { ...of('xu-lei'), lastDay });
    const other = await posted(world, show, { ...of('shen-yan'), lastDay });
    await world.advance('2024-06-12T09:00');
    for (const one of [wrong, other]) await passedByBureau(one);

    const right = await apply(world, show, { ...of('xu-lei'), application: { ...courier, specialty: 'ecology' } });
    await right.refused(right.applicant, 'submit', taken);

    await world.advance('2024-06-13T10:00');
    const returned = await wrong.does(haizhou.postal, 'return', 'RETURNED', { ...outOfScope, committee: 'row-54' });
    expect('the right committee', returned.rightCommittee?.id, 'row-54');
    show.note(
      text(
        `理由：${outOfScope.reason}主管评委会：${returned.rightCommittee?.office.zh} [LYG-4.4-b]`,
        `ground 2: outside the scope of this committee; the right one is at ${returned.rightCommittee?.office.en} [LYG-4.4-b]`,
      ),
    );
    const breach = await other.does(haizhou.postal, 'return', 'RETURNED', breached);
    show.note(
      text(
        `理由：${breached.reason} [LYG-4.4-b]`,
        'ground 3: the procedure of delegated review was breached [LYG-4.4-b]',
      ),
    );
    const ended = { status: 409, code: 'APPLICATION_ENDED', clauses: ['LYG-4.4-b'], readings: ['A-25'] };
    await wrong.refused(wrong.applicant, 'submit', ended);

    await right.does(right.applicant, 'submit', 'UNIT_REVIEW/underReview');
    show.note(
      text(
        '因超出受理范围被退回，本年度申报名额已释放（A-25）。',
        'Returned as out of scope it left the year free (A-25).',
      ),
    );
    await right.does(haizhou.hr, 'agree', 'UNIT_PUBLICITY');
    expect('warnings of the posting', await post([right], haizhou, '2024-06-20'), []);
    await world.advance('2024-06-21T09:00');
    await reachesBureau(right);
    const arrived = await right.does(haizhou.bureau, 'pass', 'OFFICE_RECHECK/underReview');
    return `${returned.outcome}, then ${whereIs(arrived)} + ${breach.outcome}`;
  },
};
