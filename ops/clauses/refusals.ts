import ts from 'typescript';

/** How a test of the HTTP interface says that it was refused: the status of a refusal, or the problem that came back. */
const OVER_HTTP = /\bproblemSchema\b|\bstatus: 4\d\d\b|\.status[^\n;]*\(\s*\[?4\d\d\b/;
/** How a test of `decide` does: the life it drives refuses a step. */
const BY_DECIDE = /\.(?:refused|refusalOf)\(/;

/**
 * Whether a test, or a function of its file that it calls, sees an act refused: over HTTP in `test/api`, by the decision elsewhere. What only looks at
 * findings or data sees none.
 */
export function refusalSeen(path: string, source: ts.SourceFile): (body: ts.Node) => boolean {
  const seen = path.startsWith('test/api/') ? OVER_HTTP : BY_DECIDE;
  const functions = functionsOf(source);
  return (body) => reached(body, functions).some((each) => seen.test(each.getText(source)));
}

/** The functions of a file by name, wherever in it they are declared. */
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
