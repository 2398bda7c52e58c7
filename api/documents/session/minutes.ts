import { leastPresent } from '../../../domain/session/quorum.ts';
import { type Block, fields, heading, list, right, signature, text, title } from '../blocks.ts';
import { notices } from './corrections.ts';
import { tally, tallyNote } from './result-list.ts';
import type { ExpertLine, OpinionLine, PaperSession, RecusalLine, ResultLine, RosterLine } from './session-paper.ts';
import { groundNames, meetingDays, rankNames, seatNames } from './session-words.ts';

type Recorded = {
  readonly roster: readonly RosterLine[];
  readonly experts: readonly ExpertLine[];
  readonly recusals: readonly RecusalLine[];
  readonly opinions: readonly OpinionLine[];
  readonly results: readonly ResultLine[];
};

/** The minutes: who attended, who was reviewed, what was said, how the votes fell; to be signed by who presided and sealed (Order 40, articles 22 and 23). */
export function minutes(session: PaperSession, recorded: Recorded): Block[] {
  const { state, committee } = session;
  const { roster, experts, results } = recorded;
  const nameOf = new Map(experts.map(({ id, name }) => [id, name]));
  const chair = nameOf.get(state.chair ?? '') ?? '';
  return [
    title('评审会议纪要'),
    ...notices(state, 'minutes'),
    heading('一、会议情况'),
    meeting(session, chair),
    heading('二、出席专家'),
    list(
      [9, 16, 17, 32, 26],
      ['序号', '姓名', '席位', '单位', '签字'],
      experts
        .filter(({ present }) => present)
        .map(({ name, rank, seat, unit }, at) => [
          ...[String(at + 1), name, rank ? rankNames[rank] : seatNames[seat], unit, ''],
        ]),
    ),
    heading('三、回避情况'),
    recusalsOf(recorded),
    heading('四、评议意见'),
    ...opinionsOf(recorded),
    heading('五、投票结果'),
    text('会议采用无记名投票。同意票数达到出席会议的评审专家总数三分之二以上的为通过；弃权和未投票计入出席人数。'),
    tally(roster, results),
    ...tallyNote(session, results),
    text('主持人当场宣布上述投票结果。'),
    signature('主持人签字：              年    月    日'),
    right(`${committee}（盖章）        年    月    日`),
  ];
}

function meeting({ id, state, committee, year }: PaperSession, chair: string): Block {
  const { members, present, plan, count } = state;
  const least = plan && members !== null ? leastPresent(plan.rules.quorum, members) : null;
  return fields([
    ['评审委员会', committee, 'wide'],
    ['评审年度', `${year}年`],
    ['会议日期', meetingDays(state)],
    ['主持人', chair],
    ['应出席评委', members === null ? '' : `${members}人`],
    ['实际出席', present === null ? '' : `${present}人`],
    ['最低出席人数', least === null ? '' : `${least}人（三分之二）`],
    ['参加评审', count ? `${count.reviewed}人` : ''],
    ['评审通过', count ? `${count.passed}人` : ''],
    ['会议编号', id, 'wide'],
  ]);
}

function recusalsOf({ roster, experts, recusals }: Recorded): Block {
  const expertOf = new Map(experts.map((each) => [each.id, each.name]));
  const applicantOf = new Map(roster.map(({ no, name }) => [no, name]));
  const whole = experts.filter(({ recused }) => recused).map(({ name }) => `${name}：全程回避。`);
  const single = recusals.map(
    ({ expert, application, ground }) =>
      `${expertOf.get(expert) ?? ''}：回避${applicantOf.get(application) ?? ''}（${groundNames[ground]}），未参加评议、评分和投票。`,
  );
  return text([...whole, ...single].join('\n') || '无。');
}

function opinionsOf({ roster, experts, opinions }: Recorded): Block[] {
  const of = Map.groupBy(opinions, ({ application }) => application);
  const nameOf = new Map(experts.map(({ id, name }) => [id, name]));
  const rows = roster.flatMap(({ no, name, level, specialty }) =>
    (of.get(no) ?? []).map((opinion) => [
      `${name}\n${specialty} ${level}`,
      nameOf.get(opinion.expert) ?? '',
      opinion.text,
    ]),
  );
  return rows.length > 0 ? [list([24, 14, 62], ['评审对象', '专家', '评议意见'], rows)] : [text('无书面评议意见。')];
}
