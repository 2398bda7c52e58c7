import { z } from 'zod';
import { levels } from '../../domain/programme/facts.ts';
import { confidences, provenances } from '../../domain/programme/reference-tables.ts';
import { isoDate, line, textSchema } from '../http/common-schemas.ts';

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

const cellView = z
  .object({
    value: z.string().nullable().meta({ description: 'What is printed, and nothing else.' }),
    provenance: z.enum(provenances),
    provenanceLabel: textSchema,
    inferred: z
      .object({ value: z.string(), confidence: z.enum(confidences), label: textSchema })
      .optional()
      .meta({ description: 'A guess at what the text lost; it decides nothing.' }),
    quality: z.literal('suspect').optional(),
    qualityLabel: textSchema.optional(),
  })
  .meta({ id: 'ReferenceCell' });

/** A printed table, with the provenance of each cell. */
const tableView = z
  .object({
    key: z.string(),
    name: textSchema,
    columns: z.array(z.object({ key: z.string(), name: textSchema })),
    rows: z.array(
      z.object({
        no: z.int(),
        office: z.string().nullable(),
        cells: z.record(z.string(), cellView),
        clauses: ids,
        readings: ids,
      }),
    ),
    clauses: ids,
  })
  .meta({ id: 'ReferenceTable' });

const windowSchema = z.object({
  key: z.string(),
  series: ids,
  levels: z.array(z.enum(levels)).optional(),
  committees: ids.optional(),
  tracks: ids.optional(),
  opens: isoDate,
  closes: isoDate,
  clauses: ids,
});

const notOffered = z
  .object({ levels: z.array(z.enum(levels)), message: textSchema, clauses: ids, readings: ids.optional() })
  .optional();

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
            notOffered,
            clauses: ids,
          }),
        ),
        notOffered,
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
    announced: z.array(
      z.object({
        key: z.string(),
        series: ids.optional(),
        committees: ids.optional(),
        clauses: ids,
        readings: ids.optional(),
      }),
    ),
    territories: z.array(z.object({ key: z.string(), name: textSchema })),
    committees: z.array(
      z.object({ id: z.string(), office: z.string(), name: textSchema, planRow: z.int().nullable(), clauses: ids }),
    ),
    tables: z.array(tableView),
    lists: z.array(
      z.object({
        key: z.string(),
        name: textSchema,
        items: z.array(z.string()),
        open: z.boolean(),
        copies: z.int().nullable(),
        clauses: ids,
      }),
    ),
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

/** The offices of a programme, with the clauses that establish them and the printed tables they come from. */
export const officeList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: textSchema,
        address: textSchema.nullable(),
        telephone: z.string().nullable(),
        committees: z.array(z.object({ id: z.string(), name: textSchema, planRow: z.int().nullable() })),
        seals: z.array(z.object({ employerClass: z.string(), clauses: ids })),
        provenance: z.array(clauseSchema),
      }),
    ),
    tables: z.array(tableView),
    nextCursor: z.null(),
  })
  .meta({ id: 'OfficeList' });
