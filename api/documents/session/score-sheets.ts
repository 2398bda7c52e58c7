import { averagesOf } from '../../../domain/session/meeting/scores.ts';
import { type Block, heading, list, newPage, signature, subtitle, text, title } from '../blocks.ts';
import { notices } from './corrections.ts';
import type { ExpertLine, PaperSession, RosterLine, SheetLine } from './session-paper.ts';
import { compositeLines, meetingDays, pointsOrBlank, twoDecimals } from './session-words.ts';

type Scored = {
  readonly roster: readonly RosterLine[];
  readonly experts: readonly ExpertLine[];
  readonly sheets: readonly SheetLine[];
};

/** The points that each expert gave, one page for each applicant, with the averages and the composite score in its parts (LN-7-d to -f). */
export function scoreSheets(session: PaperSession, { roster, experts, sheets }: Scored): Block[] {
  const of = Map.groupBy(sheets, ({ application }) => application);
  const scored = roster.filter(({ no }) => of.has(no));
  return [
    title('评分汇总表'),
    subtitle(`${session.committee}    ${session.year}年度`),
    subtitle(`会议日期：${meetingDays(session.state)}`),
    ...notices(session.state, 'scoreSheets'),
    ...scored.flatMap((line, at) => [...(at > 0 ? [newPage] : []), ...onePerson(line, experts, of.get(line.no) ?? [])]),
  ];
}

function onePerson(line: RosterLine, experts: readonly ExpertLine[], sheets: readonly SheetLine[]): Block[] {
  const averages = averagesOf(sheets, line.hearing);
  const composite = compositeLines(line.hearing, averages);
  const rows = experts.flatMap(({ id, name }) => {
    const of = (kind: SheetLine['kind']) => sheets.find((each) => each.expert === id && each.kind === kind);
    const [quantified, defence] = [of('quantified'), of('defence')];
    if (!quantified && !defence) return [];
    const corrected = [quantified, defence].flatMap((each) => each?.correction ?? []);
    return [
      [
        ...[name, itemsOf(quantified), pointsOrBlank(quantified?.points ?? null)],
        ...[itemsOf(defence), pointsOrBlank(defence?.points ?? null), corrected.map((n) => `更正第${n}号`).join('\n')],
      ],
    ];
  });
  return [
    heading(`${line.name}    ${line.unit}`),
    text(`网上申报编号：${line.no}    ${line.series} ${line.specialty} ${line.level}`),
    list(
      [13, 25, 14, 22, 12, 14],
      ['专家', '量化赋分各项', '量化赋分', '答辩各项', '答辩', '备注'],
      [...rows, ['平均分', '', pointsOrBlank(averages.quantified), '', pointsOrBlank(averages.defence), '']],
    ),
    ...(composite.length > 0 ? [text(composite.join('，'))] : []),
    text('分数单位：分，保留两位小数，四舍五入。综合成绩供评委投票参考。'),
    signature('主持人签字：              年    月    日'),
  ];
}

const itemsOf = (sheet: SheetLine | undefined): string =>
  (sheet?.items ?? []).map(({ key, points }) => `${key} ${twoDecimals(points)}`).join('\n');
