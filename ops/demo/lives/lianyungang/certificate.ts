import { text } from '../../../../domain/text.ts';
import { expect } from '../../expect.ts';
import type { Life, Play } from '../../life.ts';
import { applicant, haizhou } from '../../people.ts';
import { showsAlarms } from '../../steps/alarms.ts';
import { showsDue, showsList } from '../../steps/case.ts';
import { stepOf, stepRefused, steps } from '../../steps/committee-year.ts';
import { courier, posted, reachesBureau } from '../../steps/lianyungang.ts';
import { publicityOver } from '../../steps/liaoning.ts';

const { bureau, postal, titleOffice } = haizhou;
const committee = 'row-60';
const meetingOn = '2024-10-15';
const list = {
  deficiencies: [{ item: 'achievement-1', clause: 'LYG-4.3-b', expected: '请补充验收报告原件。' }],
  days: 3,
};
const once = { status: 422, code: 'DEFICIENCY_NOT_LISTED', clauses: ['LYG-4.3-b'] };
const notOpened = { status: 409, code: 'NOT_OPENED', clauses: ['LYG-5.2-b', 'LYG-5.2-c'] };
const notSigned = { status: 409, code: 'ACTION_NOT_HERE', clauses: ['LYG-3.3-b'] };
const result = { passed: true };

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
    const { world, show } = play;
    await publishes(play);
    await world.advance('2024-06-03T09:00');
    const one = await posted(world, show, {
      applicant: applicant('xu-lei'),
      application: courier,
      lastDay: '2024-06-11',
    });
    await world.advance('2024-06-12T09:00');
    await reachesBureau(one);
    const back = await one.does(bureau, 'return', 'CORRECTION/awaiting', list);
    await showsList(one);
    showsDue(one, back, { key: 'correction', due: '2024-06-17', clauses: ['LYG-4.3-c'] });
    await world.advance('2024-06-14T09:00');
    await one.does(one.applicant, 'submit', 'PRELIMINARY_REVIEW/underReview');
    await one.refused(bureau, 'return', once, list);
    await one.does(bureau, 'pass', 'OFFICE_RECHECK/underReview');
    await one.does(postal, 'pass', 'PRE_REVIEW_PUBLICITY');
    await one.does(postal, 'postPublicity', 'PRE_REVIEW_PUBLICITY/posted');

    await world.advance('2024-10-05T09:00');
    await one.becomes('COMMITTEE_REVIEW', publicityOver);
    await steps(
      play,
      committee,
      stepOf.report(postal, meetingOn),
      text(`会议 ${meetingOn}`, `meeting of ${meetingOn}`),
    );
    await world.advance('2024-10-15T16:00');
    await one.refused(postal, 'recordResult', notOpened, result);
    await steps(play, committee, stepOf.approve(titleOffice, meetingOn), text('同意', 'consented'));
    await one.does(postal, 'recordResult', 'RESULT_PUBLICITY', result);
    await one.does(postal, 'postPublicity', 'RESULT_PUBLICITY/posted');
    await announces(play);
    await world.advance('2024-10-23T09:00');
    await one.becomes('CERTIFIED', publicityOver);
    const certified = await one.does(postal, 'certify', 'CERTIFIED', { certificate: 'LYG-2024-Z-000001' });
    await world.advance('2024-10-30T09:00');
    await filesLate(play);
    return certified.outcome ?? 'none';
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
