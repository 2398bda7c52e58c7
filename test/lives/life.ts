import { calendar } from '../../config/calendars.ts';
import { liaoningDiit2024 } from '../../config/programmes/liaoning-diit-2024/index.ts';
import type { CaseState } from '../../domain/case/case.ts';
import type { Command, CommandData } from '../../domain/case/commands/commands.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { compile } from '../../domain/case/plan/compile.ts';
import { deadlinesOf } from '../../domain/case/plan/deadlines.ts';
import { type CommandQueue, emptyQueue, handleCommand, type Reply } from '../../domain/lifecycle/command-queue.ts';
import type { ApplicantFacts, Role } from '../../domain/programme/facts.ts';
import type { Plan, Programme } from '../../domain/programme/programme.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { commandDataOf } from '../../ops/lives/command-data.ts';
import { confirmed } from '../../ops/lives/confirmed.ts';
import * as printed from '../../ops/lives/liaoning/steps.ts';
import { type Step as LifeStep, timed } from '../../ops/lives/life.ts';
import { expectRefused, expectSeen } from './seen.ts';

/** The instant (epoch ms) of a local time such as '2024-07-10T09:30' in Asia/Shanghai. */
export const instant = (local: string): number => Date.parse(`${local.length > 10 ? local : `${local}T10:00`}+08:00`);

export const { engineer } = printed;
export const economist: ApplicantFacts = { ...engineer, series: 'economics', specialty: 'finance' };

/** A command as a recorded history may hold it: any name with any data. */
export const recorded = (command: Omit<Command, 'name' | 'data'> & { name: string; data: CommandData }): Command =>
  command as Command;

export type Step = readonly [at: string, role: Role, name: string, data?: CommandData];

/** One application, driven step by step through `handleCommand` as the workflow drives it. */
export class Life {
  queue: CommandQueue = emptyQueue('LN-2024-0001');
  readonly events: CaseEvent[] = [];
  readonly plan: Plan;
  private n = 0;

  /** `diligent`: everybody confirms whatever is asked, unless a step says what is confirmed. */
  private readonly diligent: boolean;

  constructor(facts: ApplicantFacts = engineer, programme: Programme = liaoningDiit2024) {
    this.plan = compile(programme, facts, calendar);
    this.diligent = programme === liaoningDiit2024;
  }

  get case(): CaseState {
    return this.queue.case;
  }

  get stage(): string | null {
    return this.case.ended ? this.case.ended.outcome : (this.case.stage?.key ?? null);
  }

  /** The due days of all deadlines by key. */
  get due(): Record<string, string> {
    return Object.fromEntries(deadlinesOf(this.case).map(({ key, due }) => [key, due]));
  }

  command([at, role, name, data = {}]: Step, extra: Partial<Command> = {}): Command {
    this.n += 1;
    const by = { person: role, role };
    const plan = this.case.plan ? {} : { plan: this.plan };
    const whole = this.diligent ? confirmed(this.plan, name, data) : data;
    const receivedAt = instant(at);
    return recorded({ intent: `i${this.n}`, n: this.n, name, by, data: whole, receivedAt, ...plan, ...extra });
  }

  /** Does a step that must be accepted. */
  do(at: string, role: Role, name: string, data?: CommandData): Reply {
    return this.send(this.command([at, role, name, data]));
  }

  send(command: Command): Reply {
    const answer = handleCommand(this.queue, command);
    if ('refusal' in answer) throw new Error(`${command.name} refused: ${JSON.stringify(answer.refusal)}`);
    this.queue = answer.queue;
    this.events.push(...answer.reply.events);
    return answer.reply;
  }

  /** Does a step that must be refused, and gives the refusal. */
  refused(at: string, role: Role, name: string, data?: CommandData): Refusal {
    return this.refusalOf(this.command([at, role, name, data]));
  }

  /** The refusal of a command that must be refused. */
  refusalOf(command: Command): Refusal {
    const answer = handleCommand(this.queue, command);
    if ('reply' in answer) throw new Error(`${command.name} was accepted`);
    return answer.refusal;
  }

  /** Applies every lapse that is due by this instant. */
  pass(at: string): Reply {
    return this.do(at, 'system', 'lapse');
  }

  /** Takes the steps of a life, and expects what must be seen after each. */
  live(steps: readonly LifeStep[]): this {
    for (const step of timed(steps)) {
      if ('corrects' in step) continue;
      if ('passes' in step) this.pass(step.at);
      else if (step.refused)
        expectRefused(step.does, this.refused(step.at, step.role, step.does, commandDataOf(step)), step.refused);
      const reply =
        'does' in step && !step.refused ? this.do(step.at, step.role, step.does, commandDataOf(step)) : null;
      expectSeen('does' in step ? step.does : 'time', this.case, step.sees, reply?.warnings);
    }
    return this;
  }

  run(steps: readonly Step[]): this {
    for (const [at, role, name, data] of steps) this.do(at, role, name, data);
    return this;
  }
}

/** The steps of a life as tests of decisions take them, who add to them and leave some away. */
export const stepsOf = (steps: readonly LifeStep[]): readonly Step[] =>
  timed(steps).flatMap((step): Step[] => {
    if ('passes' in step) return [[step.at, 'system', 'lapse']];
    return 'does' in step && !step.refused ? [[step.at, step.role, step.does, commandDataOf(step)]] : [];
  });

/** The whole path of Liaoning, until the publicity is posted on 2024-07-10; its last day is 07-17. */
export const untilPosted = stepsOf(printed.untilPosted);
/** … until the first submission for online review, on the day after the publicity. */
export const untilSubmitted = stepsOf(printed.untilFiled);
/** … until the stamped page waits for review, uploaded on 2024-08-06. */
export const untilUploaded = stepsOf(printed.untilUploaded);
/** … until the page is approved on its last day, 2024-08-07. */
export const untilApproved = stepsOf(printed.untilApproved);
/** … until the dossier is confirmed and the committee must decide. */
export const untilSession = stepsOf(printed.untilConfirmed);

/** A list of deficiencies with these items. */
export const list = (...items: string[]): CommandData => ({
  deficiencies: items.map((item) => ({ item, clause: 'LN-6.3.1-a', text: `t-${item}` })),
});

/** The reason of an act, as the id of its encrypted text. */
export const reason: CommandData = { text: 'text-1' };
