import type { Request } from 'express';
import { z } from 'zod';
import type { FieldError } from '../../../domain/refusal.ts';
import { type Text, text } from '../../../domain/text.ts';
import { badRequest, invalid } from '../errors.ts';
import { maxProblems } from '../limits.ts';

const chinese = z.locales.zhCN().localeError;
// Schemas are made once, because zod compiles each at its first use.
const noQuery = z.strictObject({});
const noBody = z.undefined().or(noQuery);

/**
 * The path's parameters, and whether they are well formed: a malformed id is a 404 after the caller is known. With a NUL in it nothing is: PostgreSQL takes
 * no such text.
 */
export function parseParams(
  schema: z.ZodType | undefined,
  value: Request['params'],
): { good: boolean; value: unknown } {
  if (Object.values(value).some((part) => String(part).includes('\0'))) return { good: false, value };
  if (!schema) return { good: true, value };
  const { success, data } = schema.safeParse(value);
  return { good: success, value: data };
}

/** Checks the query; a parameter that is unknown, given twice or out of range is a 400. */
export function checkQuery(schema: z.ZodType | undefined, request: Pick<Request, 'url' | 'query'>): unknown {
  if (!schema && !request.url.includes('?')) return {};
  const result = (schema ?? noQuery).safeParse({ ...request.query }, { reportInput: true });
  if (!result.success) {
    throw badRequest(
      'INVALID_QUERY',
      text('查询参数不正确。', 'The query is not right.'),
      fieldErrors(result.error, '?'),
    );
  }
  return result.data;
}

/** Checks the body; well-formed JSON with wrong values is a 422 that names each field. */
export function checkBody(schema: z.ZodType | undefined, value: unknown): unknown {
  const { data, errors } = checkedValue<unknown>(schema ?? noBody, value);
  if (errors.length > 0) throw invalid(errors);
  return data;
}

/** A value by its schema, or everything that is wrong with it. */
export function checkedValue<T>(
  schema: z.ZodType<T>,
  value: unknown,
):
  | { readonly data: T; readonly errors: readonly [] }
  | { readonly data: null; readonly errors: readonly FieldError[] } {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success ? { data: result.data, errors: [] } : { data: null, errors: fieldErrors(result.error, '/') };
}

function fieldErrors(error: z.ZodError, lead: '/' | '?'): FieldError[] {
  return error.issues
    .slice(0, maxProblems)
    .flatMap((issue) => pathsOf(issue).map((parts) => ({ path: pointer(parts, lead), message: wordingOf(issue) })))
    .slice(0, maxProblems);
}

/** The fields of an issue; unknown keys are named one by one. */
function pathsOf(issue: z.core.$ZodIssue): PropertyKey[][] {
  return issue.code === 'unrecognized_keys'
    ? issue.keys.slice(0, maxProblems).map((key) => [...issue.path, key])
    : [issue.path];
}

function pointer(parts: readonly PropertyKey[], lead: '/' | '?'): string {
  const path = parts.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
  return parts.length > 0 || lead === '?' ? `${lead}${path}` : '';
}

/** The message for a value of the wrong type, by the type that zod expected. */
const mustBe: Readonly<Record<string, Text>> = {
  string: text('须为文本', 'must be a string'),
  number: text('须为数字', 'must be a number'),
  int: text('须为整数', 'must be a whole number'),
  boolean: text('须为 true 或 false', 'must be true or false'),
  array: text('须为列表', 'must be a list'),
  object: text('须为对象', 'must be an object'),
  never: text('不得填写', 'must be left out'),
};

/** The message of an issue: our own checks have their Chinese text in `params.zh`; types and keys have texts here; for the others zod has its own. */
function wordingOf(issue: z.core.$ZodIssue): Text {
  const own = issue.code === 'custom' ? issue.params?.zh : undefined;
  if (typeof own === 'string') return text(own, issue.message);
  if (issue.code === 'unrecognized_keys') return text('没有此字段', 'is not known here');
  const typed = issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union';
  if (typed && issue.input === undefined) return text('必填', 'is required');
  const plain = issue.code === 'invalid_type' ? mustBe[issue.expected] : undefined;
  if (plain) return plain;
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ');
    return text(`须为以下之一：${values}`, `must be one of: ${values}`);
  }
  const bounded = boundsOf(issue);
  if (bounded) return bounded;
  const worded = chinese(issue as never);
  return text((typeof worded === 'string' ? worded : worded?.message) ?? issue.message, issue.message);
}

/** The unit in which the size of a value is counted; empty if the value itself is compared. */
const units: Readonly<Record<string, Text>> = {
  string: text('个字符', ' character'),
  array: text('项', ' element'),
  set: text('项', ' element'),
  file: text('字节', ' byte'),
};

/** The message for a value that is too short, too long, or of another form; a text of our own stays the English one. */
function boundsOf(issue: z.core.$ZodIssue): Text | null {
  if (issue.code === 'too_small') {
    const { zh, en } = units[issue.origin] ?? text('', '');
    const than = issue.inclusive === false ? text('须大于', 'must be more than') : text('至少', 'must be at least');
    return text(`${than.zh}${issue.minimum}${zh}`, `${than.en} ${issue.minimum}${plural(en, issue.minimum)}`);
  }
  if (issue.code === 'too_big') {
    const { zh, en } = units[issue.origin] ?? text('', '');
    const than = issue.inclusive === false ? text('须小于', 'must be less than') : text('至多', 'must be at most');
    return text(`${than.zh}${issue.maximum}${zh}`, `${than.en} ${issue.maximum}${plural(en, issue.maximum)}`);
  }
  if (issue.code !== 'invalid_format') return null;
  const zods = issue.message.startsWith('Invalid ');
  return text('格式不正确', zods ? 'is not of the right form' : issue.message);
}

const plural = (unit: string, count: number | bigint): string =>
  unit === '' || Number(count) === 1 ? unit : `${unit}s`;
