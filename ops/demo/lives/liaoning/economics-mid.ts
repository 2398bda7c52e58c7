import { type Text, text } from '../../../../domain/text.ts';
import { ok, problemOf } from '../../client/answers.ts';
import { expect } from '../../client/expect.ts';
import type { Life, Play } from '../../life.ts';
import { type Actor, applicant } from '../../people.ts';
import { checkRefusal, nameOf, refusalText } from '../../steps/case.ts';
import { askForDraft, PROGRAMME } from '../../steps/liaoning.ts';

const wish = { series: 'economics', specialty: 'humanResources', level: 'mid' };
const clauses = ['LN-2.2.1-a', 'LN-2.2.2-a'];

/** Life 5: no mid-level title in economics is reviewed under the notice, because it is obtained by the national examination. */
export const economicsMid: Life = {
  title: text('五、经济系列中级', '5. Mid level in economics'),
  about: text(
    '经济系列 · 人力资源管理 · 中级 · 省属国有企业',
    'Economics · human resources management · mid · provincial state-owned enterprise',
  ),
  startAt: '2024-08-12T09:00',
  expected: 'NOT_OFFERED',
  play: async ({ world, show }) => {
    const person = applicant('zheng-shuang');
    await asks({ world, show }, person);
    const problem = problemOf('draft', await askForDraft(world, person, wish));
    const what = text('发起申报', 'Start an application');
    show.row({
      at: world.now(),
      who: nameOf(world, person),
      what,
      result: refusalText(problem),
      mark: 'refused',
    });
    show.note(problem.message);
    checkRefusal('the draft', problem, { status: 422, code: 'NOT_OFFERED', clauses, readings: ['A-43'] });
    tellsOfExamination(problem.message);
    return problem.code;
  },
};

type Check = {
  readonly eligible: string;
  readonly findings: readonly { readonly clause: string; readonly outcome: string; readonly message: Text }[];
};

/** Anybody can ask whether they may apply, before anything is stored. */
async function asks({ world, show }: Play, person: Actor): Promise<void> {
  const body = { ...wish, employerClass: world.person(person.account).unit?.employerClass };
  const path = `/v1/programmes/${PROGRAMME}/eligibility-checks`;
  const check = ok<Check>('eligibility', await world.client({ method: 'POST', path, body, clock: world.id }));
  const against = check.findings.filter(({ outcome }) => outcome === 'notMet');
  const rules = against.map(({ clause }) => clause);
  const what = text('查询能否申报', 'Ask whether one may apply');
  show.row({
    at: world.now(),
    who: nameOf(world, person),
    what,
    mark: 'refused',
    result: text(`不可 ${rules.join(', ')}`, `no: ${rules.join(', ')}`),
  });
  expect('eligible', check.eligible, 'no');
  expect('rules against it', rules, clauses);
  for (const { message } of against) tellsOfExamination(message);
}

function tellsOfExamination({ zh, en }: Text): void {
  expect('the refusal names the examination (zh)', zh.includes('全国经济专业技术资格考试'), true);
  expect('the refusal names the examination (en)', en.includes('national examination'), true);
}
