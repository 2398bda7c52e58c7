import type { CommandDeps } from '../../commands/deps.ts';
import { runCourier } from '../../commands/intents/courier.ts';

/** Runs a courier beside a test; the function that is returned ends it. */
export function startCourier(deps: CommandDeps): () => Promise<void> {
  const stop = new AbortController();
  const courier = runCourier(deps, stop.signal);
  return async () => {
    stop.abort();
    await courier;
  };
}
