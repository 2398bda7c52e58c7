import type { Role } from '../programme/facts.ts';
import type { Text } from '../text.ts';
import type { Counted } from './answer.ts';
import type { Askable } from './facts.ts';

/** What a form says itself, and the rules of applying look at. */
export type FormFact = Extract<
  Askable,
  'heldTitle' | 'education' | 'examPassedOn' | 'examSpecialty' | 'continuingEducation' | 'achievements'
>;

/** How a finding that is not met is refused. */
export type RefusalOfFinding = 'NOT_ELIGIBLE' | 'NOT_OFFERED' | 'REFERRED_ELSEWHERE';

/** One rule looked at: what it asks, what came of it, and what it counted; `code` says how it is refused where it is not met. */
export type Finding = {
  readonly clause: string;
  readonly outcome: 'met' | 'notMet' | 'needsAttestation' | 'notToldYet';
  readonly code: RefusalOfFinding;
  readonly message: Text;
  readonly readings: readonly string[];
  readonly attestedBy?: Role;
  /** What must be told so that the rule can be looked at. */
  readonly ask?: readonly Askable[];
  readonly counted?: Counted;
  readonly mustBeTold?: boolean;
  /** What of a form it rests on, where a form says that. */
  readonly fact?: FormFact;
};
