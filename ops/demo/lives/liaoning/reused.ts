import { text } from '../../../../domain/text.ts';
import { untilFiled } from '../../../lives/liaoning/steps.ts';
import { ok } from '../../client/answers.ts';
import { expect } from '../../client/expect.ts';
import type { Life } from '../../life.ts';
import { applicant, liaobei, office } from '../../people.ts';
import { type Case, whereIs } from '../../steps/case.ts';
import { draft } from '../../steps/liaoning.ts';
import { walk } from '../../steps/walk.ts';

const clauses = ['LN-5.2.3-a'];
const undecided = { status: 409, code: 'REUSE_UNDECIDED', clauses, readings: ['A-34'] };
const notRemoved = { status: 409, code: 'REUSE_NOT_REMOVED', clauses, readings: ['A-34'] };
const own = {
  reused: false,
  reason: '任务书、验收证书均署申报人姓名，系本人成果。',
  en: 'contract and acceptance name this applicant',
};
const used = {
  reused: true,
  reason: '两份材料所列系同一成果，验收证书署名不含申报人。',
  en: 'one and the same work; the acceptance does not name this applicant',
};

/** Life 15: the system finds an achievement in two applications, a person judges it, and it is removed (LN-5.2.3-a, A-34). */
export const reused: Life = {
  title: text('十五、业绩成果重复使用', '15. An achievement used again'),
  about: text(
    '两名申报人 · 工程系列 · 机电 · 副高级 · 省属国有企业；同一成果，写法不同',
    'Two applicants · engineering, electromechanics · deputy-senior · provincial state-owned enterprise; one work, spelled differently',
  ),
  startAt: '2024-07-08T09:00',
  expected: 'AUTHORITY_SEALING + AUTHORITY_SEALING',
  play: async ({ world, show }) => {
    const wish = { series: 'engineering', specialty: 'electromechanics', level: 'deputySenior' };
    const of = (account: string) => ({ applicant: applicant(account), wish, oneOfMany: true });
    const first = await draft(world, show, { ...of('li-na'), title: '六轴机器人控制器 研制（ＡＢ１型）' });
    const again = await draft(world, show, { ...of('wang-qiang'), title: '六轴机器人控制器研制(ab1型)' });
    await walk(...[first, again].map((one) => ({ one, cast: liaobei, steps: untilFiled })));

    await world.advance('2024-07-19T10:00');
    for (const [one, other] of [
      [first, again],
      [again, first],
    ] as const) {
      await finds(one, other.no);
      await one.refused(office, 'pass', undecided);
    }
    await decides(first, { other: again.no, ...own });
    await first.does(office, 'pass', 'AUTHORITY_SEALING');
    await decides(again, { other: first.no, ...used });
    await again.refused(office, 'pass', notRemoved);
    await again.does(office, 'removeItem', 'ONLINE_REVIEW/underReview', { item: 'achievement-1', reason: used.reason });
    await again.does(office, 'pass', 'AUTHORITY_SEALING');
    return `${whereIs(await first.view())} + ${whereIs(await again.view())}`;
  },
};

type Findings = {
  readonly clauses: readonly string[];
  readonly items: readonly {
    readonly item: string;
    readonly other: string;
    readonly samePerson: boolean;
    readonly decision: { readonly reused: boolean; readonly reason: string } | null;
  }[];
};
const pathOf = (one: Case) => `/v1/applications/${one.no}/reuse-findings`;

/** The office sees the reused achievement, and that nobody has judged it yet. */
async function finds(one: Case, other: string): Promise<void> {
  const { world, show } = one;
  const answer = await world.ask(office.account, { method: 'GET', path: pathOf(one) });
  const found = ok<Findings>('findings', answer);
  expect('the rule of the findings', found.clauses.includes('LN-5.2.3-a'), true);
  const wanted = [{ item: 'achievement-1', other, samePerson: false, decision: null }];
  expect(
    'what was found',
    found.items.map(({ item, other, samePerson, decision }) => ({ item, other, samePerson, decision })),
    wanted,
  );
  const what = text('重复使用线索', 'Findings of reuse');
  one.tell(office, what, text('1 项，待人工判定', '1, to be judged by a person'));
  show.note(text(`· achievement-1 亦见于 ${other}`, `  achievement-1 stands in ${other} too`));
}

type Judgement = { readonly other: string; readonly reused: boolean; readonly reason: string; readonly en: string };

/** A person of the office decides, with a reason. */
async function decides(one: Case, { other, reused, reason, en }: Judgement): Promise<void> {
  const { world, show } = one;
  const body = { item: 'achievement-1', other, reused, reason };
  const answer = await world.ask(office.account, { method: 'POST', path: pathOf(one), body });
  const [decided] = ok<Findings>('decision', answer).items;
  expect('the decision', [decided?.decision?.reused, decided?.decision?.reason], [reused, reason]);
  const result = reused ? text('属重复使用', 'used again') : text('不属重复使用', 'not used again');
  one.tell(office, text('判定重复使用线索', 'Judge the finding'), result);
  show.note(text(`理由：${reason}`, `reason: ${en}`));
}
