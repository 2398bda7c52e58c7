import { z } from 'zod';
import { isIsoDate } from '../../domain/calendar/dates.ts';
import { destinations, employerClasses, levels, roles, tracks } from '../../domain/programme/facts.ts';

/** A read-only list. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** A list with at least one item. */
export const someOf = <T extends z.ZodType>(item: T) => z.array(item).min(1).readonly();

export const textSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export const keySchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/);
export const dateSchema = z.string().refine(isIsoDate, 'not a date that exists');
export const daysSchema = z.int().min(1).max(366);
export const clausesSchema = list(z.string().min(1));
export const readingsSchema = list(z.string().regex(/^A-\d{2}$/)).optional();
export const roleSchema = z.enum(roles);
export const levelSchema = z.enum(levels);
export const trackSchema = z.enum(tracks);
export const employerClassSchema = z.enum(employerClasses);

/** The schema of a condition; a list that is given is not empty. */
export const conditionSchema = z.strictObject({
  series: someOf(keySchema).optional(),
  specialties: someOf(keySchema).optional(),
  levels: someOf(levelSchema).optional(),
  tracks: someOf(trackSchema).optional(),
  employerClasses: someOf(employerClassSchema).optional(),
  committees: someOf(keySchema).optional(),
  destinations: someOf(z.enum(destinations)).optional(),
});
