import { decideCommand } from '../../../domain/entity/decider.ts';
import type { Role } from '../../../domain/programme/facts.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { sessionDecider } from '../../../domain/session/decide.ts';
import { sessionPlanOf } from '../../../domain/session/plan.ts';
import type { Counted, SessionData, SessionEvent, SessionState } from '../../../domain/session/session.ts';
import type { SessionActionName } from '../../../domain/session/steps.ts';

type Step = {
  readonly by?: Role;
  readonly person?: string;
  readonly data?: SessionData;
  readonly counted?: Counted;
};

/** A session that is decided step by step at noon of given days, without servers. */
export class Meeting {
  state: SessionState = sessionDecider.empty;
  readonly events: SessionEvent[] = [];
  readonly programme: Programme;
  readonly committee: string;
  readonly filedUntil: string | null;
  #n = 0;

  constructor(programme: Programme, committee: string, filedUntil: string | null = null) {
    this.programme = programme;
    this.committee = committee;
    this.filedUntil = filedUntil;
  }

  #decide(
    day: string,
    name: SessionActionName,
    { by = 'committeeOffice', person = 'office-1', data = {}, counted = {} }: Step,
  ) {
    this.#n += 1;
    const plan = sessionPlanOf(this.programme, this.committee);
    if (!plan) throw new Error('this programme has no sessions');
    return decideCommand(sessionDecider, this.state, {
      intent: `intent-${this.#n}`,
      n: this.#n,
      name,
      by: { person, role: by },
      data: name === 'plan' ? { plan, ...data } : data,
      receivedAt: Date.parse(`${day}T12:00:00+08:00`),
      context: { timeline: this.programme.timeline, filedUntil: this.filedUntil, ...counted },
    });
  }

  /** Takes a step that must be accepted. */
  do(day: string, name: SessionActionName, step: Step = {}): this {
    const decided = this.#decide(day, name, step);
    if ('refusal' in decided) throw new Error(`${name}: ${decided.refusal.code} ${decided.refusal.message.en}`);
    this.state = decided.state;
    this.events.push(...decided.reply.events);
    return this;
  }

  /** Takes a step that must be refused. */
  refused(day: string, name: SessionActionName, step: Step = {}): Refusal {
    const decided = this.#decide(day, name, step);
    if (!('refusal' in decided)) throw new Error(`${name} was accepted`);
    return decided.refusal;
  }
}

export const experts = (n: number): string[] => Array.from({ length: n }, (_, place) => `expert-${place + 1}`);

const draw = { n: 1, members: 17, alternates: 34, proof: 'a'.repeat(64) };

/** Each step up to a status, in the order of Liaoning, on given days. */
export function untilOpen(meeting: Meeting, on: string, planned: string): Meeting {
  return meeting
    .do(planned, 'plan', { data: { meetingOn: on } })
    .do(planned, 'publishNotice')
    .do(planned, 'accept')
    .do(planned, 'closeRecheck', { counted: { roster: 300 } })
    .do(planned, 'draw', { counted: { draw } })
    .do(planned, 'settleRecusals', { counted: { undeclared: 0, members: 17 } })
    .do(on, 'openMeeting', {
      data: { present: experts(17), chair: 'expert-1' },
      counted: { roster: 300, members: 17, presides: true, strangers: 0 },
    });
}

/** What the ballot needs, all there. */
export const readyForBallot: Counted = { custodians: 2, missing: { sheets: 0, opinions: 0 }, ready: 300, waiting: 0 };
