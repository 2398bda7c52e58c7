import { text } from '../../../../domain/text.ts';
import type { Life } from '../../life.ts';
import { applicant, gaoxin } from '../../people.ts';
import { apply } from '../../steps/apply.ts';
import { showsDue, showsList, whereIs } from '../../steps/case.ts';
import { midEngineer, recommendAndHandOver, sealAndHandOver, throughJointReview } from '../../steps/dalian.ts';
import { correctForm, publicityOver } from '../../steps/liaoning.ts';
import { post } from '../../steps/posting.ts';

const notInOrder = {
  deficiencies: [{ item: 'achievement-1', clause: 'DL-2.2.3-a', expected: '请补充验收报告。' }],
};

/** Life 8: what fails the preliminary review may be corrected while 06-28 has not passed; afterwards the failure is final (DL-2.2.3-c, A-04, A-47). */
export const dalianCorrections: Life = {
  title: text('八、大连：截止日前后的初审不合格', '8. Dalian: failed before and after the last day'),
  about: text(
    '两名申报人 · 工程系列 · 中级 · 高新区民营企业；一人6月19日初审不合格，一人7月1日初审不合格',
    'Two applicants · engineering · mid · private company of the high-tech zone; one fails on 06-19, one on 07-01',
  ),
  startAt: '2024-06-05T09:00',
  expected: 'FORWARDING + PRELIM_REJECTED',
  play: async ({ world, show }) => {
    const of = (account: string) => ({ applicant: applicant(account), application: midEngineer, oneOfMany: true });
    const corrected = await apply(world, show, of('chen-jing'));
    const late = await apply(world, show, of('liu-yang'));
    const both = [corrected, late];
    for (const one of both) await throughJointReview(one);
    await post(both, gaoxin, '2024-06-13');
    await world.advance('2024-06-17T09:00');
    for (const one of both) await one.becomes('UNIT_RECOMMENDED', publicityOver);
    for (const one of both) await recommendAndHandOver(one);

    await world.advance('2024-06-19T10:00');
    const failed = await corrected.does(gaoxin.authority, 'fail', 'CORRECTION/awaiting', notInOrder);
    await showsList(corrected);
    showsDue(corrected, failed, { key: 'correctionClose', due: '2024-06-28', clauses: ['DL-2.2.3-c'] });
    await world.advance('2024-06-24T10:00');
    await correctForm(corrected, { remarks: '验收报告已补装订。' });
    await corrected.does(corrected.applicant, 'submit', 'UNIT_RECOMMENDED');
    show.note(
      text(
        '公示内容未变，无须重新公示，仅重新盖章报送（A-47）。',
        'Nothing that was posted has changed: no new publicity, only the seals and the hand-over again (A-47).',
      ),
    );
    await sealAndHandOver(corrected);
    await world.advance('2024-06-26T10:00');
    await corrected.does(gaoxin.authority, 'pass', 'FORWARDING');

    await world.advance('2024-07-01T09:00');
    const ended = await late.does(gaoxin.authority, 'fail', 'PRELIM_REJECTED', notInOrder);
    show.note(
      text(
        '6月28日已过，不再补正，当即终结（A-04）。',
        '06-28 has passed: no correction any more, final at once (A-04).',
      ),
    );
    const final = { status: 409, code: 'APPLICATION_ENDED', clauses: ['DL-2.2.3-c'], readings: ['A-04'] };
    await late.refused(late.applicant, 'submit', final);
    return `${whereIs(await corrected.view())} + ${whereIs(ended)}`;
  },
};
