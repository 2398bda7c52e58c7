import ts from 'typescript';

/** A value that cannot be known without running the program. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/** The names in scope at a place in a file, each with its value, which is evaluated when it is asked for. */
export type Scope = { readonly names: Map<string, () => unknown>; readonly outer?: Scope };

/** A function of the file, with the names in its scope. */
export class StaticFunction {
  readonly node: ts.FunctionLikeDeclaration;
  readonly scope: Scope;
  constructor(node: ts.FunctionLikeDeclaration, scope: Scope) {
    this.node = node;
    this.scope = scope;
  }
}

/** A scope inside `outer` in which the constants and functions that `statements` declare are known. */
export function scopeOf(statements: readonly ts.Node[], outer?: Scope): Scope {
  const scope: Scope = { names: new Map(), ...(outer && { outer }) };
  for (const statement of statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) {
      scope.names.set(statement.name.text, () => new StaticFunction(statement, scope));
    }
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer) bind(name, once(initializer, scope), scope);
    }
  }
  return scope;
}

function once(node: ts.Expression, scope: Scope): () => unknown {
  let state: { readonly value: unknown } | 'open' | 'running' = 'open';
  return () => {
    if (state === 'running') return UNKNOWN;
    if (state === 'open') {
      state = 'running';
      state = { value: evaluate(node, scope) };
    }
    return state.value;
  };
}

/** Binds the names of `pattern` to the parts of `value`. */
export function bind(pattern: ts.BindingName, value: () => unknown, scope: Scope): void {
  if (ts.isIdentifier(pattern)) {
    scope.names.set(pattern.text, value);
    return;
  }
  for (const [index, element] of pattern.elements.entries()) {
    if (ts.isOmittedExpression(element)) continue;
    const key = ts.isArrayBindingPattern(pattern) ? index : (element.propertyName ?? element.name).getText();
    const part = element.dotDotDotToken
      ? () => (Array.isArray(value()) ? (value() as unknown[]).slice(index) : UNKNOWN)
      : () => partOf(value(), key);
    bind(element.name, () => orElse(part(), element.initializer, scope), scope);
  }
}

const orElse = (value: unknown, initial: ts.Expression | undefined, scope: Scope) =>
  value === undefined && initial ? evaluate(initial, scope) : value;

/** The scope inside a function that is called with these values. */
export function calledWith(called: StaticFunction, values: readonly unknown[]): Scope {
  const scope: Scope = { names: new Map(), outer: called.scope };
  for (const [index, { name, initializer, dotDotDotToken }] of called.node.parameters.entries()) {
    const value = dotDotDotToken ? values.slice(index) : values[index];
    bind(name, () => orElse(value, initializer, scope), scope);
  }
  return scope;
}

/** The property or element `key` of a value; undefined if it has none, `UNKNOWN` if that cannot be known. */
export function partOf(value: unknown, key: string | number): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object') return UNKNOWN;
  return Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined;
}

/** The value of an expression as far as the text of the file shows it; otherwise `UNKNOWN`. */
export function evaluate(node: ts.Expression, scope: Scope): unknown {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (ts.isIdentifier(node)) return named(node.text, scope);
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) {
    return evaluate(node.expression, scope);
  }
  if (ts.isTemplateExpression(node)) return textOf(node, scope);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((each) => elementsOf(each, scope));
  if (ts.isObjectLiteralExpression(node)) return objectOf(node, scope);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return new StaticFunction(node, scope);
  if (ts.isPropertyAccessExpression(node)) return partOf(evaluate(node.expression, scope), node.name.text);
  if (ts.isElementAccessExpression(node)) return elementOf(node, scope);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return shown(evaluate(node.left, scope)) + shown(evaluate(node.right, scope));
  }
  return ts.isCallExpression(node) ? resultOf(node, scope) : UNKNOWN;
}

function named(name: string, scope: Scope | undefined): unknown {
  if (name === 'undefined') return undefined;
  for (let each = scope; each; each = each.outer) {
    const value = each.names.get(name);
    if (value) return value();
  }
  return UNKNOWN;
}

function elementOf(node: ts.ElementAccessExpression, scope: Scope): unknown {
  const key = evaluate(node.argumentExpression, scope);
  return typeof key === 'string' || typeof key === 'number' ? partOf(evaluate(node.expression, scope), key) : UNKNOWN;
}

function elementsOf(node: ts.Expression, scope: Scope): unknown[] {
  if (!ts.isSpreadElement(node)) return [evaluate(node, scope)];
  const spread = evaluate(node.expression, scope);
  return Array.isArray(spread) ? spread : [];
}

function objectOf(node: ts.ObjectLiteralExpression, scope: Scope): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = evaluate(property.expression, scope);
      if (typeof spread === 'object' && spread !== null) Object.assign(made, spread);
    } else if (ts.isShorthandPropertyAssignment(property)) {
      made[property.name.text] = named(property.name.text, scope);
    } else if (ts.isPropertyAssignment(property)) {
      const { name } = property;
      const key = ts.isComputedPropertyName(name) ? evaluate(name.expression, scope) : name.text;
      if (typeof key === 'string') made[key] = evaluate(property.initializer, scope);
    }
  }
  return made;
}

function textOf(node: ts.TemplateExpression, scope: Scope): string {
  const spans = node.templateSpans.map((span) => shown(evaluate(span.expression, scope)) + span.literal.text);
  return node.head.text + spans.join('');
}

/** A value as text; `…` if it is unknown or no plain value. */
export function shown(value: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '…';
}

/** The calls by which tests make one table of cases from another. */
function resultOf(node: ts.CallExpression, scope: Scope): unknown {
  const values = () => node.arguments.map((each) => evaluate(each, scope));
  if (!ts.isPropertyAccessExpression(node.expression)) {
    const called = evaluate(node.expression, scope);
    return called instanceof StaticFunction ? returnedBy(called, values()) : UNKNOWN;
  }
  const { expression: on, name } = node.expression;
  const [first] = values();
  if (ts.isIdentifier(on) && on.text === 'Object') return ofObject(name.text, first);
  const list = evaluate(on, scope);
  if (!Array.isArray(list)) return UNKNOWN;
  if (name.text === 'concat') return list.concat(...values());
  if (name.text === 'join') return list.map(shown).join(typeof first === 'string' ? first : ',');
  if (!(first instanceof StaticFunction)) return UNKNOWN;
  if (name.text === 'map') return list.map((each, index) => returnedBy(first, [each, index]));
  return name.text === 'flatMap' ? list.flatMap((each, index) => returnedBy(first, [each, index])) : UNKNOWN;
}

function ofObject(name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return UNKNOWN;
  if (name === 'entries') return Object.entries(value);
  if (name === 'keys') return Object.keys(value);
  return name === 'values' ? Object.values(value) : UNKNOWN;
}

function returnedBy(called: StaticFunction, values: readonly unknown[]): unknown {
  const { body } = called.node;
  if (!body) return UNKNOWN;
  const scope = calledWith(called, values);
  if (!ts.isBlock(body)) return evaluate(body, scope);
  const [only] = body.statements;
  if (body.statements.length !== 1 || !only || !ts.isReturnStatement(only) || !only.expression) return UNKNOWN;
  return evaluate(only.expression, scope);
}
