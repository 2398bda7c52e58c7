import { z } from 'zod';
import clauseRows from './clauses.json' with { type: 'json' };

const passageSchema = z.string().min(1);

const clauseSchema = z.strictObject({
  id: z.string().regex(/^(LN|DL|LYG)-A?\d+(\.\d+)*-[a-z]$/),
  seed: z.enum(['liaoning-gxt-2024', 'dalian-2024', 'lianyungang-2024']),
  section: z.string().min(1),
  lines: z.tuple([z.int().positive(), z.int().positive()]).refine(([first, last]) => first <= last),
  quote: z.union([passageSchema, z.array(passageSchema).min(2)]),
  rule: z.strictObject({ zh: z.string().min(1).optional(), en: z.string().min(1) }),
  kind: z.enum([
    'eligibility',
    'routing',
    'window/deadline',
    'disclosure',
    'review',
    'attempts',
    'materials',
    'scoring',
    'publicity',
    'notice',
    'integrity',
    'records',
    'reference data',
  ]),
  handling: z.enum(['E', 'C', 'M', 'S']),
});

type ClauseRow = z.infer<typeof clauseSchema>;

/**
 * One printed rule of a notice: its exact text (`quote`, several passages when the rule is based on several), the first and last line of
 * `config/seeds/<seed>.txt` where it is printed (from 1), and what the software does with it: `E` enforces, `C` has a named person attest, `M` stores
 * as data, `S` shows as guidance.
 */
export type Clause = Readonly<Omit<ClauseRow, 'lines' | 'quote' | 'rule'>> & {
  readonly lines: readonly [number, number];
  readonly quote: string | readonly string[];
  readonly rule: Readonly<ClauseRow['rule']>;
};

function indexById(rows: readonly Clause[]): ReadonlyMap<string, Clause> {
  const byId = new Map<string, Clause>();
  for (const row of rows) {
    if (byId.has(row.id)) throw new Error(`Clause ${row.id} is listed twice in clauses.json`);
    byId.set(row.id, row);
  }
  return byId;
}

/** Every rule of the three notices by id, in printed order; validated when this module loads. */
export const clauses: ReadonlyMap<string, Clause> = indexById(z.array(clauseSchema).parse(clauseRows));

/** The rule with this id; throws for an unknown id, which is a mistake in the code that cites it. */
export function clause(id: string): Clause {
  const found = clauses.get(id);
  if (found === undefined) throw new Error(`Unknown clause id: ${id}`);
  return found;
}
