import { z } from 'zod';
import { text } from '../domain/text.ts';
import { badRequest, type FieldError, invalid, notFound } from './errors.ts';

const chinese = z.locales.zhCN().localeError;

/** Checks the path's parameters; a malformed id is simply not there. */
export function checkParams(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return value;
  const result = schema.safeParse(value);
  if (!result.success) throw notFound();
  return result.data;
}

/** Checks the query; anything unknown, given twice or out of bounds is a 400. */
export function checkQuery(schema: z.ZodType | undefined, value: unknown): unknown {
  const result = (schema ?? z.strictObject({})).safeParse({ ...(value as object) }, { reportInput: true });
  if (!result.success) {
    throw badRequest(
      'INVALID_QUERY',
      text('查询参数不正确。', 'The query is not right.'),
      fieldErrors(result.error, '?'),
    );
  }
  return result.data;
}

/** Checks the body; what is well-formed JSON but wrong is a 422 that names each field. */
export function checkBody(schema: z.ZodType | undefined, value: unknown): unknown {
  const result = (schema ?? z.undefined().or(z.strictObject({}))).safeParse(value, { reportInput: true });
  if (!result.success) throw invalid(fieldErrors(result.error, '/'));
  return result.data;
}

function fieldErrors(error: z.ZodError, lead: '/' | '?'): FieldError[] {
  return error.issues.slice(0, 50).map((issue) => {
    const path = issue.path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
    return { path: path || lead === '?' ? `${lead}${path}` : '', message: text(inChinese(issue), issue.message) };
  });
}

/** A check of ours carries its Chinese wording in `params.zh`; zod has its own for the others. */
function inChinese(issue: z.core.$ZodIssue): string {
  const own = issue.code === 'custom' ? issue.params?.zh : undefined;
  if (typeof own === 'string') return own;
  const worded = chinese(issue as never);
  return (typeof worded === 'string' ? worded : worded?.message) ?? issue.message;
}
