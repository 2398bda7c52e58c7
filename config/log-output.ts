import { type DestinationStream, pino } from 'pino';

/** After how many bytes, and at the latest after how many ms, log lines are written; and how many bytes wait at most while they cannot be written. */
const writtenAtOnce = 8_192;
const writtenEveryMs = 250;
const keptBytes = 1024 * 1024;

let dropped = 0;

/** How many log lines this process has dropped since it began, because they could not be written. */
export const droppedLogLines = (): number => dropped;

/**
 * Standard output for the log lines of a process, written in large pieces. pino writes the rest when the process ends, also by an error, but not when
 * it is killed. While it cannot be written (the disk is full) the last lines wait, those that find no room are dropped and counted, and the process goes
 * on: whoever fills a disk must not stop the service. A reader that went away (EPIPE) does not come back.
 */
export function logOutput(): DestinationStream {
  const output = pino.destination({
    dest: 1,
    sync: false,
    minLength: writtenAtOnce,
    periodicFlush: writtenEveryMs,
    maxLength: keptBytes,
  });
  let failing = false;
  let readerGone = false;
  output.on('drop', () => {
    dropped += 1;
  });
  output.on('error', (error: NodeJS.ErrnoException) => {
    readerGone ||= error.code === 'EPIPE';
    if (failing) return;
    failing = true;
    console.error(`the log cannot be written to standard output, lines are dropped: ${error.message}`);
  });
  output.on('write', () => {
    if (failing) console.error(`the log is written again; lines dropped since the process began: ${dropped}`);
    failing = false;
  });
  // Before pino's own listener, which would try to write the rest again and again.
  process.prependListener('exit', () => {
    if (failing) output.destroy();
  });
  const write = (line: string): void => {
    if (readerGone) dropped += 1;
    else output.write(line);
  };
  return { write };
}
