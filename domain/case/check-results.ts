import type { IsoDate } from '../calendar/dates.ts';
import type { Text } from '../text.ts';
import type { Actor } from './actor.ts';

/**
 * A decision that allows an application although another one holds what it claims: who decided it, when, and why; the reason is stored under the id
 * `text`.
 */
export type ClaimAllowance = {
  readonly override: string;
  readonly claims: readonly string[];
  readonly by: Actor;
  readonly decidedOn: IsoDate;
  readonly text: string;
  readonly textHash: string;
};

/** One document found in a dossier, in the order of the dossier. */
export type Delivered = { readonly key: string; readonly copies: number; readonly signed?: readonly string[] };

/** The contents of a received dossier and what is missing from it by the material rules; `of` is the content version it was compared with. */
export type DossierCheck = {
  readonly delivered: readonly Delivered[];
  readonly lacks: readonly MaterialFinding[];
  readonly of?: number;
};

/** The items whose reuse is not decided yet and those decided to be reused; `of` is the content version that was checked. */
export type ReuseCheck = {
  readonly undecided: readonly string[];
  readonly reused: readonly string[];
  readonly of?: number;
};

/** The status of the application when the integrity case was decided; `ended` is every end without a title. */
export type ApplicationStatus = 'running' | 'certified' | 'ended';

/** The integrity case that is about to be upheld, as the command queue of the application receives it. */
export type FraudFound = { readonly case: number; readonly clauses: readonly string[] };

/** Fraud proven in an application without a title; `standing` is the status of the application at that time. */
export type ProvenFraud = FraudFound & { readonly standing: ApplicationStatus };

/** The result of one rule for one item; `needsAttestation` means that a named person must still attest it. */
export type MaterialFinding = {
  readonly key: string;
  readonly clause: string;
  readonly readings: readonly string[];
  readonly item: string;
  readonly outcome: 'missing' | 'invalid' | 'warning' | 'needsAttestation' | 'ok';
  readonly message: Text;
};
