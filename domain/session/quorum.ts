import type { Share } from '../programme/stages/session.ts';

/** Whether enough of the members are present: at least the share, in whole numbers (`3 × present ≥ 2 × members` for two thirds; A-37). */
export const hasQuorum = (share: Share, { present, members }: { readonly present: number; readonly members: number }) =>
  members > 0 && share.of * present >= share.parts * members;

/** The least number of members who must be present. */
export const leastPresent = (share: Share, members: number): number => Math.ceil((share.parts * members) / share.of);
