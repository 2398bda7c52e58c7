import type { ImageSize } from '../attachments/images.ts';

/** An image with its size; as JSON only its hash. */
export type Picture = ImageSize & {
  readonly type: 'jpg' | 'png' | 'gif';
  readonly bytes: Buffer;
  readonly toJSON: () => string;
};

type Rows = readonly (readonly string[])[];

/** A part of a paper. */
export type Block =
  | { readonly kind: 'title' | 'subtitle' | 'heading' | 'text' | 'right' | 'signature'; readonly text: string }
  /**
   * A table; `widths` are in hundredths of the page, and the last cell of a shorter row takes the rest. The names of the columns (`head`) stay with the
   * first row, and are repeated on each page. `least` is the height of each row in millimetres, where it leaves room for a seal.
   */
  | {
      readonly kind: 'table';
      readonly widths: readonly number[];
      readonly rows: Rows;
      readonly head?: readonly string[];
      readonly least?: readonly number[];
    }
  /** A frame of one inch (2.5 × 3.5 cm) with the photograph, or with what is to be pasted there. */
  | { readonly kind: 'photo'; readonly text: string; readonly picture: Picture | null }
  /** A picture in the middle, so many millimetres wide. */
  | { readonly kind: 'picture'; readonly picture: Picture; readonly millimetres: number }
  /** Ruled lines for writing by hand. */
  | { readonly kind: 'lines'; readonly count: number }
  | { readonly kind: 'newPage' };

/** The paper's name, large and in the middle. */
export const title = (text: string): Block => ({ kind: 'title', text });
/** What stands in the middle below the name. */
export const subtitle = (text: string): Block => ({ kind: 'subtitle', text });
/** The heading of a part. */
export const heading = (text: string): Block => ({ kind: 'heading', text });
/** A paragraph; lines of a longer text become paragraphs of their own. */
export const text = (says: string): Block => ({ kind: 'text', text: says });
/** A line at the right margin, below room for an opinion and a seal. */
export const signature = (says: string): Block => ({ kind: 'signature', text: says });
/** A line at the right margin, for units and dates. */
export const right = (says: string): Block => ({ kind: 'right', text: says });
/** A table of names and values. */
export const table = (widths: readonly number[], rows: Rows, least?: readonly number[]): Block => ({
  kind: 'table',
  widths,
  rows,
  ...(least ? { least } : {}),
});
/** A table of rows below the names of its columns. */
export const list = (widths: readonly number[], head: readonly string[], rows: Rows): Block => ({
  kind: 'table',
  widths,
  rows,
  head,
});
/** A name and a value; `wide` ones may be long, and have a row of their own. */
type Field = readonly [name: string, value: string, size?: 'wide'];
/** Pairs of a name and a value, two pairs in a row. */
export function fields(all: readonly Field[]): Block {
  const rows: string[][] = [];
  let half: string[] | null = null;
  for (const [name, value, size] of all) {
    if (half && size !== 'wide') {
      half.push(name, value);
      half = null;
    } else {
      const row = [name, value];
      rows.push(row);
      half = size === 'wide' ? null : row;
    }
  }
  // An identity number of eighteen digits has room in one line.
  return table([20, 28, 16, 36], rows);
}
/** The frame of a photograph, with the photograph or its requirements. */
export const photo = (says: string, picture: Picture | null): Block => ({ kind: 'photo', text: says, picture });
/** A picture of its own, as a code to be scanned. */
export const pictured = (picture: Picture, millimetres: number): Block => ({ kind: 'picture', picture, millimetres });
/** Empty lines. */
export const lines = (count: number): Block => ({ kind: 'lines', count });
/** A new page. */
export const newPage: Block = { kind: 'newPage' };

/** A date as these papers write it: 2024年6月28日, Gregorian and in Arabic numerals (DL-2.3.1-d). */
export function printedDate(date: string | null | undefined): string {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  if (!year || !month) return '';
  return `${year}年${month}月${day ? `${day}日` : ''}`;
}
