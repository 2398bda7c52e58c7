import type { Correction, SessionState } from '../../../domain/session/session.ts';
import { type Block, printedDate, text } from '../blocks.ts';

type What = Correction['what'];

const whatNames: Readonly<Record<What, string>> = {
  meetingOn: '会议日期',
  attendance: '出席情况',
  score: '评审分数',
  certificateNumber: '证书管理号',
};

/** The corrections after the minutes were signed of what a paper is made from, each with its number; and that the results are void. */
export function notices({ status, corrections }: SessionState, madeFrom: readonly What[]): Block[] {
  const later = corrections.filter(({ what, afterMinutes }) => afterMinutes && madeFrom.includes(what));
  return [
    ...(status === 'VOIDED' ? [text('本次会议的评审结果已宣布无效。')] : []),
    ...later.map(({ n, what, on }) =>
      text(`更正（第${n}号，${printedDate(on)}）：${whatNames[what]}有更正，本件按更正后的内容制作。`),
    ),
  ];
}
