import type { Text } from '../text.ts';

/**
 * Where the value of a reference cell comes from: the print, a notice outside it (LYG-7-d), or nowhere, because the text lost it or the
 * table has no such cell.
 */
export const provenances = ['printed', 'external', 'lostInText', 'notPrinted'] as const;
export type Provenance = (typeof provenances)[number];

/** How sure a guess is: high, medium, low. */
export const confidences = ['H', 'M', 'L'] as const;
export type Confidence = (typeof confidences)[number];

/** One cell of a printed table. `value` is what is printed and nothing else; what is merely likely stands in `inferred` and decides nothing. */
export type Cell = {
  readonly value: string | null;
  readonly provenance: Provenance;
  /** What a merge of cells that the text lost would make it, with the row it would come from. */
  readonly inferred?: { readonly value: string; readonly confidence: Confidence };
  /** Printed so that it can hardly be right: kept, never silently corrected. */
  readonly quality?: 'suspect';
};

/** A row of a printed reference table: its number, its cells by the name of their column, and the rules it is quoted by. */
export type ReferenceRow = {
  readonly no: number;
  readonly cells: Readonly<Record<string, Cell>>;
  /** The office of the programme that the row names, where it names one. */
  readonly office?: string;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** A printed table, its columns in their order. */
export type ReferenceTable = {
  readonly key: string;
  readonly name: Text;
  readonly columns: readonly { readonly key: string; readonly name: Text }[];
  readonly rows: readonly ReferenceRow[];
  readonly clauses: readonly string[];
};

/** What a document lists by name, in its words: fields of a template, parts of a dossier, kinds of achievement. */
type ReferenceList = {
  readonly key: string;
  readonly name: Text;
  readonly items: readonly string[];
  /** The print ends the list with 等: more may follow. */
  readonly open?: boolean;
  /** How many copies of each, where the list is one of forms. */
  readonly copies?: number;
  readonly clauses: readonly string[];
};

/** What a programme's document has in tables and lists, as printed. */
export type Reference = { readonly tables: readonly ReferenceTable[]; readonly lists: readonly ReferenceList[] };

/** A cell as printed. */
export const printed = (value: string): Cell => ({ value, provenance: 'printed' });
/** A cell printed so that it can hardly be right. */
export const suspect = (value: string): Cell => ({ value, provenance: 'printed', quality: 'suspect' });
/** A cell whose text was lost; `inferred` is what a lost merge would make it. */
export const lost = (inferred?: Cell['inferred']): Cell => ({
  value: null,
  provenance: 'lostInText',
  ...(inferred ? { inferred } : {}),
});
