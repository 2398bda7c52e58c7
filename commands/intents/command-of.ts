import type { CaseHead, Intent } from '../../db/intent.ts';
import { findPlan, type PlanRef } from '../../db/programmes/plans.ts';
import type { Command, CommandData } from '../../domain/case/commands/commands.ts';
import { compileTimeline } from '../../domain/case/plan/compile.ts';
import type { MovedRoute } from '../../domain/routing/moved-route.ts';
import type { CommandDeps } from '../deps.ts';
import { digestOf } from './same-command.ts';

/** The argument of an intent: the data of the action; with a first submission the plan; with a change of the committee the new plan and route. */
export type Argument = { readonly data: CommandData; readonly plan?: PlanRef; readonly route?: MovedRoute };

/** The argument as it is recorded. */
export const argumentText = (argument: Argument): string => JSON.stringify(argument);

/** Reads the recorded argument of an intent. */
export const argumentOf = (intent: Intent): Argument => JSON.parse(intent.argument) as Argument;

/** The command for the workflow, made of the recorded argument and the row of the intent; always the same for the same intent. */
export async function commandOf(
  { calendar, db }: Pick<CommandDeps, 'calendar' | 'db'>,
  intent: Intent,
  head: CaseHead,
): Promise<Command> {
  const { data, plan } = argumentOf(intent);
  const { timeline, contentVersion, expectedSeq, scope } = intent;
  const command = {
    intent: intent.id,
    n: intent.n,
    name: intent.action,
    by: { person: intent.person, role: intent.role, ...(scope ? { scope } : {}) },
    data: { ...data, reuse: data.reuse ?? null, ...(contentVersion === null ? {} : { contentVersion }) },
    receivedAt: intent.receivedAt,
    digest: digestOf(intent),
    ...(expectedSeq === null ? {} : { expectedSeq }),
    ...(plan ? { plan: await findPlan(db, plan.hash) } : {}),
    ...(timeline ? { timeline: compileTimeline(timeline.body, head, calendar) } : {}),
  };
  // The row says which act it is, and its argument was checked by the fields of that act before it was recorded.
  return command as Command;
}

/** Whether a draft goes to another committee since its plan was compiled: the committee of its unit changed meanwhile. */
export const wentElsewhere = ({ plan }: Argument, { committee }: CaseHead): boolean =>
  committee !== null && plan !== undefined && plan.committee !== committee;
