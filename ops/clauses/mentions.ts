import ts from 'typescript';
import type { SourceFile } from './files.ts';

/** A place in data or code that names a rule by its quoted id; `key` says where in the file: `UNIT_PUBLICITY.deadlines.windowClose`. */
export type Mention = {
  readonly clause: string;
  readonly path: string;
  readonly key: string;
  /** Whether the rule is stated there through `clauseSatisfied` of domain/clause.ts, which can be switched off. */
  readonly stated: boolean;
  /** How the material or condition that names it is looked at: `delivered` on paper, `attested` by somebody, `shown`, …; absent of any other place. */
  readonly lookedAt?: string;
};

const ID = /(?<![\w-])(?:LN|DL|LYG)-A?\d+(?:\.\d+)*-[a-z](?![\w-])/g;
const ONE_ID = new RegExp(`^${ID.source}$`);

/** Every clause id in a text, in its order, repeated ones repeated. */
export function idsIn(text: string): readonly string[] {
  return text.match(ID) ?? [];
}

/** An id that no notice can have, for tests of what happens then: no section comes near its letter z. */
export function isMadeUp(id: string): boolean {
  return id.endsWith('-z');
}

/** Where a file names rules: as a string or property name that is the id and nothing else. */
export function mentionsIn({ path, text }: SourceFile): readonly Mention[] {
  const source = path.endsWith('.json')
    ? ts.parseJsonText(path, text)
    : ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Mention[] = [];
  const visit = (node: ts.Node, keys: readonly string[]): void => {
    const inner = [...keys, ...keyOf(node)];
    if (ts.isStringLiteralLike(node) && ONE_ID.test(node.text)) {
      const stated = isStated(node);
      const lookedAt = lookedAtOf(node);
      const place = { clause: node.text, path, key: withoutRepetition(keys).join('.'), stated };
      found.push(lookedAt === null ? place : { ...place, lookedAt });
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(source, []);
  return distinct(found);
}

function isStated({ parent }: ts.Node): boolean {
  if (!parent || !ts.isCallExpression(parent) || !ts.isIdentifier(parent.expression)) return false;
  return parent.expression.text === 'clauseSatisfied';
}

/** How the element is looked at whose own `clause` is this string: by its check, or by whoever attests a condition. */
function lookedAtOf({ parent }: ts.Node): string | null {
  if (!parent || !ts.isPropertyAssignment(parent) || parent.name.getText() !== 'clause') return null;
  const element = parent.parent;
  if (propertyOf(element, 'attestedBy')) return 'attested';
  const check = propertyOf(element, 'check');
  const kind = check && ts.isObjectLiteralExpression(check) ? propertyOf(check, 'kind') : undefined;
  return kind && ts.isStringLiteralLike(kind) ? kind.text : null;
}

function propertyOf(element: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const found = element.properties.find((each) => each.name?.getText() === name);
  return found && ts.isPropertyAssignment(found) ? found.initializer : undefined;
}

const NAMES_NOTHING = ['clauses', 'clause'];

/** What a node adds to the way to a place: the name of what it declares, or the key of the element it is. */
function keyOf(node: ts.Node): readonly string[] {
  if (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) {
    return node.name && ts.isIdentifier(node.name) ? [node.name.text] : [];
  }
  if (ts.isPropertyAssignment(node)) {
    const name = ts.isComputedPropertyName(node.name) ? '' : node.name.text;
    return name === '' || NAMES_NOTHING.includes(name) || ONE_ID.test(name) ? [] : [name];
  }
  return ts.isObjectLiteralExpression(node) ? ownKey(node) : [];
}

function ownKey(node: ts.ObjectLiteralExpression): readonly string[] {
  for (const wanted of ['key', 'id']) {
    for (const property of node.properties) {
      if (!ts.isPropertyAssignment(property) || !ts.isStringLiteralLike(property.initializer)) continue;
      const name = ts.isComputedPropertyName(property.name) ? '' : property.name.text;
      if (name === wanted) return [property.initializer.text];
    }
  }
  return [];
}

const withoutRepetition = (keys: readonly string[]) => keys.filter((key, index) => key !== keys[index - 1]);

function distinct(mentions: readonly Mention[]): readonly Mention[] {
  const seen = new Map(mentions.map((each) => [`${each.clause} ${each.key} ${each.stated}`, each]));
  return [...seen.values()];
}
