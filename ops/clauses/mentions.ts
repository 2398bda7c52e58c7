import ts from 'typescript';
import type { SourceFile } from './files.ts';

/** A place in data or code that names a rule by its quoted id; `key` says where in the file: `UNIT_PUBLICITY.deadlines.windowClose`. */
export type Mention = {
  readonly clause: string;
  readonly path: string;
  readonly key: string;
  /** Whether it names the rule in a call of `clauseSatisfied` (domain/clause.ts), which can be switched off. */
  readonly stated: boolean;
  /** How the material or condition that names it is checked: `delivered` on paper, `attested` by somebody, `shown`, …; absent for other places. */
  readonly lookedAt?: string;
};

const ID = /(?<![\w-])(?:LN|DL|LYG)-A?\d+(?:\.\d+)*-[a-z](?![\w-])/g;
const ONE_ID = new RegExp(`^${ID.source}$`);

/** Every clause id in a text, in order, with repetitions. */
export function idsIn(text: string): readonly string[] {
  return text.match(ID) ?? [];
}

/** Ids that no notice can have, which tests use: no section goes as far as letter z. */
export function isMadeUp(id: string): boolean {
  return id.endsWith('-z');
}

/** The places where a file names rules: strings and property names that are exactly an id. */
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

/** How the element with this string as its `clause` is checked: by its own check, or by the person who attests the condition. */
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

/** What a node adds to the path of a place: the name of its declaration, or the key of its element. */
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
