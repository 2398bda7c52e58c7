import { expect } from 'vitest';
import type { Db } from '../../../db/connection.ts';

/** What a plan step read of which table, and how. */
export type Step = {
  readonly kind: string;
  readonly table: string;
  readonly index: string | null;
  readonly rows: number;
};
type Node = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
};

/** The rows a step looked at, kept or not, by table and index; a bitmap's index stands below its table. A sort has neither: its rows are those below it. */
function stepsOf(node: Node): Step[] {
  const below = (node.Plans ?? []).flatMap(stepsOf);
  const [kind, table, index] = [node['Node Type'], node['Relation Name'], node['Index Name']];
  const sorts = /Sort/.test(kind);
  if (table === undefined && index === undefined && !sorts) return below;
  const of = sorts ? (node.Plans?.[0] ?? node) : node;
  const rows = (of['Actual Rows'] + (sorts ? 0 : (of['Rows Removed by Filter'] ?? 0))) * of['Actual Loops'];
  return [{ kind, table: table ?? '', index: index ?? null, rows }, ...below];
}

/** Runs something that sends one statement, and gives what that statement read when it was sent a second time, which changes nothing. */
export async function readOf({ sql }: Pick<Db, 'sql'>, run: () => Promise<unknown>): Promise<Step[]> {
  const sent: { query: string; parameters: unknown[] }[] = [];
  sql.options.debug = (_, query, parameters) => void sent.push({ query, parameters });
  try {
    await run();
  } finally {
    sql.options.debug = false;
  }
  expect(sent).toHaveLength(1);
  const [{ query, parameters } = { query: '', parameters: [] }] = sent;
  const [row] = await sql.unsafe<{ 'QUERY PLAN': { Plan: Node }[] }[]>(
    `explain (analyze, format json) ${query}`,
    parameters as never[],
  );
  return (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => stepsOf(Plan));
}

/** The most rows that a step looked at in a table. */
export const most = (steps: readonly Step[], table: string): number =>
  Math.max(...steps.filter((step) => step.table === table).map(({ rows }) => rows));

/** The indexes that were read. */
export const indexes = (steps: readonly Step[]): readonly string[] => steps.flatMap(({ index }) => index ?? []);
