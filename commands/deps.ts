import type { Client } from '@temporalio/client';
import type { Db } from '../db/connection.ts';
import type { Calendar } from '../domain/calendar/working-days.ts';

/** What commands need of the outside; made once by each process. */
export type CommandDeps = {
  readonly db: Db;
  readonly temporal: Client;
  readonly taskQueue: string;
  readonly calendar: Calendar;
  /** The longest time by which a case wakes after its deadline, ms; unset: the usual one, and none in clock worlds. */
  readonly longestWakeSpreadMs?: number | undefined;
  /** For tests: continue as new after so many events. */
  readonly continueAfterEvents?: number | undefined;
  /** For tests: the crash point at which this process dies. */
  readonly crashAt?: string | undefined;
  /** Something that must not happen, for the log and the alarm; carries ids only. */
  readonly reportAnomaly: (what: string, details: Readonly<Record<string, unknown>>) => void;
};

/** The steps after which a process may die; each has a test of what must hold then. */
export type CrashPoint =
  | 'before-intent'
  | 'after-intent'
  | 'after-decide'
  | 'after-outcome'
  | 'after-lapse-intent'
  | 'after-lapse';

/** Lets the process die here where a test asked for it; does nothing otherwise. */
export function crashPoint({ crashAt }: Pick<CommandDeps, 'crashAt'>, point: CrashPoint): void {
  if (crashAt === point) process.kill(process.pid, 'SIGKILL');
}
