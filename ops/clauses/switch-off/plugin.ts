import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import type { Plugin } from 'vitest/config';
import { ROOT } from '../../start/own-programs.ts';

const RULE = join(ROOT, 'domain/clause.ts');
const PROGRAMMES = join(ROOT, 'config/programmes.ts');
const DATA = join(ROOT, 'config/programmes/');
const STAND_IN = join(ROOT, 'ops/clauses/switch-off/switched-off.ts');
const WITHOUT = '?switchable';

/**
 * A vitest plugin that switches a rule off: it replaces domain/clause.ts, and passes the exports of the programmes' data through `off`. Data are
 * checked as a whole when they are seeded, not when they load, so a rule taken out does not keep them from loading.
 */
export function switchable(): Plugin {
  return {
    name: 'switchable-rules',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !source.startsWith('.')) return null;
      const from = importer.replace(/\?.*$/, '');
      const file = resolve(from, '..', source);
      if (file === RULE && from !== STAND_IN) return STAND_IN;
      const inside = from.startsWith(DATA) || from === PROGRAMMES || importer.endsWith(WITHOUT);
      return isData(file) && !inside ? file + WITHOUT : null;
    },
    load(id) {
      return id.endsWith(WITHOUT) ? standIn(id.slice(0, -WITHOUT.length)) : null;
    },
  };
}

const isData = (file: string) => file.endsWith('.ts') && (file === PROGRAMMES || file.startsWith(DATA));

/** A module with the exports of `file`, values without the rule switched off. */
function standIn(file: string): string {
  const { values, functions } = exportsOf(readFileSync(file, 'utf8'));
  return [
    `import * as whole from ${JSON.stringify(file)};`,
    `import { off } from ${JSON.stringify(STAND_IN)};`,
    ...values.map((name) => `export const ${name} = off(whole.${name});`),
    ...functions.map((name) => `export const ${name} = (...given) => off(whole.${name}(...given));`),
  ].join('\n');
}

function exportsOf(text: string): { readonly values: readonly string[]; readonly functions: readonly string[] } {
  const { statements } = ts.createSourceFile('data.ts', text, ts.ScriptTarget.Latest);
  const exported = statements.filter(
    (each) =>
      ts.canHaveModifiers(each) && ts.getModifiers(each)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  );
  const declared = exported.filter(ts.isVariableStatement).flatMap((each) => each.declarationList.declarations);
  const isFunction = ({ initializer }: ts.VariableDeclaration) =>
    initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
  const nameOf = ({ name }: ts.VariableDeclaration) => (ts.isIdentifier(name) ? [name.text] : []);
  return {
    values: declared.filter((each) => !isFunction(each)).flatMap(nameOf),
    functions: [
      ...declared.filter(isFunction).flatMap(nameOf),
      ...exported.filter(ts.isFunctionDeclaration).flatMap(({ name }) => (name ? [name.text] : [])),
    ],
  };
}
