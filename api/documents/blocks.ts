/** A part of a paper; `widths` of a table are in hundredths of the page. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'text' | 'right'; readonly text: string }
  | { readonly kind: 'table'; readonly widths: readonly number[]; readonly rows: readonly (readonly string[])[] }
  /** A frame of one inch (2.5 × 3.5 cm) into which a photograph is pasted. */
  | { readonly kind: 'photo'; readonly text: string }
  /** Ruled lines for writing by hand. */
  | { readonly kind: 'lines'; readonly count: number }
  | { readonly kind: 'newPage' };

/** The paper's name, large and in the middle. */
export const title = (text: string): Block => ({ kind: 'title', text });
/** The heading of a part. */
export const heading = (text: string): Block => ({ kind: 'heading', text });
/** A paragraph; lines of a longer text become paragraphs of their own. */
export const text = (says: string): Block => ({ kind: 'text', text: says });
/** A line at the right margin, for signatures and dates. */
export const right = (says: string): Block => ({ kind: 'right', text: says });
/** A table. */
export const table = (widths: readonly number[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  widths,
  rows,
});
/** Pairs of a name and a value, two pairs in a row. */
export function fields(pairs: readonly (readonly [string, string])[]): Block {
  const rows: string[][] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    rows.push([pairs[at]?.[0] ?? '', pairs[at]?.[1] ?? '', pairs[at + 1]?.[0] ?? '', pairs[at + 1]?.[1] ?? '']);
  }
  return table([20, 30, 20, 30], rows);
}
/** The frame of a photograph, with its requirements. */
export const photo = (says: string): Block => ({ kind: 'photo', text: says });
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
