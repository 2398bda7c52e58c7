import type { IsoDate } from '../calendar/dates.ts';
import type { Role } from '../programme/facts.ts';
import type { Check, DossierRule } from '../programme/stages/stages.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import type { Text } from '../text.ts';
import type { Actor } from './actor.ts';
import type { CaseState } from './case.ts';
import type { Command, CommandData, CommandName, Warning } from './commands/commands.ts';
import type { CaseEvent, NewEvent, ReasonData } from './events.ts';
import { evolve } from './evolve.ts';
import type { Need } from './needs.ts';
import { waivedIn } from './plan/deadlines.ts';

/** The input of a guard: the role of the caller and the instant (epoch ms). */
export type Moment = { readonly role: Role; readonly at: number };

/** What an action requires from its actor: checks to confirm, printed values to choose from, and the dossier rule when a dossier is to be listed. */
type RequestedInput = {
  readonly checks?: readonly Check[] | undefined;
  readonly choices?: readonly Check[] | undefined;
  readonly dossier?: DossierRule | undefined;
};

/** An action: `guard` says whether it is available now, `run` applies it with the given data. */
export type Action = {
  readonly name: CommandName;
  readonly label: Text;
  readonly roles: readonly Role[];
  readonly clauses: readonly string[];
  readonly guard: (state: CaseState, moment: Moment) => Refusal | null;
  readonly run: (transition: Transition, data: CommandData) => Refusal | null;
  /** The input that the action requires in the current state; none when omitted. */
  readonly asks?: (state: CaseState) => RequestedInput;
  /** The inputs from outside the case that the action needs; none when omitted. */
  readonly needs?: readonly Need[];
};

/** Collects the events of one decision and applies each at once, so that every later step sees the resulting state. */
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

  /** Appends an event and applies it; the times of events never decrease within a case. */
  emit(event: NewEvent, by: Actor = this.by): this {
    const at = Math.max(event.at ?? this.at, this.state.lastAt);
    const head = { seq: this.state.seq + 1, name: event.name, at, stage: this.state.stage?.key ?? null, by };
    const full: CaseEvent = { ...head, ...event, at };
    this.events.push(full);
    this.state = evolve(this.state, full);
    return this;
  }

  /** Enters a stage, by default at the instant of the command; `steps` are those already done in it, `setDay` is the last day that an officer set. */
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

  /** Ends the application with an outcome; `deadline` is the one that lapsed, `because` holds the reason given. */
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

/** The actor of lapses and other events caused by time. */
export const system: Actor = { person: 'system', role: 'system' };

/** Refuses an action without a reason: either `text` is the id of an encrypted text, or `reason` is a code. */
export function needReason(
  data: CommandData,
  clauses: readonly string[],
  readings: readonly string[] = [],
): Refusal | null {
  if (data.text || data.reason) return null;
  return refuse('REASON_MISSING', { zh: '须写明理由。', en: 'A reason must be recorded.' }, { clauses, readings });
}

/** The reason as an event records it: the id of its encrypted text, or a code. */
export const reasonOf = (data: CommandData): ReasonData => ({ text: data.text ?? null, reason: data.reason ?? null });

/** A guard that always allows the action. */
export const alwaysOpen = (): null => null;
