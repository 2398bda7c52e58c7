import { calendar } from '../../config/calendars.ts';
import { liaoningDiit2024 } from '../../config/programmes/liaoning-diit-2024/index.ts';
import type { CaseState } from '../../domain/case/case.ts';
import type { Command, CommandData } from '../../domain/case/commands.ts';
import { compile } from '../../domain/case/compile.ts';
import { deadlinesOf } from '../../domain/case/deadlines.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { type CommandQueue, emptyQueue, handleCommand, type Reply } from '../../domain/lifecycle/command-queue.ts';
import type { ApplicantFacts, Role } from '../../domain/programme/facts.ts';
import type { Plan, Programme } from '../../domain/programme/programme.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { confirmed } from './confirmed.ts';

/** The instant (epoch ms) of a local time such as '2024-07-10T09:30' in Asia/Shanghai. */
export const instant = (local: string): number => Date.parse(`${local.length > 10 ? local : `${local}T10:00`}+08:00`);

export const engineer: ApplicantFacts = {
  series: 'engineering',
  specialty: 'robotics',
  level: 'deputySenior',
  track: 'standard',
  employerClass: 'provincialStateOwned',
};

export const economist: ApplicantFacts = { ...engineer, series: 'economics', specialty: 'finance' };

/** A command as a recorded history may hold it: any name with any data. */
export const recorded = (command: Omit<Command, 'name' | 'data'> & { name: string; data: CommandData }): Command =>
  command as Command;

export type Step = readonly [at: string, role: Role, name: string, data?: CommandData];

/** One application, driven step by step through `receive` as the workflow drives it. */
export class Life {
  line: CommandQueue = emptyQueue('LN-2024-0001');
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
    return this.line.case;
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
    const answer = handleCommand(this.line, command);
    if ('refusal' in answer) throw new Error(`${command.name} refused: ${JSON.stringify(answer.refusal)}`);
    this.line = answer.queue;
    this.events.push(...answer.reply.events);
    return answer.reply;
  }

  /** Does a step that must be refused, and gives the refusal. */
  refused(at: string, role: Role, name: string, data?: CommandData): Refusal {
    return this.refusalOf(this.command([at, role, name, data]));
  }

  /** The refusal of a command that must be refused. */
  refusalOf(command: Command): Refusal {
    const answer = handleCommand(this.line, command);
    if ('reply' in answer) throw new Error(`${command.name} was accepted`);
    return answer.refusal;
  }

  /** Lets time speak: what fell due by this instant is settled. */
  pass(at: string): Reply {
    return this.do(at, 'system', 'lapse');
  }

  run(steps: readonly Step[]): this {
    for (const [at, role, name, data] of steps) this.do(at, role, name, data);
    return this;
  }
}

/** From the application to the unit until the publicity is posted on 2024-07-10; its last day is 07-17. */
export const untilPosted: readonly Step[] = [
  ['2024-06-28', 'applicant', 'submit', { contentVersion: 1 }],
  ['2024-07-01', 'unitHr', 'agree'],
  ['2024-07-02', 'unitAssessmentGroup', 'select'],
  ['2024-07-10', 'unitHr', 'postPublicity', { posting: 'p1' }],
];

/** … until the first submission for online review, on the day after the publicity. */
export const untilSubmitted: readonly Step[] = [
  ...untilPosted,
  ['2024-07-18', 'applicant', 'submit', { contentVersion: 2 }],
];

/** … until the stamped page waits for review, uploaded on 2024-08-06. */
export const untilUploaded: readonly Step[] = [
  ...untilSubmitted,
  ['2024-07-19', 'committeeOffice', 'pass'],
  ['2024-07-29', 'unitHr', 'seal'],
  ['2024-08-01', 'sealingAuthority', 'seal'],
  ['2024-08-06', 'applicant', 'uploadStampedPage', { file: 'f1' }],
];

/** … until the page is approved on its last day, 2024-08-07. */
export const untilApproved: readonly Step[] = [...untilUploaded, ['2024-08-07', 'committeeOffice', 'approve']];

/** … until the dossier is confirmed and the committee must decide. */
export const untilSession: readonly Step[] = [
  ...untilApproved,
  ['2024-08-13', 'unitHr', 'handOver'],
  ['2024-08-14', 'committeeOffice', 'receivePaper'],
  ['2024-08-20', 'committeeOffice', 'confirmDossier'],
];

/** A list of deficiencies with these items. */
export const list = (...items: string[]): CommandData => ({
  deficiencies: items.map((item) => ({ item, clause: 'LN-6.3.1-a', text: `t-${item}` })),
});

/** The reason of an act, as the id of its encrypted text. */
export const reason: CommandData = { text: 'text-1' };
