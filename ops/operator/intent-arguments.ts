import { parseArgs } from 'node:util';
import { isVisible, plainText } from '../../domain/plain-text.ts';
import { Usage, understood } from '../command-line/usage.ts';

/** The command line of `npm run intent`. */
export type Wanted =
  | { readonly do: 'help' }
  | { readonly do: 'list' }
  | { readonly do: 'lost' }
  | { readonly do: 'rebuild'; readonly no: string; readonly replace: boolean }
  | { readonly do: 'show'; readonly id: string }
  | { readonly do: 'retry'; readonly id: string }
  | {
      readonly do: 'refuse';
      readonly id: string;
      readonly by: string;
      readonly reason: string;
      readonly unchecked: boolean;
    };

const COMMAND = 'npm run intent';
const wrong = (problem: string) => new Usage(COMMAND, problem);

/** How `npm run intent` is used. */
export const USAGE = `npm run intent -- show                     the open intents, the oldest first
npm run intent -- show <id>                one intent, open or finished; never the contents of its argument
npm run intent -- retry <id>               makes it due now, for the courier of any running worker
npm run intent -- refuse <id> --reason "…" --by <who>
                                           refuses it for good, so that the next of its case is decided; who and why are kept, encrypted
npm run intent -- lost                     the open cases whose workflow ended by force or is missing
npm run intent -- rebuild <no>             starts the workflow of an open case again, in the state its events lead to

  --replace     with rebuild: first ends a workflow that runs under the number, one that was reset or answers wrongly.
  --unchecked   refuse although the application's workflow cannot say whether it has accepted the intent. If it has,
                its read model and the workflow differ from then on: use this only when the workflow is gone.

Try "retry" first. "refuse" is for an intent that can never be decided; it cannot be taken back.

The service is found by DATABASE_URL, TEMPORAL_ADDRESS, DATA_KEYS and IDENTITY_KEY; where DATABASE_URL is not set, by the data
folder (DATA_DIR, else .data) of an "npm start" that runs.

Exit code: 0 done · 1 not done (no such intent, settled already, accepted by its workflow) · 2 not understood, or settings missing
· 3 the database cannot be reached.`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MAX_REASON = 2_000;
const MAX_BY = 200;

/** Reads the command line; throws `Usage`. */
export function readArguments(args: readonly string[]): Wanted {
  const { values, positionals } = parse(args);
  const [verb, id, ...more] = positionals;
  if (values.help || (verb === undefined && args.length === 0)) return { do: 'help' };
  if (more.length > 0) throw wrong(`"${more.join(' ')}" is too much; put the reason into quotation marks`);
  if (verb !== 'rebuild' && values.replace) throw wrong('--replace goes with rebuild only');
  if (verb !== 'show' && verb !== 'retry' && verb !== 'refuse' && verb !== 'lost' && verb !== 'rebuild')
    throw wrong(`"${verb ?? ''}" is none of show, retry, refuse, lost, rebuild`);
  if (verb !== 'refuse' && (values.by !== undefined || values.reason !== undefined || values.unchecked)) {
    throw wrong('--by, --reason and --unchecked go with refuse only');
  }
  if (verb === 'show' && id === undefined) return { do: 'list' };
  if (verb === 'lost' && id === undefined) return { do: 'lost' };
  if (verb === 'lost') throw wrong('lost takes nothing more');
  if (verb === 'rebuild') {
    if (id === undefined) throw wrong('rebuild needs the number of a case; "lost" lists them');
    return { do: 'rebuild', no: id, replace: values.replace ?? false };
  }
  if (id === undefined) throw wrong(`${verb} needs the id of an intent; "show" lists them`);
  if (!UUID.test(id)) throw wrong(`"${id}" is not the id of an intent; "show" lists them`);
  if (verb !== 'refuse') return { do: verb, id };
  const by = stated('by', values.by, MAX_BY);
  return {
    do: 'refuse',
    id,
    by,
    reason: stated('reason', values.reason, MAX_REASON),
    unchecked: values.unchecked ?? false,
  };
}

function stated(name: string, value: string | undefined, maxLength: number): string {
  const text = plainText(value ?? '').trim();
  if (!isVisible(text)) throw wrong(`refuse needs --${name}`);
  if (text.length > maxLength) throw wrong(`--${name} is longer than ${maxLength} characters`);
  return text;
}

function parse(args: readonly string[]) {
  const parsed = () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        by: { type: 'string' },
        reason: { type: 'string' },
        unchecked: { type: 'boolean' },
        replace: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  return understood(COMMAND, parsed);
}
