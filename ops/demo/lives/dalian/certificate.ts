import type { ApplicationView } from '../../../../api/applications/applications-schemas.ts';
import { text } from '../../../../domain/text.ts';
import { ok } from '../../answers.ts';
import { expect, Unexpected } from '../../expect.ts';
import type { Life } from '../../life.ts';
import { applicant, gaoxin } from '../../people.ts';
import { apply } from '../../steps/apply.ts';
import { type Case, confirmationOf, resultText, showsDue, whereIs } from '../../steps/case.ts';
import { midEngineer, recommendAndHandOver, throughJointReview } from '../../steps/dalian.ts';
import { publicityOver } from '../../steps/liaoning.ts';
import { post } from '../../steps/posting.ts';

const { authority, organiser } = gaoxin;

/** Life 9: a mid-level title of Dalian, D1 to D10: originals returned, forwarded in a batch, defence in writing only. */
export const dalianCertificate: Life = {
  title: text('九、大连：中级职称从申报到领证', '9. Dalian: a mid-level title, whole'),
  about: text(
    '两名申报人 · 工程系列 · 中级 · 高新区民营企业；原件返还，按系列、级别成批报送，不答辩',
    'Two applicants · engineering · mid · private company of the high-tech zone; originals back, one batch, no defence',
  ),
  startAt: '2024-06-05T09:00',
  expected: 'CERTIFIED + NOT_PASSED',
  play: async ({ world, show }) => {
    const of = (account: string) => ({ applicant: applicant(account), application: midEngineer, oneOfMany: true });
    const one = await apply(world, show, of('chen-jing'));
    const other = await apply(world, show, of('zhao-min'));
    const both = [one, other];
    for (const each of both) await throughJointReview(each);
    expect('warnings of the posting', await post(both, gaoxin, '2024-06-13'), []);
    await world.advance('2024-06-17T09:00');
    for (const each of both) await each.becomes('UNIT_RECOMMENDED', publicityOver);
    for (const each of both) await recommendAndHandOver(each);

    await world.advance('2024-07-15T10:00');
    for (const each of both) await each.does(authority, 'pass', 'FORWARDING');
    const early = { status: 409, code: 'SEAL_OUT_OF_ORDER', clauses: ['DL-2.2.3-g'] };
    await one.refused(authority, 'forward', early);
    for (const each of both) await each.does(authority, 'returnOriginals', 'FORWARDING');
    showsDue(one, await one.view(), { key: 'forwardingClose', due: '2024-08-30', clauses: ['DL-2.1.3-a'] });

    await world.advance('2024-07-22T09:00');
    await forwardTogether(both);
    await world.advance('2024-09-10T09:00');
    for (const each of both) await each.does(organiser, 'pass', 'COMMITTEE_REVIEW');

    await world.advance('2024-10-18T15:00');
    const defended = { status: 422, code: 'INVALID_DATA', clauses: ['DL-1.1.1-c'] };
    await one.refused(organiser, 'recordResult', defended, { passed: true, defence: 9_000 });
    await one.does(organiser, 'recordResult', 'RESULT_PUBLICITY', { passed: true });
    await other.does(organiser, 'recordResult', 'NOT_PASSED', { passed: false });
    const shown = await one.does(organiser, 'postPublicity', 'RESULT_PUBLICITY/posted');
    expect('last day of the result publicity', shown.stage.lastDay, '2024-10-25');
    await world.advance('2024-10-28T09:00');
    await one.becomes('CERTIFIED', publicityOver);
    await one.does(organiser, 'certify', 'CERTIFIED', { certificate: 'DL-2024-G-000001' });
    return `${whereIs(await one.view())} + ${whereIs(await other.view())}`;
  },
};

type Batch = { readonly items: readonly { readonly no: string; readonly intent?: string }[] };

/** One batch of the authority, of one series and level (DL-2.2.4-a). */
async function forwardTogether(files: readonly Case[]): Promise<void> {
  const [first] = files;
  if (!first) return;
  const { world } = first;
  const body = {
    kind: 'forwarding',
    items: files.map(({ no }) => no),
    ...confirmationOf(await first.view(authority), 'forward'),
  };
  const answer = await world.ask(authority.account, { method: 'POST', path: '/v1/batches', body });
  const { items } = ok<Batch>('batch', answer);
  for (const one of files) {
    const item = items.find(({ no }) => no === one.no);
    if (!item?.intent) throw new Unexpected(`batch with ${one.no}: ${JSON.stringify(item)}`);
    // Also correct if the batch was answered before it was decided.
    const path = `/v1/intents/${item.intent}`;
    const view = ok<ApplicationView>('batch', await world.ask(authority.account, { method: 'GET', path }));
    one.tell(authority, text('成批报送', 'Forward in one batch'), resultText(view));
    expect('after the batch', whereIs(view), 'RE_REVIEW/underReview');
  }
}
