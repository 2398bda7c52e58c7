import { isIsoDate } from '../../domain/calendar/dates.ts';
import { levels } from '../../domain/programme/facts.ts';
import { levelLabels } from '../../domain/programme/level-labels.ts';
import type { FieldError } from '../../domain/refusal.ts';
import { type Text, text } from '../../domain/text.ts';
import { checkedValue } from '../http/request/validation.ts';
import { type Cell, type Column, columnName, type Table } from '../sheets/xlsx.ts';
import type { ExpertInput } from './adding.ts';
import { expertInput } from './experts-schemas.ts';

type Field = keyof ExpertInput;

const levelChoices = levels.map((level) => levelLabels[level].zh);
const chairs = { chair: '主任委员', viceChair: '副主任委员' } as const;

/** The columns of a workbook of experts, in order. */
const columns: readonly (Column & { readonly field: Field })[] = [
  { field: 'name', header: '姓名', width: 12, form: 'text' },
  { field: 'title', header: '职称', width: 18, form: 'text' },
  { field: 'level', header: '职称层级', width: 12, choices: levelChoices },
  { field: 'specialty', header: '专业', width: 18, form: 'text' },
  { field: 'unitName', header: '工作单位', width: 32, form: 'text' },
  { field: 'origin', header: '来源', width: 12, form: 'text' },
  { field: 'chair', header: '评委会职务', width: 14, choices: Object.values(chairs) },
  { field: 'termFrom', header: '任期起', width: 12, form: 'date' },
  { field: 'termUntil', header: '任期止', width: 12, form: 'date' },
  { field: 'identityNumber', header: '身份证号（选填，用于关联账号）', width: 30, form: 'text' },
];

/** The workbook that an office fills in: the headers, and the choices of each column. */
export const template: Table = { name: '评审专家', columns, rows: [] };

/** What is wrong in a row of a workbook; rows are numbered as it numbers them, and `column` is a letter or null. */
export type RowError = { readonly row: number; readonly column: string | null; readonly message: Text };
export type ExpertOfRow = { readonly row: number; readonly input: ExpertInput };

/** The first row that holds an expert. */
const firstRow = 2;

/** The experts in the cells of a workbook and everything that is wrong in it; empty rows are skipped. */
export function readRows(cells: readonly (readonly Cell[])[]): {
  readonly experts: readonly ExpertOfRow[];
  readonly errors: readonly RowError[];
} {
  const [headers = [], ...rows] = cells;
  const moved = columns.flatMap(({ header }, place) =>
    textOf(headers[place]) === header ? [] : [{ row: 1, column: columnName(place), message: headerIs(header) }],
  );
  if (moved.length > 0) return { experts: [], errors: moved };
  const read = rows.flatMap((row, place) =>
    row.some((cell) => textOf(cell) !== '') ? [rowOf(row, place + firstRow)] : [],
  );
  return { experts: read.flatMap(({ expert }) => expert ?? []), errors: read.flatMap(({ errors }) => errors) };
}

function rowOf(
  cells: readonly Cell[],
  row: number,
): { readonly expert: ExpertOfRow | null; readonly errors: readonly RowError[] } {
  const given = columns.flatMap(({ field }, place) => {
    const typed = textOf(cells[place]);
    return typed === '' ? [] : [[field, meaningOf(field, typed)]];
  });
  const { data, errors } = checkedValue(expertInput, Object.fromEntries(given));
  return data ? { expert: { row, input: data }, errors: [] } : { expert: null, errors: errorsOfRow(row, errors) };
}

/** Errors of the fields of a row as errors of its columns. */
export const errorsOfRow = (row: number, errors: readonly FieldError[]): readonly RowError[] =>
  errors.map(({ path, message }) => {
    const place = columns.findIndex(({ field }) => path === `/${field}`);
    const header = columns[place]?.header;
    return {
      row,
      column: header === undefined ? null : columnName(place),
      message: header === undefined ? message : text(`“${header}”${message.zh}`, `${header}: ${message.en}`),
    };
  });

/** A cell as text; a date without its time of day. */
function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).trim();
}

/** What a text in a column stands for: levels and posts by their Chinese names, dates in any of the usual forms. */
function meaningOf(field: Field, typed: string): string {
  if (field === 'level') return levels.find((level) => levelLabels[level].zh === typed) ?? typed;
  if (field === 'chair') return Object.entries(chairs).find(([, name]) => name === typed)?.[0] ?? typed;
  return field === 'termFrom' || field === 'termUntil' ? dateIn(typed) : typed;
}

function dateIn(typed: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : typed;
}

const headerIs = (header: string): Text =>
  text(`此列表头须为“${header}”，请使用模板。`, `The header of this column is “${header}”: use the template.`);
