import type { Role } from '../programme/facts.ts';
import type { Text } from '../text.ts';
import type { Counted } from './answer.ts';
import type { Askable } from './facts.ts';

/** The facts that a form contains and that conditions of applying use. */
export type FormFact = Extract<
  Askable,
  'heldTitle' | 'education' | 'examPassedOn' | 'examSpecialty' | 'continuingEducation' | 'achievements'
>;

/** The refusal code of a finding that is not met. */
export type RefusalOfFinding = 'NOT_ELIGIBLE' | 'NOT_OFFERED' | 'REFERRED_ELSEWHERE';

/** The result of one rule: its message, its outcome and what it counted; `code` is the refusal code when it is not met. */
export type Finding = {
  readonly clause: string;
  readonly outcome: 'met' | 'notMet' | 'needsAttestation' | 'notToldYet';
  readonly code: RefusalOfFinding;
  readonly message: Text;
  readonly readings: readonly string[];
  readonly attestedBy?: Role;
  /** The facts that must be stated before the rule can be evaluated. */
  readonly ask?: readonly Askable[];
  readonly counted?: Counted;
  readonly mustBeTold?: boolean;
  /** The fact of the form that it uses, if any. */
  readonly fact?: FormFact;
};
