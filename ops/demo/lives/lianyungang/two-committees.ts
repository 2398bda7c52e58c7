import { type Text, text } from '../../../../domain/text.ts';
import { ok } from '../../client/answers.ts';
import { expect } from '../../client/expect.ts';
import type { Life, Play } from '../../life.ts';
import { applicant, titleOffice } from '../../people.ts';
import { apply } from '../../steps/apply.ts';
import { nameOf, whereIs } from '../../steps/case.ts';

const programme = 'lianyungang-2024';
const unlisted = { series: 'otherSpecialty', specialty: 'otherSpecialty', level: 'mid' };
const wish = { programme, ...unlisted };
const notTwo = { status: 409, code: 'CLAIM_TAKEN', clauses: ['LYG-4.0-d'], readings: ['A-26'] };
const oneSeries = { status: 409, code: 'CLAIM_TAKEN', clauses: ['LYG-2.8.2-b'], readings: ['A-25'] };

/** Life 14: one unit reports the same specialty and level to one committee, and nobody applies in two series in a year (LYG-4.0-d, LYG-2.8.2-b). */
export const lianyungangTwoCommittees: Life = {
  title: text('十四、连云港：不得多头报送', '14. Lianyungang: no two committees, no two series'),
  about: text(
    '同一单位两名申报人 · 计划表现有文本未载的专业，由市职称办确定评委会（A-33）· 中级',
    'Two applicants of one unit · a specialty that the plan at hand does not name, routed by the title office (A-33) · mid',
  ),
  startAt: '2024-06-05T09:00',
  expected: 'UNIT_REVIEW/underReview + UNIT_REVIEW/underReview',
  play: async (play) => {
    const { world, show } = play;
    const of = (account: string) => ({ applicant: applicant(account), application: wish, oneOfMany: true });
    await routes(play, 'row-60', text('快递工程评委会（第60行）', 'Committee of row 60'));
    const first = await apply(world, show, of('xu-lei'));
    await first.does(first.applicant, 'submit', 'UNIT_REVIEW/underReview');

    await world.advance('2024-06-06T09:00');
    await routes(play, 'row-54', text('生态环境工程评委会（第54行）', 'Committee of row 54'));
    const astray = await apply(world, show, of('shen-yan'));
    expect('committee of the second', (await astray.view()).committee, 'row-54');
    await astray.refused(astray.applicant, 'submit', notTwo);

    await world.advance('2024-06-07T09:00');
    await routes(play, 'row-60', text('快递工程评委会（第60行）', 'Committee of row 60'));
    const again = await apply(world, show, of('shen-yan'));
    await again.does(again.applicant, 'submit', 'UNIT_REVIEW/underReview');

    const ecology = { programme, series: 'engineering', specialty: 'ecology', level: 'mid' };
    const second = await apply(world, show, { ...of('xu-lei'), application: ecology });
    await second.refused(second.applicant, 'submit', oneSeries);

    await world.advance('2024-06-10T09:00');
    await movesAll(play, 'row-54', [first.no, again.no], text('生态环境工程评委会（第54行）', 'Committee of row 54'));
    expect('committee of the first', (await first.view()).committee, 'row-54');
    return `${whereIs(await first.view())} + ${whereIs(await again.view())}`;
  },
};

/** The title office changes the committee of the unit for all who are not reported yet (LYG-4.0-d, A-26). */
async function movesAll({ world, show }: Play, committee: string, nos: readonly string[], result: Text): Promise<void> {
  const { account } = titleOffice;
  const reason = '该单位申报人员的业绩更接近生态环境专业。';
  const body = { ...unlisted, unit: world.person('xu-lei').unit?.id, committee, reason };
  const path = `/v1/programmes/${programme}/committee-changes`;
  const answer = await world.ask(account, { method: 'POST', path, body });
  const { items } = ok<{ items: readonly { no: string; status: string }[] }>('change of committee', answer);
  const moved = items.filter(({ status }) => status === 'moved').map(({ no }) => no);
  expect('applications moved at once', moved.toSorted().join(), nos.toSorted().join());
  const what = text('变更评委会', 'Change committee');
  show.row({ at: world.now(), who: nameOf(world, titleOffice), what, result, mark: 'done' });
  show.note(text('该单位同专业、同层级人员一并变更（A-26）。', 'All people of the unit move together (A-26).'));
}

/** The title office says which committee takes this unit's people in a specialty without a row. */
async function routes({ world, show }: Play, committee: string, result: Text): Promise<void> {
  const { account } = titleOffice;
  const body = { ...unlisted, unit: world.person('xu-lei').unit?.id, committee };
  const path = `/v1/programmes/${programme}/routings`;
  const decided = ok<{ committee: string }>('routing', await world.ask(account, { method: 'POST', path, body }));
  expect('committee', decided.committee, committee);
  const what = text('人工确定评委会', 'Route by hand');
  show.row({ at: world.now(), who: nameOf(world, titleOffice), what, result, mark: 'done' });
}
