import type { Text } from '../text.ts';

/** The provenance of a cell: printed, from another notice (LYG-7-d), lost in our copy of the text, or not existing in the table. */
export const provenances = ['printed', 'external', 'lostInText', 'notPrinted'] as const;
export type Provenance = (typeof provenances)[number];

/** The confidence of an inference: high, medium, low. */
export const confidences = ['H', 'M', 'L'] as const;
export type Confidence = (typeof confidences)[number];

/** One cell of a printed table. `value` is only what is printed; an inference is kept in `inferred` and is never used for decisions. */
export type Cell = {
  readonly value: string | null;
  readonly provenance: Provenance;
  /** The value that a lost merge of cells would give, with the row it would come from. */
  readonly inferred?: { readonly value: string; readonly confidence: Confidence };
  /** Set when the printed value is probably wrong; it is kept and never corrected silently. */
  readonly quality?: 'suspect';
};

/** A row of a printed reference table: its number, its cells by column, and the clauses that quote it. */
export type ReferenceRow = {
  readonly no: number;
  readonly cells: Readonly<Record<string, Cell>>;
  /** The office of the programme that the row names, if any. */
  readonly office?: string;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** A printed table with its columns in order. */
export type ReferenceTable = {
  readonly key: string;
  readonly name: Text;
  readonly columns: readonly { readonly key: string; readonly name: Text }[];
  readonly rows: readonly ReferenceRow[];
  readonly clauses: readonly string[];
};

/** A list of a document as printed: fields of a template, parts of a dossier, kinds of achievement. */
type ReferenceList = {
  readonly key: string;
  readonly name: Text;
  readonly items: readonly string[];
  /** Set when the list ends with 等, so that more items may follow. */
  readonly open?: boolean;
  /** The number of copies of each, when the list is one of forms. */
  readonly copies?: number;
  readonly clauses: readonly string[];
};

/** The tables and lists of a programme's document, as printed. */
export type Reference = { readonly tables: readonly ReferenceTable[]; readonly lists: readonly ReferenceList[] };

/** A cell as printed. */
export const printed = (value: string): Cell => ({ value, provenance: 'printed' });
/** A printed cell that is probably wrong. */
export const suspect = (value: string): Cell => ({ value, provenance: 'printed', quality: 'suspect' });
/** A cell whose text was lost; `inferred` is the value that a lost merge would give. */
export const lost = (inferred?: Cell['inferred']): Cell => ({
  value: null,
  provenance: 'lostInText',
  ...(inferred ? { inferred } : {}),
});
