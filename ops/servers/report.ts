/** Prints the progress of a program: each step with its duration, and a moving sign while it takes long. */
export type Report = {
  /** Runs a step and prints its duration; `note` changes what is shown while it runs and at its end. */
  readonly step: <T>(name: string, run: (note: (text: string) => void) => Promise<T>) => Promise<T>;
  readonly line: (text: string) => void;
};

const MOVE_EVERY_MS = 1_000;
const MOVE_EVERY_MS_WITHOUT_TERMINAL = 15_000;

/** A report on a stream: on a terminal a line that changes, elsewhere a new line from time to time. */
export function createReport(out: NodeJS.WriteStream = process.stdout): Report {
  const terminal = out.isTTY === true;
  const line = (text: string) => void out.write(`${terminal ? '\r\x1b[K' : ''}${text}\n`);
  const step: Report['step'] = async (name, run) => {
    const begun = performance.now();
    let detail = '';
    const text = () => `${name}${detail ? ` (${detail})` : ''}`;
    const move = () => {
      if (terminal) out.write(`\r\x1b[K  … ${text()} ${duration(begun)}`);
      else line(`  … ${text()} ${duration(begun)}`);
    };
    const moving = setInterval(move, terminal ? MOVE_EVERY_MS : MOVE_EVERY_MS_WITHOUT_TERMINAL);
    if (terminal) move();
    try {
      const result = await run((words) => {
        detail = words;
      });
      line(`  ✓ ${text()} ${duration(begun)}`);
      return result;
    } catch (error) {
      line(`  ✗ ${text()} ${duration(begun)}`);
      throw error;
    } finally {
      clearInterval(moving);
    }
  };
  return { step, line };
}

/** A report that prints nothing, for tests. */
export const silentReport: Report = { step: (_name, run) => run(() => {}), line: () => {} };

function duration(begun: number): string {
  const seconds = (performance.now() - begun) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}
