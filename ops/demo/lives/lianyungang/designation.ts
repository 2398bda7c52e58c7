import { text } from '../../../../domain/text.ts';
import type { Life } from '../../life.ts';
import { applicant, haizhou } from '../../people.ts';
import { showsDue, whereIs } from '../../steps/case.ts';
import { courier, posted, reachesBureau } from '../../steps/lianyungang.ts';

/** A graduate after the year of probation: assistant without a review (LYG-2.11-d). */
const graduate = {
  ...courier,
  level: 'assistant',
  track: 'initialDesignation',
  heldTitle: { level: 'none' },
  education: { tier: 'bachelor', obtainedOn: '2022-07-01', recognised: true, majorMatches: true },
  probation: { from: '2022-08-01', assessed: true },
};
const between = { status: 409, code: 'WINDOW_NOT_OPEN', clauses: ['LYG-3.1-c'], readings: ['A-31'] };

/** Life 12: a district designates in its June round; whoever comes after it waits for the second (LYG-3.1-c, LYG-7-f, A-31). */
export const lianyungangDesignation: Life = {
  title: text('十二、连云港：6月一轮初定', '12. Lianyungang: initial designation in the June round'),
  about: text(
    '两名申报人 · 快递工程 · 助理级初定 · 海州区（计划表第66行）；一人6月初定，一人错过一轮，11月初定',
    'Two applicants · express delivery · assistant, by designation · Haizhou (row 66); one in June, one too late for it, in November',
  ),
  startAt: '2024-06-03T09:00',
  expected: 'CERTIFIED + CERTIFIED',
  play: async ({ world, show }) => {
    const of = (account: string) => ({ applicant: applicant(account), application: graduate, oneOfMany: true });
    const inJune = await posted(world, show, { ...of('xu-lei'), lastDay: '2024-06-11' });
    await world.advance('2024-06-12T09:00');
    await reachesBureau(inJune);
    await inJune.does(haizhou.bureau, 'pass', 'INITIAL_DESIGNATION/underReview');
    await world.advance('2024-06-18T10:00');
    await inJune.does(haizhou.bureau, 'designate', 'CERTIFIED');
    await inJune.does(haizhou.bureau, 'certify', 'CERTIFIED', { certificate: 'LYG-2024-C-000001' });

    await world.advance('2024-06-24T09:00');
    const late = await posted(world, show, { ...of('shen-yan'), lastDay: '2024-07-01' });
    await world.advance('2024-07-02T09:00');
    await reachesBureau(late);
    const waits = await late.does(haizhou.bureau, 'pass', 'INITIAL_DESIGNATION/underReview');
    showsDue(late, waits, { key: 'secondRound', due: '2024-12-31', clauses: ['LYG-3.1-c'] });
    await late.refused(haizhou.bureau, 'designate', between);
    await world.advance('2024-11-01T09:00');
    await late.does(haizhou.bureau, 'designate', 'CERTIFIED');
    await late.does(haizhou.bureau, 'certify', 'CERTIFIED', { certificate: 'LYG-2024-C-000002' });
    return `${whereIs(await inJune.view())} + ${whereIs(await late.view())}`;
  },
};
