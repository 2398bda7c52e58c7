import { type Block, list, signature, subtitle, text, title } from '../blocks.ts';
import { notices } from './corrections.ts';
import type { PaperSession, ResultLine, RosterLine } from './session-paper.ts';
import { compositeLines, meetingDays, outcomeOf, twoDecimals } from './session-words.ts';

/** Who was reviewed, with the votes and what came of it; for the office and whoever supervises, since applicants see their own result alone. */
export function resultList(
  session: PaperSession,
  { roster, results }: { readonly roster: readonly RosterLine[]; readonly results: readonly ResultLine[] },
): Block[] {
  return [
    title('评审结果名单'),
    subtitle(`${session.committee}    ${session.year}年度`),
    subtitle(`会议日期：${meetingDays(session.state)}`),
    ...notices(session.state, 'resultList'),
    tally(roster, results),
    ...tallyNote(session, results),
    signature(`${session.committee}（盖章）        年    月    日`),
  ];
}

/** The votes of each application that was reviewed, and what came of it; the composite score stands with its parts (LN-7-e, LN-7-f). */
export function tally(roster: readonly RosterLine[], results: readonly ResultLine[]): Block {
  const of = new Map(results.map((each) => [each.application, each]));
  return list(
    [8, 12, 21, 17, 15, 27],
    ['序号', '姓名', '单位', '专业层级', '票数', '结果'],
    roster
      .flatMap((line) => {
        const result = of.get(line.no);
        return result ? [{ line, result }] : [];
      })
      .map(({ line, result }, at) => [
        ...[String(at + 1), line.name, line.unit, `${line.specialty}\n${line.level}`, votes(result)],
        [outcomeOf(result), ...compositeLines(line.hearing, result)].join('\n'),
      ]),
  );
}

const votes = ({ present, agree, against, abstain, blank }: ResultLine): string =>
  `到会 ${present}\n同意 ${agree}\n反对 ${against}\n弃权 ${abstain}\n未投 ${blank}`;

/** How many passed, and how that compares with the rate that was reported. */
export function tallyNote({ state }: PaperSession, results: readonly ResultLine[]): Block[] {
  const passed = results.filter((each) => each.passed).length;
  const rate = results.length > 0 ? Math.floor((passed * 20_000 + results.length) / (2 * results.length)) : 0;
  const reported = state.passRate === null ? '' : `；开评报告的通过率设定为${twoDecimals(state.passRate)}%`;
  return [text(`参加评审${results.length}人，通过${passed}人，实际通过率${twoDecimals(rate)}%${reported}。`)];
}
