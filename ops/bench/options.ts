import { parseArgs } from 'node:util';
import { Usage, understood } from '../command-line/usage.ts';

const COMMAND = 'npm run bench';

/** The options of a run; times in seconds. */
export type Options = {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUp: number;
  readonly clients: number;
  /** Notices are recorded and no mail is sent, to see what sending costs. */
  readonly withoutMails: boolean;
  /** A file for the figures as JSON; without it nothing is written. */
  readonly out: string | undefined;
  /** A folder for CPU profiles of the four programs; profiling slows them a little. */
  readonly profile: string | undefined;
  /** Instead of the comparison: a cohort with one deadline. */
  readonly deadline: DeadlineOptions | null;
  /** Instead of the comparison: how many polls a second the API answers. */
  readonly polls: boolean;
  /** Instead of the comparison: how long the experts of a big session take to vote. */
  readonly ballots: boolean;
  /** Instead of the comparison: memory with so many open cases. */
  readonly memory: number | null;
};

/** The options of the run with one deadline; times in seconds. */
export type DeadlineOptions = {
  /** How many applications share the deadline. */
  readonly cases: number;
  /** The longest spread of their wake-ups. Default: as many wake a second as when 5,000 wake over ten minutes. */
  readonly spread: number;
  /** Actions a second on other cases, before the deadline and after it. */
  readonly rate: number;
  /** How long only these are measured before the deadline. */
  readonly idle: number;
};

/** What `npm run bench -- --help` prints. */
export const usage = `npm run bench -- [--rounds 5] [--seconds 20] [--warm-up 10] [--clients 16] [--without-mails] [--out FILE] [--profile FOLDER]
npm run bench -- --deadline 500 [--spread 60] [--rate 10] [--idle 40] [--out FILE]   a cohort that falls due in one instant
npm run bench -- --polls [--rounds 5] [--seconds 20] [--clients 16] [--out FILE]   polls of a status, by one API process and by two
npm run bench -- --ballots [--out FILE]   17 experts vote at once on 300 applications, and the count
npm run bench -- --memory 2000 [--out FILE]   memory just ready, with half of so many open cases and with all, and actions on cases outside the worker's cache

Exit code: 0 measured · 1 votes were lost, or took more than a minute · 2 not understood.`;

/** Reads the command line; null for `--help`. Throws `Usage`. */
export function readOptions(args: readonly string[]): Options | null {
  const text = (fallback?: string) => ({ type: 'string', ...(fallback ? { default: fallback } : {}) }) as const;
  const { values } = understood(COMMAND, () =>
    parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h' },
        rounds: text('5'),
        seconds: text('20'),
        'warm-up': text('10'),
        clients: text('16'),
        'without-mails': { type: 'boolean', default: false },
        out: text(),
        profile: text(),
        deadline: text(),
        memory: text(),
        spread: text(),
        rate: text('10'),
        idle: text('40'),
        polls: { type: 'boolean', default: false },
        ballots: { type: 'boolean', default: false },
      },
    }),
  );
  if (values.help) return null;
  return {
    rounds: whole('--rounds', values.rounds),
    seconds: whole('--seconds', values.seconds),
    warmUp: whole('--warm-up', values['warm-up']),
    clients: whole('--clients', values.clients),
    withoutMails: values['without-mails'],
    out: values.out,
    profile: values.profile,
    deadline: values.deadline === undefined ? null : deadlineOf(values),
    polls: values.polls,
    ballots: values.ballots,
    memory: values.memory === undefined ? null : whole('--memory', values.memory),
  };
}

type DeadlineValues = Readonly<Partial<Record<'deadline' | 'spread' | 'rate' | 'idle', string | undefined>>>;

/** Ten minutes for 5,000, and in proportion. */
const casesASecond = 5_000 / 600;

function deadlineOf({ deadline, spread, rate, idle }: DeadlineValues): DeadlineOptions {
  const cases = whole('--deadline', deadline);
  return {
    cases,
    spread: whole('--spread', spread ?? String(Math.ceil(cases / casesASecond))),
    rate: whole('--rate', rate),
    idle: whole('--idle', idle),
  };
}

function whole(name: string, given: string | undefined): number {
  const value = Number(given);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Usage(COMMAND, `${name} must be a whole number above 0`);
}
