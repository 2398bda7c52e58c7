import type { Client } from '@temporalio/client';
import type { Db } from '../db/connection.ts';
import type { Calendar } from '../domain/calendar.ts';

/** What commands need of the outside; made once by each process. */
export type CommandDeps = {
  readonly db: Db;
  readonly temporal: Client;
  readonly taskQueue: string;
  readonly calendar: Calendar;
  /** For tests: continue as new after so many events. */
  readonly continueAfterEvents?: number | undefined;
  /** Something that must not happen, for the log and the alarm; carries ids only. */
  readonly alarm: (what: string, details: Readonly<Record<string, unknown>>) => void;
};

/** A point at which a test may let the process die, by the variable CRASH_AT; does nothing otherwise. */
export function crashPoint(name: string): void {
  if (process.env.CRASH_AT === name) process.kill(process.pid, 'SIGKILL');
}
