import type { Block } from './blocks.ts';
import { list, printedDate, right, signature, text, title } from './blocks.ts';

/** One dossier in a delivery. */
type ManifestLine = {
  readonly no: string;
  readonly name: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: string;
  /** Whether its delivery was accepted; it may still be waiting for that. */
  readonly received: boolean;
};

/** A delivery or a forwarding of several dossiers, with its receipt. */
export type Manifest = {
  readonly title: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly address: string | null;
  readonly date: string;
  readonly lines: readonly ManifestLine[];
};

/** The list for several dossiers, ordered by series and level, and the receipt to be signed (LN-5.7-b). */
export function manifest({ title: name, id, from, to, address, date, lines }: Manifest): Block[] {
  const sorted = lines.toSorted(
    (a, b) => compare(a.series, b.series) || compare(a.level, b.level) || compare(a.no, b.no),
  );
  const received = sorted.filter((line) => line.received).length;
  return [
    title(name),
    text(`编号：${id}`),
    text(`报送单位：${from}`),
    text(`报送至：${to}${address ? `（${address}）` : ''}`),
    text(`日期：${printedDate(date)}    共${received}份`),
    list(
      [8, 25, 12, 14, 16, 13, 12],
      ['序号', '网上申报编号', '姓名', '系列', '专业', '层级', '状态'],
      sorted.map((line, at) => [
        String(at + 1),
        ...[line.no, line.name, line.series, line.specialty, line.level, line.received ? '已报送' : '办理中'],
      ]),
    ),
    right('报送人签字：              年    月    日'),
    title('回执'),
    text(`今收到${from}报送的申报材料共${received}份（编号${id}）。`),
    signature('接收人签字：          （公章）    年    月    日'),
  ];
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
