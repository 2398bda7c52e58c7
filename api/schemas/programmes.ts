import { z } from 'zod';
import { levels } from '../../domain/facts.ts';
import { isoDate, line, textSchema } from './common.ts';

/** The id in the path of a programme. */
export const programmeParams = z.object({ id: z.string().max(80) });
/** The ids in the path of a clause. */
export const clauseParams = z.object({ id: z.string().max(80), clause: line(40) });

const ids = z.array(z.string());
const summary = { id: z.string(), version: z.int(), year: z.int(), name: textSchema, authority: textSchema };

/** A list without more pages. */
export const programmeList = z
  .object({ items: z.array(z.object(summary)), nextCursor: z.null() })
  .meta({ id: 'ProgrammeList' });

const windowSchema = z.object({
  key: z.string(),
  series: ids,
  levels: z.array(z.enum(levels)).optional(),
  opens: isoDate,
  closes: isoDate,
  clauses: ids,
});

/** A programme as the public sees it. */
export const programmeSchema = z
  .object({
    ...summary,
    source: z.string(),
    office: z.string(),
    series: z.array(
      z.object({
        key: z.string(),
        name: textSchema,
        levels: z.array(z.enum(levels)),
        specialties: z.array(
          z.object({
            key: z.string(),
            name: textSchema,
            class: z.string(),
            levels: z.array(z.enum(levels)).optional(),
            clauses: ids,
          }),
        ),
        notOffered: z
          .object({ levels: z.array(z.enum(levels)), message: textSchema, clauses: ids, readings: ids })
          .optional(),
      }),
    ),
    timelineVersion: z.int(),
    windows: z.array(windowSchema),
    cutOffs: z.array(z.object({ key: z.string(), series: ids, date: isoDate, clauses: ids })),
    stages: z.array(
      z.object({
        key: z.string(),
        kind: z.string(),
        name: textSchema,
        role: z.string().nullable(),
        clauses: ids,
        readings: ids,
      }),
    ),
    outcomes: z.record(z.string(), z.object({ label: textSchema, clauses: ids, readings: ids.optional() })),
    clauses: ids,
  })
  .meta({ id: 'Programme' });

/** Where a rule is printed. */
export const clauseSchema = z
  .object({
    id: z.string(),
    seed: z.string(),
    section: z.string(),
    lines: z.array(z.int()).length(2),
    quote: z.array(z.string()),
    rule: z.object({ zh: z.string().optional(), en: z.string() }),
    kind: z.string(),
    handling: z.enum(['E', 'C', 'M', 'S']),
    handlingLabel: textSchema,
  })
  .meta({ id: 'Clause' });

/** Reference rows, each cell with the rules it rests on. */
export const officeList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: textSchema,
        address: textSchema.nullable(),
        seals: z.array(z.object({ employerClass: z.string(), clauses: ids })),
        provenance: z.array(clauseSchema),
      }),
    ),
    nextCursor: z.null(),
  })
  .meta({ id: 'OfficeList' });
