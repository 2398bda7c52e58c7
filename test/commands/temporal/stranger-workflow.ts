import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

/** What somebody without our key has his own worker answer for an application, whatever was asked. */
export async function application(): Promise<void> {
  const reply = { events: [], snapshot: { seq: 1 }, deadlines: [], warnings: [], claimsEnded: [], timelineVersion: 1 };
  setHandler(defineUpdate<object>('act'), () => reply);
  await condition(() => false);
}
