import { isDeepStrictEqual } from 'node:util';

/** The events of a thing do not lead to the state that is written down: something else than a workflow is lost, and starting one would go on from a guess. */
export class TrailParted extends Error {
  override readonly name = 'TrailParted';
}

/** Throws unless two states are the same as they are stored. */
export function demandSameState(no: string, folded: unknown, stored: unknown): void {
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(folded)), JSON.parse(JSON.stringify(stored)))) return;
  throw new TrailParted(`the events of ${no} do not lead to the state that is written down`);
}
