import { createHash } from 'node:crypto';
import { z } from 'zod';
import { text } from '../../domain/text.ts';
import { fileField } from '../attachments/attachments-schemas.ts';
import { refuseVirus } from '../attachments/checked-file.ts';
import { readUpload, withSentBytes } from '../attachments/uploads.ts';
import type { Person } from '../http/caller.ts';
import { invalid } from '../http/errors.ts';
import { defineRoute, type RouteDef, type Services } from '../http/route.ts';
import { readTable, writeTable, xlsxType } from '../sheets/xlsx.ts';
import { judgeExperts, keepExperts, servesAlready } from './adding.ts';
import { type CommitteeAtWork, runsCommittee } from './committee-rights.ts';
import { type ExpertOfRow, errorsOfRow, type RowError, readRows, template } from './expert-rows.ts';
import { nationalOf } from './experts-routes.ts';
import { importResult } from './experts-schemas.ts';
import { ofCommittee } from './filings-schemas.ts';

const tag = 'sessions';
const access = 'login' as const;
const path = '/v1/programmes/:id/committees/:committee/experts';
/** How many experts one workbook may have. */
const rowsAtMost = 1_000;

/** A workbook of experts: the template, and what came of a filled one. */
export const expertImportRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path: `${path}/template`,
    summary: 'The workbook in which the office of a committee lists its experts.',
    tag,
    access,
    may: runsCommittee,
    params: ofCommittee,
    answers: { 200: { description: 'The workbook', contentType: xlsxType } },
    handle: async () => ({
      status: 200,
      raw: { type: xlsxType, data: await writeTable(template), filename: '评审专家.xlsx' },
    }),
  }),
  defineRoute({
    method: 'post',
    path: `${path}/import`,
    summary: `Registers the experts of a workbook, at most ${rowsAtMost}: all, or none where one row is wrong; with ?partial=true the rows that are right.`,
    tag,
    access,
    may: runsCommittee,
    idempotency: 'stored',
    params: ofCommittee,
    query: z.strictObject({ partial: z.enum(['true', 'false']).optional() }),
    upload: { type: 'multipart/form-data', read: readUpload },
    body: z.strictObject({ file: fileField }).meta({ override: { required: ['file'] } }),
    answers: {
      200: { description: 'How many were registered, and which rows were not', schema: importResult },
      413: { description: 'The workbook is too large' },
      422: { description: 'No workbook, or wrong rows: each with its number, its column and what is wrong' },
    },
    handle: async ({ services, request, caller, key: { id }, query, granted }) => {
      const cells = await withSentBytes(request.file, async ({ data }) => {
        await refuseVirus(data, services.scanner);
        return await readTable(data, rowsAtMost + 2);
      });
      if (cells.length > rowsAtMost + 1) throw invalid([{ path: '/file', message: tooMany }]);
      const partial = query.partial === 'true';
      const read = readRows(cells);
      const { right, errors: judged } = await judge(services, granted, { id, experts: read.experts, caller });
      const wrong = [...read.errors, ...judged];
      if (right.length + wrong.length === 0) throw invalid([{ path: '/file', message: empty }]);
      if (wrong.length > 0 && !partial) throw wrongRows(granted, wrong);
      const experts = right.map(({ row: _, ...expert }) => expert);
      const twice = await keepExperts(services, granted, { experts, caller, partial });
      const already = twice.flatMap((place) => errorsOfRow(right[place]?.row ?? 0, [served]));
      if (already.length > 0 && !partial) throw wrongRows(granted, already);
      const errors = [...wrong, ...already].sort((a, b) => a.row - b.row);
      return { status: 200, body: { imported: right.length - twice.length, errors } };
    },
  }),
];

type Rows = { readonly id: string; readonly experts: readonly ExpertOfRow[]; readonly caller: Person };

/** The rows that can be added, and what is wrong in the others. */
async function judge(services: Services, committee: CommitteeAtWork, { id, experts, caller }: Rows) {
  const list = experts.map(({ row, input }) => ({ id: idOfRow(id, row), input }));
  const judged = await judgeExperts(services, committee, { list, caller });
  const rowAt = (place: number) => experts[place]?.row ?? 0;
  return {
    errors: judged.errors.flatMap((each, place) => errorsOfRow(rowAt(place), each)),
    right: judged.experts.flatMap((each, place) =>
      judged.errors[place]?.length ? [] : [{ ...each, row: rowAt(place) }],
    ),
  };
}

/** The id of an expert follows from the request and the row, so that a repeated request makes the same experts. */
function idOfRow(request: string, row: number): string {
  const hex = createHash('sha256').update(`${request}/${row}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const served = { path: '', message: servesAlready };
const wrongRows = (committee: CommitteeAtWork, errors: readonly RowError[]) =>
  invalid([...errors].sort((a, b) => a.row - b.row).map(asField), nationalOf(committee));

const asField = ({ row, column, message: { zh, en } }: RowError) => ({
  path: `/rows/${row}${column === null ? '' : `/${column}`}`,
  message: text(
    `第${row}行${column === null ? '' : `${column}列`}：${zh}`,
    `Row ${row}${column === null ? '' : `, column ${column}`}: ${en}`,
  ),
});

const tooMany = text(`一次最多导入${rowsAtMost}名专家。`, `A workbook has ${rowsAtMost} experts at most.`);
const empty = text('工作簿中没有专家。', 'There is no expert in the workbook.');
