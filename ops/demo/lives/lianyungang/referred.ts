import { text } from '../../../../domain/text.ts';
import { expect } from '../../expect.ts';
import type { Life } from '../../life.ts';
import { applicant, haizhou } from '../../people.ts';
import { type Case, showsDue } from '../../steps/case.ts';
import { courier, passedByBureau, posted } from '../../steps/lianyungang.ts';

const senior = {
  ...courier,
  level: 'deputySenior',
  heldTitle: { level: 'mid', obtainedOn: '2015-12-01', series: 'engineering' },
};
/** The decision of the province, by its document. */
const decided = {
  passed: true,
  decidedOn: '2024-12-26',
  documentNo: '苏职称办〔2024〕57号',
  certificate: 'JS-2024-000057',
};
const notTheirs = { status: 403, code: 'NOT_YOURS', clauses: ['LYG-4.4-e'] };
const once = { status: 409, code: 'ACTION_NOT_HERE', clauses: ['LYG-4.4-e'] };
const notHere = { status: 409, code: 'ACTION_NOT_HERE', clauses: ['LYG-4.4-e'] };

/** Life 13: the row's committee decides no senior titles, so the case goes through the title office to the province, whose result the office records (LYG-4.4-e, A-41). */
export const lianyungangReferred: Life = {
  title: text('十三、连云港：高级职称报送省评委会', '13. Lianyungang: a senior case referred to the province'),
  about: text(
    '工程系列 · 快递工程（第60行，未注明含高级）· 副高级 · 海州区民营企业；省里的结果由报送单位登记',
    'Engineering · express delivery (row 60, not printed as taking senior cases) · deputy-senior · private company of Haizhou; what the province decided',
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
    const passed = await one.does(haizhou.postal, 'pass', 'CITY_TITLE_OFFICE_REVIEW/underReview');
    showsDue(one, passed, { key: 'calendarYear', due: '2024-12-31', clauses: ['LYG-3.1-b'] });
    await one.refused(haizhou.postal, 'report', notHere);
    await world.advance('2024-06-20T10:00');
    await one.does(haizhou.titleOffice, 'consent', 'PROVINCIAL_REFERRAL');
    await world.advance('2024-06-24T10:00');
    const referred = await one.does(haizhou.postal, 'report', 'REFERRED');
    showsDue(one, referred, { key: 'referral', due: '2025-06-24', clauses: ['LYG-4.4-e'] });
    await world.advance('2025-01-08T10:00');
    await one.refused(haizhou.titleOffice, 'recordReferralResult', notTheirs, decided);
    await one.does(haizhou.postal, 'recordReferralResult', 'REFERRED', decided);
    await one.refused(haizhou.postal, 'recordReferralResult', once, decided);
    await showsResult(one);
    return referred.outcome ?? 'none';
  },
};

/** The applicant reads what the province decided, on which day, by which document and certificate. */
async function showsResult({ show, view }: Case): Promise<void> {
  const result = (await view()).referral?.result;
  expect('what came back', [result?.passed, result?.certificate], [true, decided.certificate]);
  const { label, decidedOn, documentNo } = result ?? { ...decided, label: null };
  show.note(
    text(
      `${label?.zh}：${decidedOn}，${documentNo}，证书 ${decided.certificate}`,
      `${label?.en}: ${decidedOn}, ${documentNo}, certificate ${decided.certificate}`,
    ),
  );
}
