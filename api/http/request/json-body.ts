import { text } from '../../../domain/text.ts';
import { badRequest } from '../errors.ts';
import { maxJsonDepth, maxJsonParts } from '../limits.ts';

/** Parses a request body; refuses one that is not UTF-8 or not JSON, is nested too deep, or has a key twice. An empty body is undefined. */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  const source = decode(bytes);
  checkShape(source);
  try {
    return JSON.parse(source);
  } catch {
    throw badRequest('BROKEN_JSON', text('请求体不是有效的 JSON。', 'The body is not valid JSON.'));
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badRequest('BROKEN_JSON', text('请求体不是 UTF-8 编码。', 'The body is not UTF-8.'));
  }
}

/** An object (with its keys) or a list that is not closed yet, and how many commas it has. */
type Open = { readonly keys: Set<string> | null; commas: number };

/**
 * `JSON.parse` silently keeps the last of two equal keys, so the keys are checked before it. An object or list of very many parts is refused here: the
 * schemas would make a problem of each.
 */
function checkShape(source: string): void {
  const open: Open[] = [];
  let last = '';
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === '"') {
      const end = endOfString(source, at);
      const keys = open.at(-1)?.keys;
      if (keys && (last === '{' || last === ',')) addKey(keys, source.slice(at, end + 1));
      at = end;
    } else if (char === '{' || char === '[') {
      open.push({ keys: char === '{' ? new Set() : null, commas: 0 });
      if (open.length > maxJsonDepth) throw tooDeep();
    } else if (char === '}' || char === ']') {
      open.pop();
    } else if (char === ',') {
      countComma(open.at(-1));
    }
    if (!isSpace(char)) last = char;
  }
}

function countComma(inner: Open | undefined): void {
  if (!inner) return;
  inner.commas += 1;
  if (inner.commas >= maxJsonParts) throw tooManyParts();
}

const isSpace = (char: string): boolean => char === ' ' || char === '\n' || char === '\r' || char === '\t';

/** The index of the closing quote, or the end of the text if there is none. */
function endOfString(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '"') return at;
  }
  return source.length;
}

function addKey(keys: Set<string>, quoted: string): void {
  let key = quoted;
  try {
    key = JSON.parse(quoted);
  } catch {
    // Malformed text is refused by the parser that runs after this.
  }
  if (key === '__proto__' || keys.has(key)) {
    throw badRequest(
      'DUPLICATE_KEY',
      text('JSON 中有重复或不允许的键。', 'A key stands twice in an object, or is not allowed.'),
      [{ path: key.slice(0, 80), message: text('重复或不允许的键', 'duplicate or not allowed key') }],
    );
  }
  keys.add(key);
}

const tooDeep = () =>
  badRequest(
    'TOO_DEEP',
    text(`JSON 嵌套超过 ${maxJsonDepth} 层。`, `JSON is nested deeper than ${maxJsonDepth} levels.`),
  );

const tooManyParts = () =>
  badRequest(
    'TOO_MANY_PARTS',
    text(
      `JSON 中一个对象或列表不得超过 ${maxJsonParts} 项。`,
      `An object or a list of the JSON may have ${maxJsonParts} parts at most.`,
    ),
  );
