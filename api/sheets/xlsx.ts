import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { text } from '../../domain/text.ts';
import { HttpError, invalid } from '../http/errors.ts';
import { unpackedSize } from './unpacked-size.ts';

/** What a cell may hold; a date is 00:00 UTC of its day. */
export type Cell = string | number | boolean | Date | null;

/** A column of a sheet that is written; `choices` are offered in its cells. */
export type Column = {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** `text` keeps long numbers as they are typed. */
  readonly form?: 'text' | 'date';
  readonly choices?: readonly string[];
};

/** A sheet of one table: its name, its columns, and its rows under their headers. */
export type Table = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
};

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Far more than a table of a thousand rows has. */
const unpackedAtMost = 32 * 1024 * 1024;
/** Every file says the same day, so that the same table has the same bytes. */
const writtenOn = new Date('2024-01-01T00:00:00Z');
const formats = { text: '@', date: 'yyyy-mm-dd' } as const;
/** The rows for which choices are offered. */
const rowsWithChoices = 1_000;

/** Writes a workbook of one sheet; the same table gives the same bytes. */
export async function writeTable({ name, columns, rows }: Table): Promise<Buffer> {
  const bytes = await writeXlsx({
    properties: { created: writtenOn, modified: writtenOn },
    sheets: [
      {
        name,
        columns: columns.map(({ width, form }) => ({ width, ...(form ? { numFmt: formats[form] } : {}) })),
        rows: [columns.map(({ header }) => header), ...rows.map((row) => [...row])],
        freezePane: { rows: 1 },
        dataValidations: columns.flatMap(({ choices }, place) =>
          choices ? [{ type: 'list' as const, range: below(place), values: [...choices], allowBlank: true }] : [],
        ),
      },
    ],
  });
  return Buffer.from(bytes);
}

/** The name of a column: A, B, …, Z, AA. */
export function columnName(place: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (place % 26));
  return place < 26 ? letter : `${columnName(Math.floor(place / 26) - 1)}${letter}`;
}
const below = (place: number): string => `${columnName(place)}2:${columnName(place)}${rowsWithChoices + 1}`;

/** The cells of the first sheet of a workbook, row by row; throws a 422 for anything that is no workbook, is damaged, or is larger than it looks. */
export async function readTable(data: Buffer, rowsAtMost: number): Promise<readonly (readonly Cell[])[]> {
  const size = unpackedSize(data);
  if (size === null) throw wrong();
  if (size > unpackedAtMost) throw tooLarge();
  const { sheets } = await readXlsx(data, { sheets: [0], maxRows: rowsAtMost }).catch((cause: unknown) => {
    throw wrong(cause);
  });
  return sheets[0]?.rows ?? [];
}

const wrong = (cause?: unknown) =>
  invalid(
    [
      {
        path: '/file',
        message: text(
          '不是可读取的 XLSX 工作簿，或文件已损坏、加密。',
          'It is no XLSX workbook that can be read, or it is damaged or encrypted.',
        ),
      },
    ],
    { cause },
  );
const tooLarge = () =>
  new HttpError(
    413,
    'FILE_TOO_LARGE',
    text('工作簿展开后过大，不予读取。', 'Unpacked, the workbook is too large to be read.'),
  );
