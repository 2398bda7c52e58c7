import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

/** The workflow of a worker without our key: it answers every update of an application with the same made-up result. */
export async function application(): Promise<void> {
  const reply = { events: [], snapshot: { seq: 1 }, deadlines: [], warnings: [], claimsEnded: [], timelineVersion: 1 };
  setHandler(defineUpdate<object>('act'), () => reply);
  await condition(() => false);
}
