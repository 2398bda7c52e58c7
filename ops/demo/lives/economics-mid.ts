import { text } from '../../../domain/text.ts';
import { checkRefusal, nameOf, refusalText } from '../case.ts';
import { problemOf } from '../contract.ts';
import { expect } from '../expect.ts';
import type { Life } from '../life.ts';
import { applicant } from '../people.ts';
import { askForDraft } from '../road.ts';

const clauses = ['LN-2.2.1-a', 'LN-2.2.2-a'];

/** Life 5: the notice reviews no mid level in economics; it comes by the national examination. */
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
    const wish = { series: 'economics', specialty: 'humanResources', level: 'mid' };
    const problem = problemOf('draft', await askForDraft(world, person, wish));
    const what = text('发起申报', 'Start an application');
    show.row({
      ...{ at: world.now(), who: nameOf(world, person), what },
      result: refusalText(problem),
      mark: 'refused',
    });
    show.note(problem.message);
    checkRefusal('the draft', problem, { status: 422, code: 'NOT_OFFERED', clauses, readings: ['A-43'] });
    expect('the examination is told (zh)', problem.message.zh.includes('全国经济专业技术资格考试'), true);
    expect('the examination is told (en)', problem.message.en.includes('national examination'), true);
    return problem.code;
  },
};
