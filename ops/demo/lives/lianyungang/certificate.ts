import { text } from '../../../../domain/text.ts';
import { certifiedWithOneCorrection } from '../../../lives/lianyungang/committee.ts';
import { before, type Step, upTo } from '../../../lives/life.ts';
import { expect } from '../../client/expect.ts';
import type { Life, Play } from '../../life.ts';
import { haizhou, postal, titleOffice } from '../../people.ts';
import { begin } from '../../played.ts';
import { showsAlarms } from '../../steps/alarms.ts';
import { whereIs } from '../../steps/case.ts';
import { stepOf, stepRefused, steps } from '../../steps/committee-year.ts';
import { walk } from '../../steps/walk.ts';

const committee = 'row-60';
const meetingOn = '2024-10-15';
const notSigned = { status: 409, code: 'ACTION_NOT_HERE', clauses: ['LYG-3.3-b'] };
const { steps: all } = certifiedWithOneCorrection;
const untilCommittee = before(all, 'recordResult');
/** Not before the title office has consented. */
const tooEarly = all.slice(untilCommittee.length, untilCommittee.length + 1);
const decided = upTo(all, 'postPublicity').slice(untilCommittee.length + 1);
const certified = all.slice(upTo(all, 'postPublicity').length);

/** Life 17: a mid-level title of Lianyungang, L1 to L12, with the year of its committee (LYG-3.3, LYG-5.2). */
export const lianyungangCertificate: Life = {
  title: text('十七、连云港：从年度通知到领证', '17. Lianyungang: from the yearly notice to the certificate'),
  about: text(
    '工程系列 · 快递工程（第60行）· 中级；通知会签、一次性补正、开评报告与同意、结果公示',
    'Engineering · express delivery (row 60) · mid; notice countersigned, one correction, opening reported and consented to, result posted',
  ),
  startAt: '2024-05-20T09:00',
  expected: 'CERTIFIED',
  play: async (play) => {
    const { world } = play;
    await publishes(play);
    const one = await begin(play, { life: certifiedWithOneCorrection, by: 'xu-lei' });
    const walks = (some: readonly Step[]) => walk({ one, cast: haizhou, steps: some });
    await walks(untilCommittee);
    await world.advance('2024-10-05T09:00');
    await steps(
      play,
      committee,
      stepOf.report(postal, meetingOn),
      text(`会议 ${meetingOn}`, `meeting of ${meetingOn}`),
    );
    await walks(tooEarly);
    await steps(play, committee, stepOf.approve(titleOffice, meetingOn), text('同意', 'consented'));
    await walks(decided);
    await announces(play);
    await walks(certified);
    await world.advance('2024-10-30T09:00');
    await filesLate(play);
    return whereIs(await one.view());
  },
};

/** The notice of the committee's year, which the title office countersigns before anybody may read it (LYG-3.3-b, LYG-3.3-c). */
async function publishes(play: Play): Promise<void> {
  await steps(play, committee, stepOf.propose(postal), text('待会签', 'to be countersigned'));
  await stepRefused(play, committee, stepOf.publish(postal), notSigned);
  await steps(play, committee, stepOf.countersign(titleOffice), text('已会签', 'countersigned'));
  const { notice } = await steps(play, committee, stepOf.publish(postal), text('已公布', 'published'));
  expect('the notice', notice?.status, 'published');
}

/** The data of the results are due ten working days after they were announced (LYG-5.2-e). */
async function announces(play: Play): Promise<void> {
  const announced = await steps(play, committee, stepOf.announce(postal, meetingOn), text('已公布', 'announced'));
  const { dataDue } = announced.meetings[0] ?? {};
  expect('day of the data', dataDue, '2024-10-29');
  play.show.note(text(`评审数据于 ${dataDue} 前报送 [LYG-5.2-e]`, `data due by ${dataDue} [LYG-5.2-e]`));
}

/** The office was reminded twice and is a day late, of which the title office is notified; the late step is accepted (LYG-5.2-e). */
async function filesLate(play: Play): Promise<void> {
  await showsAlarms(play, postal, { template: 'dataNear', days: ['2024-10-25', '2024-10-28'] });
  await showsAlarms(play, titleOffice, { template: 'dataOverdue', days: ['2024-10-30'] });
  const filed = await steps(play, committee, stepOf.fileData(postal, meetingOn), text('已报送', 'filed'));
  expect('overdue', filed.meetings[0]?.overdue, true);
}
