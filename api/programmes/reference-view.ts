import type { Programme } from '../../domain/programme/programme.ts';
import type { Cell, ReferenceTable } from '../../domain/programme/reference-tables.ts';
import { confidenceLabel, provenanceLabel, suspectLabel } from './labels.ts';

/** A printed table with a remark for each cell; a guess is kept apart from the value. */
export function tableOf({ key, name, columns, rows, clauses }: ReferenceTable) {
  return {
    key,
    name,
    columns,
    clauses,
    rows: rows.map(({ no, cells, office = null, readings = [], ...row }) => ({
      no,
      office,
      readings,
      clauses: row.clauses,
      cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cellOf(cell)])),
    })),
  };
}

function cellOf({ value, provenance, inferred, quality }: Cell) {
  return {
    value,
    provenance,
    provenanceLabel: provenanceLabel[provenance],
    ...(inferred ? { inferred: { ...inferred, label: confidenceLabel[inferred.confidence] } } : {}),
    ...(quality ? { quality, qualityLabel: suspectLabel } : {}),
  };
}

/** The tables that print offices: those with rows that name one, and those with a column of offices. */
export const officeTables = ({ reference }: Programme): readonly ReferenceTable[] =>
  (reference?.tables ?? []).filter(
    ({ columns, rows }) => columns.some(({ key }) => key === 'office') || rows.some(({ office }) => office),
  );

/** The tables and lists of a programme's document. */
export function referenceOf({ reference }: Programme) {
  return {
    tables: (reference?.tables ?? []).map(tableOf),
    lists: (reference?.lists ?? []).map(({ open = false, copies, ...rest }) => ({
      ...rest,
      open,
      copies: copies ?? null,
    })),
  };
}
