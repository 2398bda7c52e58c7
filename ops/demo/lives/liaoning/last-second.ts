import { setTimeout as pause } from 'node:timers/promises';
import type { ApplicationView } from '../../../../api/applications/applications-schemas.ts';
import { labelOf } from '../../../../domain/case/commands/action-labels.ts';
import { text } from '../../../../domain/text.ts';
import { posts, throughTheUnit } from '../../../lives/liaoning/steps.ts';
import { on, passes, type Step } from '../../../lives/life.ts';
import { publicityOver } from '../../../lives/words.ts';
import { ok, problemOf } from '../../client/answers.ts';
import { Again, expect, expectAmong, Skipped } from '../../client/expect.ts';
import type { Life, Play } from '../../life.ts';
import { applicant, north, office } from '../../people.ts';
import { type Case, nameOf } from '../../steps/case.ts';
import { draft } from '../../steps/liaoning.ts';
import { walk } from '../../steps/walk.ts';

/** Longer than the 10 s after which an undecided action is answered with a receipt. */
const WORKER_DOWN_S = 16;
const DYING_MS = 500;
const LAST_SECONDS = '2024-07-31T23:59:58';
const CLOSES_AT = Date.parse('2024-08-01T00:00:00+08:00');

const untilAwaited: readonly Step[] = [
  ...on('2024-07-15T09:00', ...throughTheUnit),
  { ...posts, sees: { place: 'UNIT_PUBLICITY/posted', lastDay: '2024-07-22' } },
  passes('2024-07-31T23:50', publicityOver, 'ONLINE_REVIEW/awaiting'),
];

type Receipt = { readonly intent: { readonly id: string; readonly receivedAt: string; readonly state: string } };

/** Life 6: submitted in the last seconds while nobody can decide; it counts by the moment it was received. */
export const lastSecond: Life = {
  title: text('六、关闭前两秒提交，工作进程停机', '6. Submitted two seconds before the close, with the worker down'),
  about: text(
    '工程系列 · 石油化工 · 副高级 · 省属高校；以收到时刻为准，不以处理时刻为准',
    'Engineering · petrochemicals · deputy-senior · provincial university; the moment of receipt counts, not that of the decision',
  ),
  startAt: '2024-07-15T09:00',
  expected: 'in time, NOT_ACCEPTED, then accepted late',
  play: async (play) => {
    const { world, show } = play;
    const wish = { series: 'engineering', specialty: 'petrochemicals', level: 'deputySenior' };
    const one = await draft(world, show, { applicant: applicant('wu-di'), wish });
    await walk({ one, cast: north, steps: untilAwaited });

    const receivedAt = await submitsInTheLastSeconds(play, one);
    await world.advance('2024-08-01T09:00');
    const lapsed = await one.becomes('NOT_ACCEPTED', text('网上系统关闭', 'The system closes'));
    expect('attempts', lapsed.attempts.used, 1);
    const submitted = (await one.events()).findLast(({ name }) => name === 'submitted');
    expect('the submission stands at the moment of its receipt', Date.parse(submitted?.at ?? ''), receivedAt);
    show.note(
      text(
        `提交计入 ${submitted?.at}（A-50），已用机会 1 次；不予受理只因关闭时尚未审核（LN-4.3-e、A-14）。`,
        `It counts as submitted at ${submitted?.at} (A-50), one attempt used; not accepted only because nobody had reviewed it by the close (LN-4.3-e, A-14).`,
      ),
    );
    const open = (await one.view(office)).availableActions.map(({ name }) => name);
    expectAmong('what the office may do', open, ['acceptLate']);
    const reason = '申报人于关闭前提交，逾期受理。';
    await one.does(office, 'acceptLate', 'ONLINE_REVIEW/underReview', { reason });
    return `in time, ${lapsed.outcome}, then accepted late`;
  },
};

/** Kills the worker, moves the clock to two seconds before the close and submits; returns the instant of receipt, epoch ms. */
async function submitsInTheLastSeconds({ world, show }: Play, one: Case): Promise<number> {
  const who = text('系统', 'System');
  await killWorker(one);
  show.row({
    at: world.now(),
    who,
    what: text('工作进程停机', 'The worker is down'),
    mark: 'waits',
    result: text(`${WORKER_DOWN_S} 秒`, `for ${WORKER_DOWN_S} s`),
  });
  await pause(DYING_MS);
  await world.advance(LAST_SECONDS);
  const path = `/v1/applications/${one.no}/actions/submit`;
  const answer = await world.ask(one.applicant.account, { method: 'POST', path, receiptWanted: true });
  if (answer.status !== 202) throw new Again(`decided at once or too late (${answer.status})`);
  const { intent } = ok<Receipt>('submit', answer);
  const receivedAt = Date.parse(intent.receivedAt);
  if (receivedAt >= CLOSES_AT) throw new Again('it took more than two seconds to be received');
  expect('state of the receipt', intent.state, 'recorded');
  expect('place of the receipt', answer.headers.get('location'), `/v1/intents/${intent.id}`);
  expect('the receipt says when to ask', Number(answer.headers.get('retry-after')) > 0, true);
  show.row({
    at: receivedAt,
    who: nameOf(world, one.applicant),
    what: labelOf('submit'),
    mark: 'waits',
    result: text('202 已收到，待处理（回执）', '202: received and recorded, decided later (receipt)'),
  });
  show.note(text(`回执 ${intent.id}，收到 ${intent.receivedAt}`, `receipt; received ${intent.receivedAt}`));
  const path2 = `/v1/intents/${intent.id}`;
  const view = ok<ApplicationView>('receipt', await world.ask(one.applicant.account, { method: 'GET', path: path2 }));
  show.row({
    at: world.now(),
    who,
    what: text('工作进程恢复', 'The worker is back'),
    mark: 'done',
    result: text('提交有效，以收到时刻为准', 'the submission is accepted, as of its receipt'),
  });
  expect('attempts', view.attempts.used, 1);
  return receivedAt;
}

/** Has the supervisor kill the worker; a service without one cannot show this. */
async function killWorker({ world }: Case): Promise<void> {
  const body = { down: WORKER_DOWN_S };
  const answer = await world.client({ method: 'POST', path: '/demo/worker', body, receiptWanted: true });
  if (answer.status === 202) return;
  const { code, message } = problemOf('worker', answer);
  if (code !== 'NOT_SUPERVISED') throw new Error(`${code}: ${message.en}`);
  throw new Skipped(`${message.zh} ${message.en}`);
}
