import { isReviewingRole } from '../programme/facts.ts';
import type { Grant } from './access.ts';

/** The grants of a person in which one application could come to them a second time, beside one grant: one person reviews it once. */
export const meetingAgain = (grant: Grant, all: readonly Grant[]): readonly Grant[] =>
  all.filter((other) => mayMeet(grant, other));

/**
 * Whether both roles may handle one application: of one unit, of a unit and an office, or of two offices. What the notices give to one office may stay in
 * one hand, and an application has one unit.
 */
function mayMeet(one: Grant, other: Grant): boolean {
  if (!isReviewingRole(one.role) || !isReviewingRole(other.role)) return false;
  const bothOfUnits = [one, other].every(({ scope }) => scope.startsWith('unit:'));
  return bothOfUnits ? one.scope === other.scope && one.role !== other.role : one.scope !== other.scope;
}
