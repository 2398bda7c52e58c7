import type { ApplicationView } from '../../../api/applications/applications-schemas.ts';
import { labelOf } from '../../../domain/case/commands/action-labels.ts';
import { text } from '../../../domain/text.ts';
import { ok } from '../client/answers.ts';
import { expect, Unexpected } from '../client/expect.ts';
import type { Actor } from '../people.ts';
import { type Case, confirmationOf, resultText, whereIs } from './case.ts';

/** Posts all these applications of a unit at once; returns the warnings. */
export async function post(
  files: readonly Case[],
  hr: Actor,
): Promise<readonly NonNullable<ApplicationView['warnings']>[number][]> {
  const warnings: NonNullable<ApplicationView['warnings']>[number][] = [];
  const [first] = files;
  if (!first) return warnings;
  const { world } = first;
  const document = {
    decidingMeeting: '总经理办公会议',
    contactPerson: world.person(hr.account).name,
    telephone: '024-00000000',
    contents: ['基本情况', '工作经历', '主要工作业绩', '获奖情况'],
  };
  const confirmed = confirmationOf(await first.view(hr), 'postPublicity');
  const body = { kind: 'unit', items: files.map(({ no }) => no), document, ...confirmed };
  const answer = await world.ask(hr.account, { method: 'POST', path: '/v1/postings', body });
  const { items, link } = ok<Posted>('posting', answer);
  for (const one of files) {
    const item = items.find(({ no }) => no === one.no);
    if (!item?.intent) throw new Unexpected(`posting of ${one.no}: ${JSON.stringify(item)}`);
    // Also correct if the posting was answered before it was decided.
    const path = `/v1/intents/${item.intent}`;
    const view = ok<ApplicationView>('posting', await world.ask(hr.account, { method: 'GET', path }));
    one.tell(hr, labelOf('postPublicity'), resultText(view));
    expect('after the posting', whereIs(view), 'UNIT_PUBLICITY/posted');
    warnings.push(...(view.warnings ?? []));
    await isOnTheBoard(one, { link, lastDay: view.stage.lastDay ?? null });
  }
  return warnings;
}

type Posted = {
  readonly link: string;
  readonly items: readonly { readonly no: string; readonly intent?: string }[];
};

/** Checks that the link shows, without a login, the name of the applicant and the last day. */
async function isOnTheBoard(
  { world, no, applicant }: Case,
  { link, lastDay }: { link: string; lastDay: string | null },
) {
  const answer = await world.client({ method: 'GET', path: link, clock: world.id });
  const found = ok<Board>('posting by its link', answer).items.find((each) => each.no === no);
  expect('on the board', [found?.name, found?.lastDay], [world.person(applicant.account).name, lastDay]);
}

type Board = { readonly items: readonly { readonly no: string; readonly name: string; readonly lastDay: string }[] };

type Batch = { readonly items: readonly { readonly no: string; readonly intent?: string }[] };

/** One batch of the authority, of one series and level (DL-2.2.4-a). */
export async function forwardTogether(files: readonly Case[], authority: Actor, to: string): Promise<void> {
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
    expect('after the batch', whereIs(view), to);
  }
}
