import type { CaseHead } from '../../db/intents/intent.ts';
import { type WorkflowClock, writeClock } from '../../db/worlds/worlds.ts';
import type { CommandDeps } from '../deps.ts';
import { fastForward } from './fast-forward.ts';

/** Moves a workflow whose world went ahead while it had nothing to do, just before its next intent. */
export async function catchUp(
  deps: CommandDeps,
  head: Pick<CaseHead, 'no' | 'world' | 'worldOffsetMs' | 'startOffsetMs' | 'clockOffsetMs'>,
): Promise<void> {
  if (!head.world || head.clockOffsetMs === head.worldOffsetMs) return;
  await moveClock(deps, { no: head.no, startOffsetMs: head.startOffsetMs }, head.worldOffsetMs);
}

/** Moves a workflow's clock to its world's offset: business time = workflow time + the offset it was started with, and must become real time + the world's offset. */
export async function moveClock(
  deps: CommandDeps,
  { no, startOffsetMs }: WorkflowClock,
  offsetMs: number,
): Promise<void> {
  await fastForward(deps.temporal, no, Date.now() + offsetMs - startOffsetMs);
  await writeClock(deps.db, no, offsetMs);
}
