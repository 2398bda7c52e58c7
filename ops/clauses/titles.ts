import ts from 'typescript';
import { refusalSeen } from './refusals.ts';
import {
  bind,
  calledWith,
  evaluate,
  partOf,
  type Scope,
  StaticFunction,
  scopeOf,
  shown,
  UNKNOWN,
} from './static-values.ts';

const DEEPEST_CALL = 5;

/** The parts of a call that registers a test or a group of tests: `test`, `describe.each(table)`, `it.skip`, … */
type Registration = {
  readonly group: boolean;
  readonly skipped: boolean;
  /** `each` spreads an array row over the parameters, `for` does not. */
  readonly by?: 'each' | 'for';
  readonly table?: ts.Expression | 'unreadable';
};

type Place = { readonly scope: Scope; readonly chain: readonly string[]; readonly depth: number };

/** A registered test: its full title, and its function if it has one. */
type Found = { readonly title: string; readonly body: ts.Node | undefined };

/** A test by its full title; `refused` says whether it sees an action refused (`refusals.ts`). */
export type TestInFile = { readonly title: string; readonly refused: boolean };

/**
 * The tests of a file with their full titles (the group's first), as far as its text shows them. `each` and loops over tables of the file give one for each
 * row; what cannot be known without running it is `…`. Skipped tests are left out.
 */
export function testsIn(file: string, text: string): readonly TestInFile[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const place = { scope: scopeOf(source.statements), chain: [], depth: 0 };
  const sees = refusalSeen(file, source);
  const refused = new Map<string, boolean>();
  for (const { title, body } of source.statements.flatMap((each) => testsOf(each, place)))
    refused.set(title, refused.get(title) === true || (body !== undefined && sees(body)));
  return [...refused].map(([title, seen]) => ({ title, refused: seen }));
}

/** The full titles of the tests that a test file defines. */
export const titlesIn = (file: string, text: string): readonly string[] =>
  testsIn(file, text).map(({ title }) => title);

function testsOf(node: ts.Node, place: Place): readonly Found[] {
  if (ts.isFunctionDeclaration(node)) return [];
  if (ts.isBlock(node)) {
    const scope = scopeOf(node.statements, place.scope);
    return node.statements.flatMap((each) => testsOf(each, { ...place, scope }));
  }
  if (ts.isForOfStatement(node)) return testsOfLoop(node, place);
  if (ts.isCallExpression(node)) return testsOfCall(node, place);
  const found: Found[] = [];
  ts.forEachChild(node, (child) => {
    found.push(...testsOf(child, place));
  });
  return found;
}

function testsOfLoop({ initializer, expression, statement }: ts.ForOfStatement, place: Place): readonly Found[] {
  const declared = ts.isVariableDeclarationList(initializer) ? initializer.declarations[0] : undefined;
  return rowsOf(evaluate(expression, place.scope)).flatMap((row) => {
    const scope: Scope = { names: new Map(), outer: place.scope };
    if (declared) bind(declared.name, () => row, scope);
    return testsOf(statement, { ...place, scope });
  });
}

function testsOfCall(node: ts.CallExpression, place: Place): readonly Found[] {
  const { expression, arguments: given } = node;
  const registration = registrationOf(expression);
  if (registration) return registered(registration, node, place);
  const [first] = given;
  if (ts.isPropertyAccessExpression(expression) && expression.name.text === 'forEach' && first) {
    return rowsOf(evaluate(expression.expression, place.scope)).flatMap((row) => testsInside(first, [row], place));
  }
  const called = ts.isIdentifier(expression) ? evaluate(expression, place.scope) : UNKNOWN;
  if (called instanceof StaticFunction) {
    const values = given.map((each) => evaluate(each, place.scope));
    return testsWithin(called, values, place);
  }
  return given.filter(isFunction).flatMap((each) => testsInside(each, [], place));
}

const isFunction = (node: ts.Expression) => ts.isArrowFunction(node) || ts.isFunctionExpression(node);
const rowsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [UNKNOWN]);

function registered(registration: Registration, call: ts.CallExpression, place: Place): readonly Found[] {
  const [title, ...rest] = call.arguments;
  if (registration.skipped || !title) return [];
  const body = rest.find(isFunction);
  return tableOf(registration, place).flatMap((row) => {
    const values = registration.by === 'each' && Array.isArray(row) ? row : [row];
    const own = formatted(shown(evaluate(title, place.scope)), registration.by ? values : []);
    const chain = [...place.chain, own];
    if (!registration.group) return [{ title: chain.join(' '), body }];
    return body ? testsInside(body, values, { ...place, chain }) : [];
  });
}

function tableOf({ by, table }: Registration, { scope }: Place): readonly unknown[] {
  return by && table && table !== 'unreadable' ? rowsOf(evaluate(table, scope)) : [UNKNOWN];
}

function testsInside(body: ts.Expression, values: readonly unknown[], place: Place): readonly Found[] {
  const called = evaluate(body, place.scope);
  return called instanceof StaticFunction ? testsWithin(called, values, place) : [];
}

function testsWithin(called: StaticFunction, values: readonly unknown[], place: Place): readonly Found[] {
  const { body } = called.node;
  if (!body || place.depth > DEEPEST_CALL) return [];
  return testsOf(body, { ...place, scope: calledWith(called, values), depth: place.depth + 1 });
}

/** How a call registers tests, or null if it does not; `test.each(table)` by itself registers nothing. */
function registrationOf(callee: ts.Expression): Registration | null {
  const read = readCallee(callee);
  return read === null || (read.by && !read.table) ? null : read;
}

function readCallee(callee: ts.Expression): Registration | null {
  if (ts.isIdentifier(callee)) {
    const group = ['describe', 'suite'].includes(callee.text);
    return group || ['test', 'it'].includes(callee.text) ? { group, skipped: false } : null;
  }
  if (ts.isPropertyAccessExpression(callee)) {
    const base = readCallee(callee.expression);
    const name = callee.name.text;
    if (base && (name === 'each' || name === 'for')) return { ...base, by: name };
    return base && ['skip', 'todo'].includes(name) ? { ...base, skipped: true } : base;
  }
  if (ts.isTaggedTemplateExpression(callee)) {
    const base = readCallee(callee.tag);
    return base?.by ? { ...base, table: 'unreadable' } : null;
  }
  if (!ts.isCallExpression(callee)) return null;
  const base = readCallee(callee.expression);
  const [first] = callee.arguments;
  if (base?.by && !base.table) return { ...base, table: first ?? 'unreadable' };
  const conditional = ts.isPropertyAccessExpression(callee.expression) && /If$/.test(callee.expression.name.text);
  return conditional ? base : null;
}

/** A title of `each` with the values of its row, inserted as vitest does. */
function formatted(title: string, values: readonly unknown[]): string {
  if (values.length === 0) return title;
  let next = 0;
  const [first] = values;
  return title
    .replace(/%([sdifjoOc#$%])/g, (_match, kind: string) => {
      if (kind === '%') return '%';
      return kind === '#' || kind === '$' ? '…' : shown(values[next++]);
    })
    .replace(/\$([\w.]+)/g, (match, path: string) => {
      if (typeof first !== 'object' || first === null) return match;
      return shown(path.split('.').reduce((value: unknown, key) => partOf(value, key), first));
    });
}
