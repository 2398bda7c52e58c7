import type { Correction, SessionState } from '../../../domain/session/session.ts';
import { type Block, printedDate, text } from '../blocks.ts';
import { type PaperKind, paperRules } from './paper-kinds.ts';

const whatNames: Readonly<Record<Correction['what'], string>> = {
  meetingOn: '会议日期',
  attendance: '出席情况',
  score: '评审分数',
  certificateNumber: '证书管理号',
};

/** The corrections after the minutes were signed of what a paper is made from, each with its number; and that the results are void. */
export function notices(state: SessionState, kind: PaperKind): Block[] {
  const { status } = state;
  return [
    ...(status === 'VOIDED' ? [text('本次会议的评审结果已宣布无效。')] : []),
    ...correctionsOn(state, kind).map(({ n, what, on }) =>
      text(`更正（第${n}号，${printedDate(on)}）：${whatNames[what]}有更正，本件按更正后的内容制作。`),
    ),
  ];
}

/** The number of the last correction that a paper names; null where it names none. */
export const lastCorrection = (state: SessionState, kind: PaperKind): number | null =>
  correctionsOn(state, kind).at(-1)?.n ?? null;

/** The corrections after the minutes were signed of what a paper is made from. */
export const correctionsOn = ({ corrections }: SessionState, kind: PaperKind): readonly Correction[] =>
  corrections.filter(({ what, afterMinutes }) => afterMinutes && paperRules[kind].madeFrom.includes(what));
