import { parseArgs } from 'node:util';
import { Usage, understood } from '../command-line/usage.ts';
import type { Life } from './life.ts';

/** The lives by their names. */
type Lives = Readonly<Record<string, Pick<Life, 'title'>>>;

/** The command line of `npm run demo`: `help` is the text to print, `only` has the names of the lives to play, in their order. */
export type Wanted =
  | { readonly help: string }
  | { readonly help?: undefined; readonly base: string; readonly only: readonly string[] };

const COMMAND = 'npm run demo';

/** Reads the command line; `base` is used if it names no service. Throws `Usage`. */
export function readArguments(args: readonly string[], { base: usual, lives }: { base: string; lives: Lives }): Wanted {
  const { values } = parse(args);
  if (values.help) return { help: usageOf(lives) };
  const base = values.base ?? usual;
  if (!URL.canParse(base) || !/^https?:/.test(base)) throw new Usage(COMMAND, `--base ${base} is no http address`);
  const names = Object.keys(lives);
  const wanted = (values.only ?? []).flatMap((each) => each.split(',')).map((each) => nameOf(each.trim(), names));
  const unknown = wanted.findIndex((name) => !names.includes(name));
  if (unknown >= 0) throw new Usage(COMMAND, `There is no life "${wanted[unknown]}"; there are ${names.join(', ')}.`);
  return { base, only: names.filter((name) => wanted.length === 0 || wanted.includes(name)) };
}

/** A life may also be named by its number in the list. */
const nameOf = (given: string, names: readonly string[]): string =>
  /^\d+$/.test(given) ? (names[Number(given) - 1] ?? given) : given;

function usageOf(lives: Lives): string {
  const width = Math.max(...Object.keys(lives).map((name) => name.length));
  const rows = Object.entries(lives).map(([name, { title }]) => `  ${name.padEnd(width)} ${title.zh} / ${title.en}`);
  return `npm run demo [-- --base URL] [--only NAME[,NAME…]]

  --base URL    where the service is (default: HOST and PORT, else http://127.0.0.1:3000)
  --only NAME   only these lives, by name or by number
  --help        this

Lives:
${rows.join('\n')}

Exit code: 0 every life played ended as expected · 1 one did not · 2 not understood, or no service there.`;
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
  return understood(COMMAND, parsed);
}
