import type { Text } from '../../domain/text.ts';
import { padTo, wrap } from './width.ts';

/** One row of a timeline: who did what, with which result, in both languages; times are epoch ms of the world. */
export type Row = {
  readonly at: number;
  readonly who: Text;
  readonly what: Text;
  readonly result: Text;
  readonly mark: 'done' | 'refused' | 'waits';
};

/** Prints lives as timelines. */
export type Timeline = {
  readonly heading: (title: Text, about: Text) => void;
  readonly row: (row: Row) => void;
  /** The time of the latest row of this life, epoch ms. */
  readonly latest: () => number;
  /** A note on the row above: a deadline, a reason, a warning. */
  readonly note: (note: Text) => void;
  /** Something outside the steps of the life: an error, or waiting. */
  readonly aside: (text: string) => void;
  readonly line: (text: string) => void;
};

const LINE = 108;
const WHO = 25;
const WHAT = 29;
const INDENT = 14;
const DAYS: readonly Text[] = [
  { zh: '周日', en: 'Sunday' },
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
];
const MARKS = { done: '→', refused: '✗', waits: '…' } as const;
const INKS = { bold: '1', dim: '2', red: '31', green: '32', yellow: '33', cyan: '36' } as const;
type Ink = keyof typeof INKS;
const INK_OF = { done: 'green', refused: 'red', waits: 'yellow' } as const;
const CHINA_MS = 8 * 3_600_000;

/** Colours the text on a terminal; elsewhere the plain text. */
function inkFor(out: NodeJS.WriteStream): (ink: Ink, text: string) => string {
  const coloured = out.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return (ink, text) => (coloured ? `\x1b[${INKS[ink]}m${text}\x1b[0m` : text);
}

/** A timeline on a stream; without colours if it is not a terminal. */
export function createTimeline(out: NodeJS.WriteStream = process.stdout): Timeline {
  const paint = inkFor(out);
  const line = (text: string) => void out.write(`${text}\n`);
  let day = '';
  let latest = 0;
  const newDay = (at: number) => {
    const today = dateLine(at);
    if (today !== day) line(`\n  ${paint('cyan', today)}`);
    day = today;
  };
  return {
    line,
    latest: () => latest,
    heading: (title, about) => {
      day = '';
      latest = 0;
      line(`\n${paint('bold', `━━ ${title.zh}`)}\n   ${paint('bold', title.en)}`);
      line(`   ${about.zh}\n   ${paint('dim', about.en)}`);
    },
    row: ({ at, who, what, result, mark }) => {
      newDay(at);
      latest = at;
      const ink = INK_OF[mark];
      line(`    ${clockOf(at)}  ${padTo(who.zh, WHO)} ${padTo(what.zh, WHAT)} ${paint(ink, MARKS[mark])} ${result.zh}`);
      line(paint('dim', `${' '.repeat(INDENT)}${padTo(who.en, WHO)} ${padTo(what.en, WHAT)}   ${result.en}`));
    },
    note: (note) => {
      for (const text of wrap(note.zh, LINE - INDENT)) line(`${' '.repeat(INDENT)}${text}`);
      for (const text of wrap(note.en, LINE - INDENT)) line(paint('dim', `${' '.repeat(INDENT)}${text}`));
    },
    aside: (text) => line(paint('yellow', `${' '.repeat(INDENT)}(${text})`)),
  };
}

const inChina = (at: number): string => new Date(at + CHINA_MS).toISOString();
/** The time of day in China. */
export const clockOf = (at: number): string => inChina(at).slice(11, 19);

function dateLine(at: number): string {
  const { zh, en } = DAYS[new Date(at + CHINA_MS).getUTCDay()] ?? { zh: '', en: '' };
  return `${inChina(at).slice(0, 10)}  ${zh}  ${en}`;
}
