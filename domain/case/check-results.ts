import type { IsoDate } from '../calendar/dates.ts';
import type { Text } from '../text.ts';
import type { Actor } from './actor.ts';

/** That an application may be made although another holds what it claims: who decided it, when, and why, behind the id `text`. */
export type ClaimAllowance = {
  readonly override: string;
  readonly claims: readonly string[];
  readonly by: Actor;
  readonly decidedOn: IsoDate;
  readonly text: string;
  readonly textHash: string;
};

/** What somebody found in a dossier, in the order in which it lies there. */
export type Delivered = { readonly key: string; readonly copies: number; readonly signed?: readonly string[] };

/** What whoever receives a dossier found in it and what it lacks by the material rules; `of` is the content version whose list it was compared with. */
export type DossierCheck = {
  readonly delivered: readonly Delivered[];
  readonly lacks: readonly MaterialFinding[];
  readonly of?: number;
};

/** What still needs a person's decision, and what was decided to be used again, by item; `of` is the content version that was looked at. */
export type ReuseCheck = {
  readonly undecided: readonly string[];
  readonly reused: readonly string[];
  readonly of?: number;
};

/** What the application had come to when the case was decided: `ended` is every end without a title. */
export type ApplicationStatus = 'running' | 'certified' | 'ended';

/** What the line of an application is told of a case that is about to be upheld. */
export type FraudFound = { readonly case: number; readonly clauses: readonly string[] };

/** Fraud in an application without a title, and whether it was this that ended its road. */
export type ProvenFraud = FraudFound & { readonly standing: ApplicationStatus };

/** What came of one rule for one item; `needsAttestation` waits for a named person. */
export type MaterialFinding = {
  readonly key: string;
  readonly clause: string;
  readonly readings: readonly string[];
  readonly item: string;
  readonly outcome: 'missing' | 'invalid' | 'warning' | 'needsAttestation' | 'ok';
  readonly message: Text;
};
