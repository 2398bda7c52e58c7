import { condition, setHandler } from '@temporalio/workflow';
import { bareUpdate } from './messages.ts';

/** A workflow that does nothing but take updates: no rule, no timer, no activity. */
export async function bare(): Promise<void> {
  let taken = 0;
  setHandler(bareUpdate, () => {
    taken += 1;
    return { taken };
  });
  await condition(() => taken < 0);
}
