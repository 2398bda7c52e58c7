import type { ActInput } from '../../domain/case/commands/acts.ts';
import type { CommandData, CommandName } from '../../domain/case/commands/commands.ts';
import type { ApplicantFacts, Role } from '../../domain/programme/facts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Text } from '../../domain/text.ts';

/** A deadline that must then run: its key, its last day, and clauses that it must name. */
export type Due = { readonly key: string; readonly due: string; readonly clauses: readonly string[] };

/** What must be seen after a step. */
export type Seen = {
  /** Where the application is: its outcome, else its stage, with the phase where that is more than `open`. */
  readonly place?: string;
  readonly due?: Due;
  /** The last day for objections to what was posted. */
  readonly lastDay?: string;
  readonly attempts?: { readonly used: number; readonly max: number };
  /** The moment as of which it has ended. */
  readonly endedAt?: string;
  /** The one warning that comes with a posting: its clauses, and the day that its words name. */
  readonly warning?: { readonly code: string; readonly clauses: readonly string[]; readonly day: string };
};

/** Why a step must be refused; `status` is that over HTTP. */
export type Refused = {
  readonly status?: number;
  readonly code: string;
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** What belongs to any step: when it is, by the wall clock in Beijing, if not right after the step before; and what to say of it to whoever looks on. */
type Moment = { readonly at?: string; readonly note?: Text };

/** Somebody acts: `data` is what the person says, `found` what the service finds out by itself when it is asked over HTTP. */
export type Act = Moment & {
  readonly does: CommandName;
  readonly role: Role;
  readonly data?: ActInput;
  readonly found?: CommandData;
  readonly sees?: Seen;
  readonly refused?: Refused;
};

/** Time alone passes. */
export type Passes = Moment & { readonly at: string; readonly passes: Text; readonly sees?: Seen };

/** The applicant changes these parts of the form. */
type Corrects = Moment & { readonly corrects: Readonly<Record<string, unknown>> };

export type Step = Act | Passes | Corrects;

/** The life of one application: who applies for what, and who does what at which moment until it has ended. */
export type Life = {
  readonly name: string;
  readonly programme: Programme;
  readonly facts: ApplicantFacts;
  readonly steps: readonly Step[];
  readonly outcome: string;
  readonly continueAfterEvents?: number;
};

/** Somebody acts, and is then at a place or sees more. */
export const does = (action: CommandName, role: Role, data: ActInput = {}, sees: Seen | string = {}): Act => ({
  does: action,
  role,
  data,
  sees: typeof sees === 'string' ? { place: sees } : sees,
});

/** The same act, which must be refused. */
export const refuses = (act: Act, refused: Refused): Act => ({ ...act, sees: {}, refused });

/** Time alone brings the application to a place, or to its end as of a moment. */
export const passes = (at: string, why: Text, place: string, endedAt?: string): Passes => ({
  at,
  passes: why,
  sees: { place, ...(endedAt ? { endedAt } : {}) },
});

/** The steps, the first of them at a moment. */
export const on = (at: string, ...[first, ...rest]: readonly [Step, ...Step[]]): readonly Step[] => [
  { ...first, at },
  ...rest,
];

/** The steps before the first of an action, also where that is refused. */
export const before = (steps: readonly Step[], action: CommandName): readonly Step[] =>
  steps.slice(
    0,
    steps.findIndex((step) => 'does' in step && step.does === action),
  );

/** The steps up to and with the last of an action that is not refused. */
export const upTo = (steps: readonly Step[], action: CommandName): readonly Step[] =>
  steps.slice(0, steps.findLastIndex((step) => 'does' in step && step.does === action && !step.refused) + 1);

/** The steps after the last of one action, up to and with the last of another. */
export const between = (steps: readonly Step[], after: CommandName, action: CommandName): readonly Step[] =>
  upTo(steps, action).slice(upTo(steps, after).length);

/** The acts alone, one right after the other, whatever is then seen. */
export const atOnce = (steps: readonly Step[]): readonly Act[] =>
  steps.flatMap((step) => {
    if (!('does' in step)) return [];
    const { at: _at, sees: _sees, ...act } = step;
    return [act];
  });

/** The steps with the moment of each. */
export function timed<S extends Step>(steps: readonly S[]): readonly (S & { readonly at: string })[] {
  let now = '';
  return steps.map((step) => {
    now = step.at ?? now;
    return { ...step, at: now };
  });
}

/** When a life begins. */
export const startOf = (steps: readonly Step[]): string => steps[0]?.at ?? '';
