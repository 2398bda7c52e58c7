import type { ApplicationRow } from '../../db/applications/applications.ts';
import type { Asides } from '../../db/applications/asides.ts';
import type { Actor } from '../../domain/case/actor.ts';
import type { CaseState } from '../../domain/case/case.ts';
import type { ActInput, ActName } from '../../domain/case/commands/acts.ts';
import type { CommandData } from '../../domain/case/commands/commands.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ActRequest } from '../intents/act.ts';
import type { PreparingDeps } from './deps.ts';
import type { InForce } from './in-force.ts';

/** An action as the caller sent it. `id` becomes the id of whatever the action creates, so that a repeated request creates it once. */
export type Act = {
  readonly name: ActName;
  readonly input: ActInput;
  readonly id: string;
  readonly keyHash?: string;
  readonly fingerprint?: string;
  readonly expectedSeq?: number | undefined;
  readonly lane?: 'interactive' | 'bulk';
  /** The posting made and checked for several applications by a bulk request, or the one that an objection is raised on. */
  readonly posted?: string;
};

/** An action that is being prepared, with everything that was read for it. */
export type Subject = {
  readonly deps: PreparingDeps;
  readonly row: ApplicationRow;
  readonly state: CaseState;
  readonly inForce: InForce;
  readonly by: Actor;
  readonly act: Act;
  readonly asides: Partial<Asides>;
  /** Whether this is a first submission, which opens the case. */
  readonly first: boolean;
};

/** What one need adds to the request: data of the command, the plan, claims, and rows written with the intent. */
export type Gathered = Pick<ActRequest, 'plan' | 'claims' | 'keep'> & { readonly data?: CommandData };

/** Gathers one need of an action, or refuses. */
export type Gather = (subject: Subject) => Gathered | Refusal | Promise<Gathered | Refusal>;

/** A value that was read beside the application. The needs of the action decide what is read, so a missing one is a mistake of ours. */
export function asideOf<N extends keyof Asides>({ asides }: Pick<Subject, 'asides'>, name: N): Asides[N] {
  const value = asides[name];
  if (value === undefined) throw new Error(`${name} was not read`);
  return value as Asides[N];
}
