import type { CaseHead } from '../../db/intent.ts';
import { type WorkflowClock, writeClock } from '../../db/worlds/worlds.ts';
import type { CommandDeps } from '../deps.ts';
import { fastForward } from './fast-forward.ts';

/** Moves the clock of a workflow to that of its world, just before its next intent, if the world was moved while the workflow had no deadline. */
export async function catchUp(
  deps: CommandDeps,
  head: Pick<CaseHead, 'no' | 'world' | 'worldOffsetMs' | 'startOffsetMs' | 'clockOffsetMs'>,
): Promise<void> {
  if (!head.world || head.clockOffsetMs === head.worldOffsetMs) return;
  await moveClock(deps, { no: head.no, startOffsetMs: head.startOffsetMs }, head.worldOffsetMs);
}

/** Moves a workflow's clock to the offset of its world. Business time is workflow time + the offset of its start; afterwards it is real time + the offset of the world. */
export async function moveClock(
  deps: CommandDeps,
  { no, startOffsetMs }: WorkflowClock,
  offsetMs: number,
): Promise<void> {
  await fastForward(deps.temporal, no, Date.now() + offsetMs - startOffsetMs);
  await writeClock(deps.db, no, offsetMs);
}
