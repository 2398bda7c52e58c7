import { type Block, list, subtitle, text, title } from '../blocks.ts';
import { notices } from './corrections.ts';
import type { ExpertLine, PaperSession, RosterLine } from './session-paper.ts';
import { meetingDays, printedTime, rankNames, seatNames, trackNames } from './session-words.ts';

const under = ({ committee, year, state }: PaperSession): Block[] => [
  subtitle(`${committee}    ${year}年度`),
  subtitle(`会议日期：${meetingDays(state)}`),
];

/** Who is reviewed (LYG-5.2-b). */
export const roster = (session: PaperSession, lines: readonly RosterLine[]): Block[] => [
  title('评审对象花名册'),
  ...under(session),
  ...notices(session.state, 'roster'),
  list(
    [8, 18, 12, 22, 14, 11, 15],
    ['序号', '网上申报编号', '姓名', '单位', '专业', '层级', '申报类型'],
    lines.map((each, at) => [
      ...[String(at + 1), each.no, each.name, each.unit, each.specialty, each.level, trackNames[each.track]],
    ]),
  ),
  text(`共${lines.length}人。`),
];

/** The experts of the draw that counts; for the office and the experts of the session alone. */
export function expertList(session: PaperSession, experts: readonly ExpertLine[]): Block[] {
  const nameOf = new Map(experts.map(({ id, name }) => [id, name]));
  const noteOf = ({ recused, substitute, present, seat }: ExpertLine): string => {
    if (recused) return '全程回避';
    if (substitute) return `由${nameOf.get(substitute) ?? ''}递补`;
    return seat === 'alternate' && present ? '已递补' : '';
  };
  return [
    title('评审专家名单'),
    ...under(session),
    ...notices(session.state, 'expertList'),
    text('本名单不对外公布。'),
    list(
      [8, 11, 13, 15, 14, 16, 11, 12],
      ['序号', '姓名', '席位', '职称', '专业', '单位', '来源', '备注'],
      experts.map((each, at) => [
        ...[String(at + 1), each.name, each.rank ? rankNames[each.rank] : seatNames[each.seat], each.title],
        ...[each.specialty, each.unit, each.origin, noteOf(each)],
      ]),
    ),
  ];
}

/** Who is heard when and where (LN-9.2-a, DL-1.1.1-c). */
export const defenceSchedule = (session: PaperSession, lines: readonly RosterLine[]): Block[] => [
  title('答辩安排表'),
  ...under(session),
  ...notices(session.state, 'defenceSchedule'),
  list(
    [8, 24, 15, 12, 18, 13, 10],
    ['序号', '答辩时间', '地点', '姓名', '单位', '专业', '备注'],
    lines
      .flatMap((line) => (line.defence ? [{ ...line, defence: line.defence }] : []))
      .toSorted((a, b) => a.defence.at - b.defence.at || Number(a.no > b.no) - Number(a.no < b.no))
      .map(({ defence, name, unit, specialty, moved, absent }, at) => [
        ...[String(at + 1), printedTime(defence.at), defence.room ?? '', name, unit, specialty],
        absent ? '缺席' : moved > 0 ? '已改期' : '',
      ]),
  ),
  text('申报人未按时参加答辩、且在会议结束前未改期的，按未通过处理。'),
];
