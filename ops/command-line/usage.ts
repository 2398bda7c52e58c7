/** Thrown for a wrong command line: says what is wrong, then how to get help. */
export class Usage extends Error {
  constructor(command: string, problem: string) {
    super(`${problem}\nHow it is used: ${command} -- --help`);
  }
}

/** The result of `parse` on the command line of a command; throws `Usage` with the message of what it throws. */
export function understood<T>(command: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new Usage(command, error instanceof Error ? error.message : String(error));
  }
}

/** What `read` makes of the command line of this process; ends it with 2 where that is wrong. */
export function asked<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}
