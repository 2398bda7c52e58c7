import { setTimeout as pause } from 'node:timers/promises';
import pMap from 'p-map';
import { clocksBehind, moveWorld, openIntentsOf } from '../../db/worlds/worlds.ts';
import { sharedConcurrency } from '../concurrency.ts';
import type { CommandDeps } from '../deps.ts';
import { lapse } from '../intents/lapse.ts';
import { sweepReminders } from '../sweep-reminders.ts';
import { moveClock } from './catch-up.ts';

/** What moving a world came to: there, or held by intents that cannot be finished yet. */
export type MoveResult =
  | { readonly status: 'moved'; readonly applications: number }
  | { readonly status: 'held'; readonly open: number };

/**
 * Moves a clock world forward to an instant (business epoch ms): finishes its open intents, writes its new offset, then fast-forwards the
 * workflows that have a deadline before it. The others catch up just before their next intent. Reminders whose day it passes or comes to are told.
 */
export async function advanceWorld(
  deps: CommandDeps,
  world: string,
  target: { toMs: number; finish: (no: string) => Promise<void> },
): Promise<MoveResult> {
  for (const no of await openIntentsOf(deps.db, world)) await target.finish(no);
  const open = await openIntentsOf(deps.db, world);
  if (open.length > 0) return { status: 'held', open: open.length };
  // What would be told on the way is told before the case goes on; what the way leads to is told after it.
  await sweepReminders(deps, { world, untilMs: target.toMs });
  const offsetMs = await moveWorld(deps.db, world, target.toMs);
  const travellers = await clocksBehind(deps.db, world, target.toMs);
  await pMap(travellers, (one) => moveClock(deps, one, offsetMs), sharedConcurrency);
  // A timer due at the very instant of arrival may not have rung yet: what is still due is asked for here, as the timer would.
  for (const { no } of await clocksBehind(deps.db, world, target.toMs)) await lapse(deps, no, (ms) => pause(ms));
  await sweepReminders(deps, { world });
  return { status: 'moved', applications: travellers.length };
}
