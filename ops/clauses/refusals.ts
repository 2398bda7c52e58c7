import ts from 'typescript';

/** How a test over HTTP expects a refusal: by its status, or by the problem in the answer. */
const OVER_HTTP = /\bproblemSchema\b|\bstatus: 4\d\d\b|\.status[^\n;]*\(\s*\[?4\d\d\b/;
/** How a test of `decide` expects a refusal: a step of its life is refused. */
const BY_DECIDE = /\.(?:refused|refusalOf)\(/;

/**
 * Whether a test, or a function of its file that it calls, sees an action refused: over HTTP in `test/api`, by `decide` elsewhere. A test that only looks
 * at findings or data does not.
 */
export function refusalSeen(path: string, source: ts.SourceFile): (body: ts.Node) => boolean {
  const seen = path.startsWith('test/api/') ? OVER_HTTP : BY_DECIDE;
  const functions = functionsOf(source);
  return (body) => reached(body, functions).some((each) => seen.test(each.getText(source)));
}

/** All functions of a file by name, nested ones too. */
function functionsOf(source: ts.SourceFile): ReadonlyMap<string, ts.Node> {
  const found = new Map<string, ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name) found.set(node.name.text, node);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && isFunction(node.initializer))
      found.set(node.name.text, node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isFunction = (node: ts.Node | undefined) =>
  node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

/** A body and every function of the file that it uses, directly or through another. */
function reached(body: ts.Node, functions: ReadonlyMap<string, ts.Node>): readonly ts.Node[] {
  const all = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    const used = ts.isIdentifier(node) ? functions.get(node.text) : undefined;
    if (used && !all.has(used)) {
      all.add(used);
      visit(used);
    }
    ts.forEachChild(node, visit);
  };
  all.add(body);
  visit(body);
  return [...all];
}
