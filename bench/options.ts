import { parseArgs } from 'node:util';

/** How a run is made; times in seconds. */
export type Options = {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUp: number;
  readonly clients: number;
  /** Mails are recorded and not delivered, to see what delivering costs. */
  readonly withoutMails: boolean;
  /** A file for the figures as JSON; without it nothing is written. */
  readonly out: string | undefined;
  /** A folder for CPU profiles of the four programs, which cost some speed. */
  readonly profile: string | undefined;
};

/** What `npm run bench -- --help` prints. */
export const usage = `npm run bench -- [--rounds 5] [--seconds 20] [--warm-up 10] [--clients 16] [--without-mails] [--out FILE] [--profile FOLDER]`;

/** Reads the command line; null where help was asked for. Throws where it is wrong. */
export function readOptions(args: readonly string[]): Options | null {
  const text = (fallback?: string) => ({ type: 'string', ...(fallback ? { default: fallback } : {}) }) as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean' },
      rounds: text('5'),
      seconds: text('20'),
      'warm-up': text('10'),
      clients: text('16'),
      'without-mails': { type: 'boolean', default: false },
      out: text(),
      profile: text(),
    },
  });
  if (values.help) return null;
  return {
    rounds: whole('--rounds', values.rounds),
    seconds: whole('--seconds', values.seconds),
    warmUp: whole('--warm-up', values['warm-up']),
    clients: whole('--clients', values.clients),
    withoutMails: values['without-mails'],
    out: values.out,
    profile: values.profile,
  };
}

function whole(name: string, given: string | undefined): number {
  const value = Number(given);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`${name} must be a whole number above 0`);
}
