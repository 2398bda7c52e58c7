import { parseArgs } from 'node:util';
import { Usage, understood } from '../command-line/usage.ts';

/** The command line of `npm run clauses`. */
export type Wanted =
  | { readonly do: 'help' | 'write' | 'check' | 'missing' }
  | { readonly do: 'switchOff'; readonly only: readonly string[] };

/** How `npm run clauses` is used. */
export const USAGE = `npm run clauses                      writes docs/clauses.md: every printed rule, where it lives, the tests that name it
npm run clauses -- --check           writes nothing, and fails also where docs/clauses.md is out of date
npm run clauses -- --missing         lists what is missing, by programme
npm run clauses -- --switch-off      switches off each enforced rule in turn and runs the pure tests that name it, which must fail
                   --only LN-4.3-a,… only these

Exit code: 0 nothing is missing · 1 something is: a rule that no data or code names, a rule enforced or attested that no test names, one that
is enforced only by a paper or a word without a test that sees an act refused,
an id no notice has, a page out of date, a rule switched off without a test noticing · 2 not understood.`;

const COMMAND = 'npm run clauses';

/** Reads the command line; throws `Usage`. */
export function readArguments(args: readonly string[]): Wanted {
  const { help, check, missing, 'switch-off': switchOff, only = [] } = parse(args);
  if (help) return { do: 'help' };
  if ([check, missing, switchOff].filter(Boolean).length > 1)
    throw new Usage(COMMAND, 'One of --check, --missing, --switch-off');
  if (only.length > 0 && !switchOff) throw new Usage(COMMAND, '--only goes with --switch-off');
  if (switchOff) return { do: 'switchOff', only: only.flatMap((each) => each.split(',')).filter(Boolean) };
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
        'switch-off': { type: 'boolean' },
        only: { type: 'string', multiple: true },
      },
    }).values;
  return understood(COMMAND, parsed);
}
