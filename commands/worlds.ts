import type { CaseHead } from '../db/commands.ts';
import { moveWorld, openIntentsOf, type Traveller, travellersOf, writeClock } from '../db/worlds.ts';
import type { CommandDeps } from './deps.ts';
import { fastForward } from './fast-forward.ts';

/** Moves a workflow whose world went ahead while it had nothing to do, just before its next intent. */
export async function catchUp(
  deps: CommandDeps,
  head: Pick<CaseHead, 'no' | 'world' | 'worldOffsetMs' | 'startOffsetMs' | 'clockOffsetMs'>,
): Promise<void> {
  if (!head.world || head.clockOffsetMs === head.worldOffsetMs) return;
  await moveClock(deps, { no: head.no, startOffsetMs: head.startOffsetMs }, head.worldOffsetMs);
}

/** What moving a world came to: there, or held by intents that cannot be finished yet. */
export type Moved =
  | { readonly status: 'moved'; readonly applications: number }
  | { readonly status: 'held'; readonly open: number };

/** How many workflows are moved at once. */
const abreast = 8;

/**
 * Moves a clock world forward to an instant (business epoch ms): finishes its open intents, writes its new offset, then fast-forwards the
 * workflows that have a deadline before it. The others catch up just before their next intent.
 */
export async function advanceWorld(
  deps: CommandDeps,
  world: string,
  target: { toMs: number; finish: (no: string) => Promise<void> },
): Promise<Moved> {
  for (const no of await openIntentsOf(deps.db, world)) await target.finish(no);
  const open = await openIntentsOf(deps.db, world);
  if (open.length > 0) return { status: 'held', open: open.length };
  const offsetMs = await moveWorld(deps.db, world, target.toMs);
  const travellers = await travellersOf(deps.db, world, target.toMs);
  const queue = [...travellers];
  const walkers = Array.from({ length: abreast }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await moveClock(deps, next, offsetMs);
  });
  await Promise.all(walkers);
  return { status: 'moved', applications: travellers.length };
}

/** Business time = workflow time + the offset it was started with; it must become real time + the world's offset. */
async function moveClock(deps: CommandDeps, { no, startOffsetMs }: Traveller, offsetMs: number): Promise<void> {
  await fastForward(deps.temporal, no, Date.now() + offsetMs - startOffsetMs);
  await writeClock(deps.db, no, offsetMs);
}
