import { parseArgs } from 'node:util';
import { programme as programmeOf, programmes } from '../../config/programmes.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { Usage, understood } from '../command-line/usage.ts';

const COMMAND = 'npm run season';

/** The options of a season. */
export type SeasonOptions = {
  readonly programme: Programme;
  readonly applications: number;
  readonly seed: number;
  /** How many applications are played at once. */
  readonly concurrency: number;
};

/** What `npm run season -- --help` prints. */
export const usage = `npm run season -- <programme> [--applications 200] [--seed 7] [--concurrency 16]

Plays a whole season of one programme on servers of its own, with a real worker: each application in a clock world of its own,
moved only to its own next event. Who applies, and what each office decides and when, depends only on the seed. Prints the
outcomes, checks what must hold of every application, and removes everything again.

  npm run season -- liaoning-diit-2024 --applications 200 --seed 7

Exit code: 0 every invariant holds · 1 one does not · 2 not understood.`;

/** Reads the command line; null for `--help`. Throws `Usage`. */
export function readOptions(args: readonly string[]): SeasonOptions | null {
  const text = (fallback: string) => ({ type: 'string', default: fallback }) as const;
  const { values, positionals } = understood(COMMAND, () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        applications: text('200'),
        seed: text('7'),
        concurrency: text('16'),
      },
    }),
  );
  if (values.help) return null;
  const [id, ...more] = positionals;
  const programme = id === undefined ? undefined : programmeOf(id);
  if (!programme || more.length > 0)
    throw new Usage(COMMAND, `name one programme; there are ${[...programmes.keys()].join(', ')}`);
  return {
    programme,
    applications: whole('--applications', values.applications),
    seed: whole('--seed', values.seed),
    concurrency: whole('--concurrency', values.concurrency),
  };
}

function whole(name: string, given: string): number {
  const value = Number(given);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Usage(COMMAND, `${name} must be a whole number above 0`);
}
