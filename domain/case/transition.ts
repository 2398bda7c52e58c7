import type { IsoDate } from '../calendar/dates.ts';
import type { Role } from '../programme/facts.ts';
import type { Check, DossierRule } from '../programme/stages.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { Text } from '../text.ts';
import type { Actor } from './actor.ts';
import type { CaseState } from './case.ts';
import type { Command, CommandData, Warning } from './commands.ts';
import { waivedIn } from './deadlines.ts';
import type { CaseEvent, NewEvent, ReasonData } from './events.ts';
import { evolve } from './evolve.ts';
import type { Need } from './needs.ts';

/** The moment of a guard: who asks in which role and when (epoch ms). */
export type Moment = { readonly role: Role; readonly at: number };

/** What whoever acts must confirm by name, the printed values of which one is chosen, and whether a dossier is listed. */
type RequestedInput = {
  readonly checks?: readonly Check[] | undefined;
  readonly choices?: readonly Check[] | undefined;
  readonly dossier?: DossierRule | undefined;
};

/** What an action may do: the guard says whether it stands open now, `run` says what happens with the given data. */
export type Action = {
  readonly name: string;
  readonly label: Text;
  readonly roles: readonly Role[];
  readonly clauses: readonly string[];
  readonly guard: (state: CaseState, moment: Moment) => Refusal | null;
  readonly run: (transition: Transition, data: CommandData) => Refusal | null;
  /** What the action asks for where the case now stands; nothing where it is left out. */
  readonly asks?: (state: CaseState) => RequestedInput;
  /** What must be looked at before it is recorded; nothing where it is left out. */
  readonly needs?: readonly Need[];
};

/** Collects the events of one decision, folding each at once, so that every step sees the case as it then stands. */
export class Transition {
  readonly events: CaseEvent[] = [];
  readonly warnings: Warning[] = [];
  state: CaseState;
  readonly by: Actor;
  readonly at: number;

  constructor(state: CaseState, command: Pick<Command, 'by' | 'receivedAt'>) {
    this.state = state;
    this.by = command.by;
    this.at = command.receivedAt;
  }

  /** Appends an event; times never run backwards within a case. */
  emit(event: NewEvent, by: Actor = this.by): this {
    const at = Math.max(event.at ?? this.at, this.state.lastAt);
    const head = { seq: this.state.seq + 1, name: event.name, at, stage: this.state.stage?.key ?? null, by };
    const full: CaseEvent = { ...head, ...event, at };
    this.events.push(full);
    this.state = evolve(this.state, full);
    return this;
  }

  /** Enters a stage, by default when the command was received; `steps` are those already done there, `setDay` ends a period an officer set. */
  enter(to: string, options: { steps?: readonly string[]; setDay?: IsoDate; at?: number; by?: Actor } = {}): this {
    const at = options.at ?? this.at;
    const waives = waivedIn(this.state, to);
    const data = {
      to,
      ...(options.steps?.length ? { steps: options.steps } : {}),
      ...(options.setDay ? { setDay: options.setDay } : {}),
      ...(waives ? { waives } : {}),
    };
    return this.emit({ name: 'stageEntered', at, data }, options.by ?? this.by);
  }

  /** Ends the road with an outcome; `deadline` names the one that lapsed, `because` holds the reason of whoever ended it. */
  end(outcome: string, options: { at?: number; deadline?: string; by?: Actor; because?: CommandData } = {}): this {
    const at = Math.max(options.at ?? this.at, this.state.lastAt);
    const { stage } = this.state;
    const data = {
      outcome,
      stage: stage?.key ?? '',
      phase: stage?.phase ?? 'open',
      at,
      deadline: options.deadline ?? null,
      ...(options.because ? reasonOf(options.because) : {}),
      ...(options.because?.committee ? { committee: options.because.committee } : {}),
    };
    return this.emit({ name: 'ended', at, data }, options.by ?? this.by);
  }
}

/** The actor of what time does. */
export const system: Actor = { person: 'system', role: 'system' };

/** Refuses unless a reason was given: its text lies encrypted under the id `text`, or a code stands in `reason`. */
export function needReason(
  data: CommandData,
  clauses: readonly string[],
  readings: readonly string[] = [],
): Refusal | null {
  if (data.text || data.reason) return null;
  return refuse('REASON_MISSING', { zh: '须写明理由。', en: 'A reason must be recorded.' }, { clauses, readings });
}

/** What an event keeps of a reason: the id of its encrypted text, or a code. */
export const reasonOf = (data: CommandData): ReasonData => ({ text: data.text ?? null, reason: data.reason ?? null });

/** Always open. */
export const alwaysOpen = (): null => null;
