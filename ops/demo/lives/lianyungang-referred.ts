import { text } from '../../../domain/text.ts';
import { showsDue } from '../case.ts';
import { expect } from '../expect.ts';
import { courier, passedByBureau, posted } from '../lianyungang.ts';
import type { Life } from '../life.ts';
import { applicant, haizhou } from '../people.ts';

const senior = {
  ...courier,
  level: 'deputySenior',
  heldTitle: { level: 'mid', obtainedOn: '2015-12-01', series: 'engineering' },
};
const notHere = { status: 409, code: 'ACTION_NOT_HERE', clauses: ['LYG-4.4-e'] };

/** Life 13: the row's committee decides no senior titles, so the case goes through the title office to the province (LYG-4.4-e, A-41). */
export const lianyungangReferred: Life = {
  title: text('十三、连云港：高级职称报送省评委会', '13. Lianyungang: a senior case referred to the province'),
  about: text(
    '工程系列 · 快递工程（第60行，未注明含高级）· 副高级 · 海州区民营企业',
    'Engineering · express delivery (row 60, not printed as taking senior cases) · deputy-senior · private company of Haizhou',
  ),
  startAt: '2024-06-03T09:00',
  expected: 'REFERRED',
  play: async ({ world, show }) => {
    const person = { applicant: applicant('shen-yan'), application: senior };
    const one = await posted(world, show, { ...person, lastDay: '2024-06-11' });
    const { destination, acting } = await one.view();
    expect('who decides', [destination, acting.cityTitleOffice], ['province', 'lyg-title-office']);
    await world.advance('2024-06-12T09:00');
    await passedByBureau(one);
    await world.advance('2024-06-17T10:00');
    const looked = await one.does(haizhou.postal, 'pass', 'CITY_TITLE_OFFICE_REVIEW/underReview');
    showsDue(one, looked, { key: 'calendarYear', due: '2024-12-31', clauses: ['LYG-3.1-b'] });
    await one.refused(haizhou.postal, 'report', notHere);
    await world.advance('2024-06-20T10:00');
    await one.does(haizhou.titleOffice, 'consent', 'PROVINCIAL_REFERRAL');
    await world.advance('2024-06-24T10:00');
    const referred = await one.does(haizhou.postal, 'report', 'REFERRED');
    return referred.outcome ?? 'none';
  },
};
