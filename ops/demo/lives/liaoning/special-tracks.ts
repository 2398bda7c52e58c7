import { text } from '../../../../domain/text.ts';
import type { Life } from '../../life.ts';
import { applicant, delegationHr, liaobei, office } from '../../people.ts';
import { whereIs } from '../../steps/case.ts';
import { draft, file, throughTheUnit } from '../../steps/liaoning.ts';
import { post } from '../../steps/posting.ts';

const wish = { series: 'engineering', specialty: 'robotics', level: 'deputySenior' };
const notYet = { status: 409, code: 'ACTION_NOT_HERE', clauses: ['LN-8.3-b'] };
const noLetter = { status: 409, code: 'SEAL_OUT_OF_ORDER', clauses: ['LN-8.1-c'] };
const notHis = { status: 403, code: 'NOT_YOURS', clauses: ['LN-8.1-b'] };
const ended = { status: 409, code: 'APPLICATION_ENDED', clauses: ['LN-4.3-e'] };

/** Life 16: the green channel needs the consent of the office first; a delegated review needs the written letter (LN-8.3, LN-8.1). */
export const specialTracks: Life = {
  title: text('十六、绿色通道与委托评审', '16. The green channel and a delegated review'),
  about: text(
    '两名申报人 · 工程系列 · 机器人科学与工程 · 副高级；一人走绿色通道，一人为外省单位、委托评审函未返回',
    'Two applicants · engineering, robotics · deputy-senior; one by the green channel, one of another province whose letter does not come back',
  ),
  startAt: '2024-07-01T09:00',
  expected: 'AUTHORITY_SEALING + NOT_ACCEPTED',
  play: async ({ world, show }) => {
    const track = (account: string, track: string) => ({
      applicant: applicant(account),
      wish: { ...wish, track },
      oneOfMany: true,
    });
    const green = await draft(world, show, track('zhang-wei', 'greenChannel'));
    const delegated = await draft(world, show, track('he-lan', 'delegated'));
    await green.does(green.applicant, 'submit', 'GREEN_CHANNEL_REQUEST/underReview');
    await green.refused(green.applicant, 'submit', notYet);
    await delegated.does(delegated.applicant, 'submit', 'DELEGATION');
    await delegated.does(delegationHr, 'forward', 'DELEGATION');

    await world.advance('2024-07-03T10:00');
    await green.does(office, 'consent', 'UNIT_APPLICATION/awaiting');
    await throughTheUnit(green, liaobei);
    await delegated.refused(office, 'receivePaper', noLetter);
    await delegated.refused(delegationHr, 'attachDelegation', notHis);
    await world.advance('2024-07-10T09:30');
    await post([green], liaobei, '2024-07-17');
    await world.advance('2024-07-18T08:00');
    await file(green);
    await world.advance('2024-07-24T15:00');
    await green.does(office, 'pass', 'AUTHORITY_SEALING');

    await world.advance('2024-08-01T00:01');
    const over = await delegated.becomes(
      'NOT_ACCEPTED',
      text('网上系统关闭，函未返回', 'It closes without the letter'),
    );
    show.note(
      text(
        '评委会接到书面反馈的委托评审函后方可受理（LN-8.1-c）。',
        'The committee takes it only after the letter has come back in writing (LN-8.1-c).',
      ),
    );
    await delegated.refused(office, 'receivePaper', ended);
    return `${whereIs(await green.view())} + ${whereIs(over)}`;
  },
};
