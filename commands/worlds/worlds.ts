import { setTimeout as pause } from 'node:timers/promises';
import pMap from 'p-map';
import { clocksBehind, moveWorld, openIntentsOf } from '../../db/worlds/worlds.ts';
import type { CommandDeps } from '../deps.ts';
import { lapse } from '../intents/lapse.ts';
import { sharedConcurrency } from '../limits.ts';
import { sweepReminders } from '../sweep-reminders.ts';
import { moveClock } from './catch-up.ts';

/** The result of moving a world: it has moved, or intents that cannot be finished yet hold it. */
export type MoveResult =
  | { readonly status: 'moved'; readonly applications: number }
  | { readonly status: 'held'; readonly open: number };

/**
 * Moves a clock world forward to an instant (business epoch ms): finishes its open intents, writes its new offset, then fast-forwards the
 * workflows that have a deadline before it. The others catch up just before their next intent. Notices are made of all reminders due by then.
 */
export async function advanceWorld(
  deps: CommandDeps,
  world: string,
  target: { toMs: number; finish: (no: string) => Promise<void> },
): Promise<MoveResult> {
  for (const no of await openIntentsOf(deps.db, world)) await target.finish(no);
  const open = await openIntentsOf(deps.db, world);
  if (open.length > 0) return { status: 'held', open: open.length };
  // Reminders of the time that is skipped come before the deadlines lapse; those that follow from the lapses come at the end.
  await sweepReminders(deps, { world, untilMs: target.toMs });
  const offsetMs = await moveWorld(deps.db, world, target.toMs);
  const behind = await clocksBehind(deps.db, world, target.toMs);
  await pMap(behind, (one) => moveClock(deps, one, offsetMs), sharedConcurrency);
  // A timer due at exactly this instant may not have fired yet, so a lapse that is still due is recorded here, as the timer would do it.
  for (const { no } of await clocksBehind(deps.db, world, target.toMs)) await lapse(deps, no, (ms) => pause(ms));
  await sweepReminders(deps, { world });
  return { status: 'moved', applications: behind.length };
}
