import { text } from '../../../../domain/text.ts';
import { resultRecorded } from '../../../lives/lianyungang/referred.ts';
import { startOf } from '../../../lives/life.ts';
import { expect } from '../../client/expect.ts';
import type { Life } from '../../life.ts';
import { haizhou } from '../../people.ts';
import { begin } from '../../played.ts';
import { type Case, whereIs } from '../../steps/case.ts';
import { walk } from '../../steps/walk.ts';

/** Life 13: the row's committee decides no senior titles, so the case goes through the title office to the province, whose result the office records (LYG-4.4-e, A-41). */
export const lianyungangReferred: Life = {
  title: text('十三、连云港：高级职称报送省评委会', '13. Lianyungang: a senior case referred to the province'),
  about: text(
    '工程系列 · 快递工程（第60行，未注明含高级）· 副高级 · 海州区民营企业；省里的结果由报送单位登记',
    'Engineering · express delivery (row 60, not printed as taking senior cases) · deputy-senior · private company of Haizhou; what the province decided',
  ),
  startAt: startOf(resultRecorded.steps),
  expected: resultRecorded.outcome,
  play: async (play) => {
    const one = await begin(play, { life: resultRecorded, by: 'shen-yan' });
    const { destination, acting } = await one.view();
    expect('who decides', [destination, acting.cityTitleOffice], ['province', 'lyg-title-office']);
    await walk({ one, cast: haizhou, steps: resultRecorded.steps });
    await showsResult(one);
    return whereIs(await one.view());
  },
};

/** The applicant reads what the province decided, on which day and by which document. */
async function showsResult({ show, view }: Case): Promise<void> {
  const result = (await view()).referral?.result;
  expect('what came back', [result?.passed, result?.documentNo], [false, '苏职称办〔2024〕12号']);
  const { label, decidedOn, documentNo } = result ?? {};
  show.note(text(`${label?.zh}：${decidedOn}，${documentNo}`, `${label?.en}: ${decidedOn}, document ${documentNo}`));
}
