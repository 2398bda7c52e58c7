import { z } from 'zod';
import { text } from '../../../domain/text.ts';
import { badRequest } from '../errors.ts';

/** How many rows a page has by default. */
export const usualLimit = 50;

/** The query parameter for the length of a page. */
export const pageLimit = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .refine((limit) => limit >= 1 && limit <= 200, { error: 'must be from 1 to 200', params: { zh: '须为1至200' } })
  .optional()
  .meta({ override: { type: 'integer', minimum: 1, maximum: 200, default: 50 } });

/** The query parameter for the next page: the cursor from the previous one. */
export const pageCursor = z
  .string()
  .regex(/^[\w-]{1,400}$/)
  .optional();

/** An opaque cursor for the position after a row. */
const cursorOf = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');

/** A part of a place; an `id` is a UUID. */
type Part = 'string' | 'number' | 'id';

/** The position in a cursor, by the types of its parts; throws a 400 for a cursor that is not ours. */
export function placeOf(cursor: string, shape: readonly Part[]): readonly (string | number)[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && place.length === shape.length && shape.every((type, at) => fits(place[at], type))) {
      return place;
    }
  } catch {
    // Not ours, as below.
  }
  throw badRequest('INVALID_QUERY', text('游标不正确。', 'The cursor is not one of ours.'), [
    { path: '?cursor', message: text('不正确', 'not right') },
  ]);
}

function fits(value: unknown, type: Part): boolean {
  if (type === 'number') return Number.isSafeInteger(value);
  if (type === 'id') return z.guid().safeParse(value).success;
  return typeof value === 'string' && value.length <= 64 && value.isWellFormed() && !value.includes('\0');
}

/** A page made of a list with one row more than the limit. */
export function pageOf<T>(rows: readonly T[], limit: number, placeAfter: (row: T) => readonly (string | number)[]) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last ? cursorOf(placeAfter(last)) : null };
}
