/** Keeps a process running when what it prints cannot be written: its terminal or pipe was closed, or the disk is full. */
export function outliveOutput(streams: readonly NodeJS.WriteStream[] = [process.stdout, process.stderr]): void {
  for (const stream of streams) stream.on('error', () => {});
}
