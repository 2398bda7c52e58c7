/** The result of `parse` on a command line; if it throws, the error that `refuse` makes of the message is thrown. */
export function understood<T>(parse: () => T, refuse: (problem: string) => Error): T {
  try {
    return parse();
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
}
