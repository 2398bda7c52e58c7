/** What `parse` makes of a command line; what it throws becomes the error that `refuse` makes of its message. */
export function understood<T>(parse: () => T, refuse: (problem: string) => Error): T {
  try {
    return parse();
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
}
