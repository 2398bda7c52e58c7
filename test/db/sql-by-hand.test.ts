import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as schema from '../../db/schema.ts';

const root = new URL('../../', import.meta.url);
const rooms = ['activities', 'api', 'commands', 'config', 'db', 'domain', 'ops', 'workflows'];
const filesOf = (folder: string, end: string) =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`)
    .sort();
const textOf = (file: string) => readFileSync(new URL(file, root), 'utf8');

const functions = filesOf('db/functions', '.sql');
const functionNames = functions.map((file) => basename(file, '.sql'));

/** How the reason begins that stands with a statement by hand, or at the head of a file of them. */
const reason = /SQL by hand: \S/;
const verb =
  /^\(?\s*(select|with|insert|update|delete|merge|begin|commit|rollback|create|alter|drop|grant|revoke|set|truncate|analyze|lock)\b/i;

/** A statement that goes through the driver and not through drizzle's queries. */
type Statement = { readonly file: string; readonly line: number; readonly sql: string; readonly reasoned: boolean };

/** The statements by hand of a file: templates that begin with a verb of SQL, and what is given to the driver as text. */
function statementsIn(file: string, text = textOf(file)): Statement[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const head = /^(\/\/.*\n)+/.exec(text)?.[0] ?? '';
  return source.statements.flatMap((around) => {
    const reasoned = reason.test(head) || reason.test(around.getFullText(source));
    return within(around).flatMap((node) => {
      const sql = ts.isTaggedTemplateExpression(node) ? templateOf(node) : givenAsText(node, source);
      const found = sql !== null && (!ts.isTaggedTemplateExpression(node) || verb.test(sql)) && !callsFunction(sql);
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      return found ? [{ file, line, sql, reasoned }] : [];
    });
  });
}

const within = (node: ts.Node): ts.Node[] => {
  const inner: ts.Node[] = [];
  ts.forEachChild(node, (child) => void inner.push(...within(child)));
  return [node, ...inner];
};

/** The text of a template, with a question mark for each value. */
function templateOf({ template }: ts.TaggedTemplateExpression): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text.trim();
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join('?').trim();
}

function givenAsText(node: ts.Node, source: ts.SourceFile): string | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  return node.expression.name.text === 'unsafe' ? node.getText(source) : null;
}

/** Nothing but the call of one of our functions, whose file says what it is for. */
const callsFunction = (sql: string): boolean => {
  const name = /^select (\w+)\((\?|null|::\w+|, |\w+\(null\))*\)( as \w+)?$/.exec(sql)?.[1];
  return name !== undefined && functionNames.includes(name);
};

const all = rooms.flatMap((room) => filesOf(room, '.ts')).flatMap((file) => statementsIn(file));

describe('a statement in SQL by hand', () => {
  it('says in one line why it is none of drizzle’s', () => {
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(({ reasoned }) => !reasoned).map(({ file, line }) => `${file}:${line}`)).toEqual([]);
  });

  it('is found without a reason, whatever its driver is called, and a call of one of our functions is none', () => {
    const bare =
      'const a = (sql) => sql`select 1`;\nconst b = (tx) => tx.unsafe(text);\nconst c = (q) => q<R[]>`\n delete from x`;';
    expect(statementsIn('x.ts', bare).map(({ line, reasoned }) => [line, reasoned])).toEqual([
      [1, false],
      [2, false],
      [3, false],
    ]);
    expect(statementsIn('x.ts', '// SQL by hand: a reason.\nconst a = (sql) => sql`select 1`;')[0]?.reasoned).toBe(
      true,
    );
    expect(statementsIn('x.ts', '// SQL by hand:\nconst a = (sql) => sql`select 1`;')[0]?.reasoned).toBe(false);
    expect(statementsIn('x.ts', 'const a = (sql) => sql`select record_lapse(null) as answer`;')).toEqual([]);
    expect(statementsIn('x.ts', 'const a = (sql) => sql`select now() as answer`;')).toHaveLength(1);
  });

  it('inserts into no table that a query of drizzle inserts into, but for the measurements', () => {
    const byHand = all.filter(({ file }) => !file.startsWith('ops/bench/')).flatMap(({ sql }) => insertedBy(sql));
    expect(byHand.filter((table) => byDrizzle.includes(table))).toEqual([]);
  });
});

describe('a SQL function', () => {
  it.each(functions)('%s says what it is for', (file) => {
    expect(textOf(file)).toMatch(/^-- \S/);
  });

  it('inserts into no table that a query of drizzle inserts into', () => {
    const byFunctions = functions.flatMap((file) => insertedBy(textOf(file)));
    expect(byFunctions).toContain('texts');
    expect(byFunctions.filter((table) => byDrizzle.includes(table))).toEqual([]);
  });
});

const insertedBy = (sql: string): string[] =>
  [...sql.matchAll(/insert into (\w+)/gi)].flatMap(([, table]) => table ?? []);

const tables: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(schema).flatMap(([name, table]) => (is(table, PgTable) ? [[name, getTableName(table)]] : [])),
);

/** The tables that a file inserts into by drizzle, by whatever name it imports them. */
function insertedByDrizzle(file: string): string[] {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  const nodes = within(source);
  const imported = new Map(
    nodes.filter(ts.isImportSpecifier).map(({ name, propertyName }) => [name.text, (propertyName ?? name).text]),
  );
  return nodes.flatMap((node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
    const [table] = node.arguments;
    if (node.expression.name.text !== 'insert' || !table || !ts.isIdentifier(table)) return [];
    return tables[imported.get(table.text) ?? ''] ?? [];
  });
}

const byDrizzle = rooms.flatMap((room) => filesOf(room, '.ts')).flatMap(insertedByDrizzle);
