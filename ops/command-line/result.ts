import { inspect } from 'node:util';
import { EnvError } from '../../config/env/env.ts';
import { isUnavailable } from '../../db/connection.ts';
import { Usage } from './usage.ts';

/** Thrown if a command cannot be carried out; the message says why. Nothing was changed. */
export class NotDone extends Error {}

/** What a command printed, and how it ended: 0 done · 1 not done · 2 not understood, or settings missing · 3 no database. */
export type CommandResult = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command that answers with a text. */
export async function resultOf(command: () => Promise<string>): Promise<CommandResult> {
  try {
    return { code: 0, out: `${await command()}\n`, err: '' };
  } catch (error) {
    return { code: exitCodeOf(error), out: '', err: `${textOf(error)}\n` };
  }
}

/** Prints what a command told, and ends the process as it ended. */
export function print({ code, out, err }: CommandResult): void {
  process.stdout.write(out);
  process.stderr.write(err);
  process.exitCode = code;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof Usage || error instanceof EnvError) return 2;
  return isUnavailable(error) ? 3 : 1;
}

function textOf(error: unknown): string {
  const known = error instanceof NotDone || error instanceof Usage || error instanceof EnvError || isUnavailable(error);
  const nowhere = isUnavailable(error) || (error instanceof EnvError && error.variables.includes('DATABASE_URL'));
  const hint = nowhere ? '\nIf the service is not running: run npm start first, or set DATABASE_URL.' : '';
  return `${known && error instanceof Error ? error.message || String(error) : inspect(error)}${hint}`;
}
