import { parseArgs } from 'node:util';
import { understood } from '../command-line.ts';

/** What `npm run clauses` was asked to do. */
export type Wanted = { readonly do: 'help' | 'write' | 'check' | 'missing' };

/** How `npm run clauses` is used. */
export const USAGE = `npm run clauses                      writes docs/clauses.md: every printed rule, where it lives, the tests that name it
npm run clauses -- --check           writes nothing, and fails also where docs/clauses.md is out of date
npm run clauses -- --missing         lists what is missing, by programme

Exit code: 0 nothing is missing · 1 something is: a rule enforced or attested that no test names, a rule held as data or shown that
nothing names, an id no notice has, a page out of date · 2 not understood.`;

/** The command line cannot be understood; the message says what is wrong and how it is used. */
export class Usage extends Error {
  constructor(problem: string) {
    super(`${problem}\n\n${USAGE}`);
  }
}

/** Reads the command line; throws `Usage`. */
export function readArguments(args: readonly string[]): Wanted {
  const { help, check, missing } = parse(args);
  if (help) return { do: 'help' };
  if (check && missing) throw new Usage('One of --check and --missing');
  return { do: check ? 'check' : missing ? 'missing' : 'write' };
}

function parse(args: readonly string[]) {
  const parsed = () =>
    parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h' },
        check: { type: 'boolean' },
        missing: { type: 'boolean' },
      },
    }).values;
  return understood(parsed, (problem) => new Usage(problem));
}
