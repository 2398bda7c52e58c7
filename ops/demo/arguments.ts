import { parseArgs } from 'node:util';
import { understood } from '../command-line.ts';

/** What `npm run demo` was asked for. */
export type Wanted = { readonly base: string; readonly only: readonly number[] };

/** The command line cannot be understood; the message says how it is used. */
export class Usage extends Error {}

const USAGE = `npm run demo [-- --base URL] [--only N[,N…]]

  --base URL   where the service is (default: HOST and PORT, else http://127.0.0.1:3000)
  --only N     only these lives, 1 to 6`;

/** Reads the command line; `base` is taken where it names none. Throws `Usage`. */
export function readArguments(args: readonly string[], options: { base: string; lives: number }): Wanted {
  const { values } = parse(args);
  if (values.help) throw new Usage(USAGE);
  const base = values.base ?? options.base;
  if (!URL.canParse(base) || !/^https?:/.test(base)) throw new Usage(`--base ${base} is no http address\n\n${USAGE}`);
  const only = (values.only ?? []).flatMap((each) => each.split(',')).map(Number);
  const wrong = only.some((each) => !Number.isInteger(each) || each < 1 || each > options.lives);
  if (wrong) throw new Usage(`--only takes numbers from 1 to ${options.lives}\n\n${USAGE}`);
  return { base, only };
}

function parse(args: readonly string[]) {
  const parsed = () =>
    parseArgs({
      args: [...args],
      options: {
        base: { type: 'string' },
        only: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    });
  return understood(parsed, (problem) => new Usage(`${problem}\n\n${USAGE}`));
}
