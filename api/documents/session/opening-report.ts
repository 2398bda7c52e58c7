import { type Block, fields, heading, list, printedDate, signature, text, title } from '../blocks.ts';
import { notices } from './corrections.ts';
import type { PaperSession, RosterLine } from './session-paper.ts';
import { meetingDays, twoDecimals } from './session-words.ts';

/** The report before the meeting: when it is, about how many, and the rate that the office expects (LYG-5.2-b, A-24, A-36); below it the answer (LYG-5.2-c). */
export function openingReport(session: PaperSession, roster: readonly RosterLine[]): Block[] {
  const { state, committee, year, id } = session;
  return [
    title('开评报告'),
    ...notices(state, 'openingReport'),
    fields([
      ['评审委员会', committee, 'wide'],
      ['评审年度', `${year}年`],
      ['会议日期', meetingDays(state)],
      ['评审对象', `${roster.length}人`],
      ['通过率设定', state.passRate === null ? '' : `${twoDecimals(state.passRate)}%`],
      ['报告日期', printedDate(state.reportedOn)],
      ['同意开评日期', printedDate(state.approvedOn)],
      ['会议编号', id, 'wide'],
    ]),
    heading('一、评审对象构成'),
    list([28, 32, 20, 20], ['系列', '专业', '层级', '人数'], composition(roster)),
    text('评审对象花名册附后。通过率设定供监督比对，不作为评审结论的依据。'),
    text('材料审核、评前公示等开评准备工作已完成，现申请召开评审会议，请予批复。'),
    signature(`${committee}办事机构（公章）        年    月    日`),
    heading('二、批复意见'),
    text('是否同意开评：'),
    signature('批复单位（公章）        年    月    日'),
  ];
}

/** How many there are of each series, specialty and level, in the order in which they first stand on the roster. */
function composition(roster: readonly RosterLine[]): string[][] {
  const groups = Map.groupBy(roster, ({ series, specialty, level }) => JSON.stringify([series, specialty, level]));
  const rows = [...groups.values()].flatMap((lines) => {
    const [first] = lines;
    return first ? [[first.series, first.specialty, first.level, String(lines.length)]] : [];
  });
  return [...rows, ['合计', '', '', String(roster.length)]];
}
