import { text } from '../../../../domain/text.ts';
import { expect } from '../../expect.ts';
import type { Life } from '../../life.ts';
import { applicant, liaobei, office } from '../../people.ts';
import { showsDue } from '../../steps/case.ts';
import { correctForm, draft, file, publicityOver, sealAndUpload, throughTheUnit } from '../../steps/liaoning.ts';
import { post } from '../../steps/posting.ts';

const complete = {
  deficiencies: [
    { item: 'achievement-1', clause: 'LN-A1-c', expected: '请写明本人角色与起止月份，并补充任务书。' },
    { item: 'contribution', clause: 'LN-4.1-c', expected: '业绩以正式签字盖章时间为准，请核对。' },
  ],
};

/** Life 1: all printed stages, N1 to N12. */
export const certificate: Life = {
  title: text('一、从个人申请到领证', '1. From the application to the certificate'),
  about: text(
    '工程系列 · 机器人科学与工程（新兴专业）· 副高级 · 省属国有企业',
    'Engineering · robotics (an emerging specialty) · deputy-senior · provincial state-owned enterprise',
  ),
  startAt: '2024-07-08T09:00',
  expected: 'CERTIFIED',
  play: async ({ world, show }) => {
    const wish = { series: 'engineering', specialty: 'robotics', level: 'deputySenior' };
    const one = await draft(world, show, { applicant: applicant('zhang-wei'), wish });
    await throughTheUnit(one, liaobei);

    await world.advance('2024-07-10T09:30');
    expect('warnings of the posting', await post([one], liaobei, '2024-07-17'), []);

    await world.advance('2024-07-18T08:00');
    const first = await file(one);
    expect('attempts', first.attempts, { used: 1, max: 3 });
    showsDue(one, first, { key: 'windowClose', due: '2024-07-31', clauses: ['LN-4.3-e'] });

    await world.advance('2024-07-19T10:00');
    await one.does(office, 'return', 'ONLINE_REVIEW/awaiting', complete);
    const { deficiencies } = await one.view();
    expect('deficiencies', deficiencies.map(({ item, expected }) => ({ item, expected })).sort(byItem), wanted);
    for (const each of deficiencies)
      show.note(text(`· ${each.item}：${each.expected}`, `  ${each.item} [${each.clause}]`));

    await world.advance('2024-07-22T14:00');
    await correctForm(one, { contribution: '任现职以来主持研发项目一项，2023年11月通过验收（签字盖章）。' });
    const second = await one.does(one.applicant, 'submit', 'ONLINE_REVIEW/underReview');
    expect('attempts', second.attempts, { used: 2, max: 3 });

    await world.advance('2024-07-24T15:00');
    const passed = await one.does(office, 'pass', 'AUTHORITY_SEALING');
    expect('who seals after the unit', passed.sealingAuthority, 'ln-sasac');
    showsDue(one, passed, { key: 'stampedPage', due: '2024-08-07', clauses: ['LN-4.3-d', 'LN-4.3-f'] });

    await world.advance('2024-08-02T11:00');
    await sealAndUpload(one, liaobei);

    await world.advance('2024-08-07T16:00');
    const approved = await one.does(office, 'approve', 'PAPER_DELIVERY');
    showsDue(one, approved, { key: 'paper', due: '2024-08-14', clauses: ['LN-5.7-a'] });

    await world.advance('2024-08-14T15:00');
    await one.does(liaobei.hr, 'handOver', 'PAPER_DELIVERY');
    await one.does(office, 'receivePaper', 'DOSSIER_CHECK/underReview');

    await world.advance('2024-08-20T10:00');
    const forms = ['LN-A2.3.2-a', 'LN-A2.3.3-a', 'LN-A2.3.8-a'];
    const parts = ['LN-A2.1-a', 'LN-A2.1-b', 'LN-A2.1-c', ...forms];
    await one.refused(
      office,
      'confirmDossier',
      { status: 422, code: 'DOSSIER_INCOMPLETE', clauses: parts },
      { delivered: [] },
    );
    await one.does(office, 'confirmDossier', 'COMMITTEE_REVIEW');

    await world.advance('2024-10-10T10:00');
    await one.does(office, 'recordResult', 'RESULT_PUBLICITY', { passed: true, quantified: 8_000, defence: 9_000 });
    const shown = await one.does(office, 'postPublicity', 'RESULT_PUBLICITY/posted', {});
    // 10-12 is a Saturday, and a working day because of the national holiday.
    expect('last day of the result publicity', shown.stage.lastDay, '2024-10-16');

    await world.advance('2024-10-17T09:00');
    await one.becomes('CERTIFIED', publicityOver);
    const certified = await one.does(office, 'certify', 'CERTIFIED', { certificate: 'LN-2024-G-000001' });
    return certified.outcome ?? 'none';
  },
};

const byItem = (a: { item: string }, b: { item: string }) => (a.item < b.item ? -1 : 1);
const wanted = complete.deficiencies.map(({ item, expected }) => ({ item, expected })).sort(byItem);
