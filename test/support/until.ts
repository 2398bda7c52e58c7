import { waitFor } from '../../ops/servers/wait.ts';

/** Waits until a condition holds, asking again every 25 ms; throws with `what` when it does not within the time (ms). An error counts as not yet. */
export function until(what: string, holds: () => Promise<boolean> | boolean, withinMs = 20_000): Promise<true> {
  const ask = async () => ((await holds()) ? true : undefined);
  return waitFor(what, ask, { withinMs, everyMs: 25 });
}
