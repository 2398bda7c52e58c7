import { text } from '../../../../domain/text.ts';
import { courier, passesOn, posts, untilPreliminary } from '../../../lives/lianyungang/steps.ts';
import { abandoned } from '../../../lives/lianyungang/unit.ts';
import { does, passes, type Step } from '../../../lives/life.ts';
import { publicityOver } from '../../../lives/words.ts';
import { expect } from '../../client/expect.ts';
import type { Life } from '../../life.ts';
import { haizhou, postal } from '../../people.ts';
import { begin } from '../../played.ts';
import { whereIs } from '../../steps/case.ts';
import { walk } from '../../steps/walk.ts';

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

const life = abandoned;
const arrived: readonly Step[] = [...untilPreliminary, passesOn];
/** Filed anew on the day of the return; the publicity ends before the period does. */
const againFrom: readonly Step[] = [
  does('submit', 'applicant', {}, 'UNIT_REVIEW/underReview'),
  does('agree', 'unitHr', {}, 'UNIT_PUBLICITY'),
  posts('2024-06-21'),
  passes('2024-06-22T09:00', publicityOver, 'PRELIMINARY_REVIEW/underReview'),
  passesOn,
];

/** Life 11: returned by the channel through which it came, for the second and third printed reason; the year is free again (LYG-4.4-b, A-25). */
export const lianyungangOutOfScope: Life = {
  title: text('十一、连云港：超出受理范围，原渠道退回', '11. Lianyungang: out of scope, returned as it came'),
  about: text(
    '两名申报人 · 快递工程 · 中级；一人超出受理范围，退回后改报生态环境工程（第54行）；一人违反委托评审程序',
    'Two applicants · express delivery · mid; one is out of scope and then files in ecology (row 54); one breached the procedure of delegation',
  ),
  startAt: '2024-06-03T09:00',
  expected: 'RETURNED, then OFFICE_RECHECK/underReview + RETURNED',
  play: async (play) => {
    const { world, show } = play;
    const wrong = await begin(play, { life, by: 'xu-lei' }, true);
    const other = await begin(play, { life, by: 'shen-yan' }, true);
    await walk(...[wrong, other].map((one) => ({ one, cast: haizhou, steps: arrived })));
    const right = await begin(
      play,
      { life: { ...life, facts: { ...courier, specialty: 'ecology' } }, by: 'xu-lei' },
      true,
    );
    await right.refused(right.applicant, 'submit', taken);

    await world.advance('2024-06-14T15:00');
    const returned = await wrong.does(postal, 'return', 'RETURNED', { ...outOfScope, committee: 'row-54' });
    expect('the right committee', returned.rightCommittee?.id, 'row-54');
    show.note(
      text(
        `理由：${outOfScope.reason}主管评委会：${returned.rightCommittee?.office.zh} [LYG-4.4-b]`,
        `ground 2: outside the scope of this committee; the right one is at ${returned.rightCommittee?.office.en} [LYG-4.4-b]`,
      ),
    );
    const breach = await other.does(postal, 'return', 'RETURNED', breached);
    show.note(
      text(
        `理由：${breached.reason} [LYG-4.4-b]`,
        'ground 3: the procedure of delegated review was breached [LYG-4.4-b]',
      ),
    );
    const ended = { status: 409, code: 'APPLICATION_ENDED', clauses: ['LYG-4.4-b'], readings: ['A-25'] };
    await wrong.refused(wrong.applicant, 'submit', ended);

    await walk({ one: right, cast: haizhou, steps: againFrom.slice(0, 1) });
    show.note(
      text(
        '因超出受理范围被退回，本年度申报名额已释放（A-25）。',
        'Returned as out of scope it left the year free (A-25).',
      ),
    );
    await walk({ one: right, cast: haizhou, steps: againFrom.slice(1) });
    return `${returned.outcome}, then ${whereIs(await right.view())} + ${breach.outcome}`;
  },
};
