import type { CaseState } from '../case/case.ts';
import { labelOf } from '../case/commands/action-labels.ts';
import { checkedOf, chosen, needChecks, outsideGate } from '../case/commands/checks.ts';
import type { CommandData } from '../case/commands/commands.ts';
import type { Action, Transition } from '../case/transition.ts';
import type { HandoverStage, HandoverStep, StepAction } from '../programme/stages/stages.ts';
import { type Refusal, refuse } from '../refusal.ts';

type Choice = NonNullable<HandoverStep['choices']>[number];

/** The next step, or null when all are done. */
export function nextStep(stage: HandoverStage, state: CaseState): HandoverStep | null {
  return stage.steps.find((step) => !state.stage?.steps.includes(step.key)) ?? null;
}

/** The actions of a handover: physical steps, each confirmed in printed order by the role that performs it. */
export function handoverActions(stage: HandoverStage): Action[] {
  const names = [...new Set(stage.steps.map((step) => step.action))];
  return names.map((name) => {
    const steps = stage.steps.filter((step) => step.action === name);
    return {
      name,
      label: labelOf(name),
      roles: [...new Set(steps.map((step) => step.role))],
      clauses: [...new Set(steps.flatMap((step) => step.clauses))],
      guard: (state, moment) => {
        const due = nextStep(stage, state);
        if (due?.action !== name || due.role !== moment.role) return notYet(due, steps);
        return outsideGate(state, due.gate, moment.at);
      },
      asks: (state) => {
        const due = nextStep(stage, state);
        return { checks: due?.checks, choices: due?.choices?.filter((choice) => suits(choice, state)) };
      },
      needs: name === 'uploadStampedPage' ? ['stampedPage'] : [],
      run: (transition, data) => {
        const due = nextStep(stage, transition.state);
        return due ? takeStep(stage, due, { transition, data }) : notYet(due, steps);
      },
    };
  });
}

function takeStep(
  stage: HandoverStage,
  step: HandoverStep,
  { transition, data }: { transition: Transition; data: CommandData<StepAction> },
): Refusal | null {
  const refusal = needChecks(step.checks, data) ?? wrongChoice(step, transition.state, data);
  if (refusal) return refusal;
  const choice = step.choices ? { choice: data.choice } : {};
  transition.emit({
    name: 'stepDone',
    data: { step: step.key, file: data.file ?? null, ...choice, ...checkedOf(step.checks, data) },
  });
  if (nextStep(stage, transition.state)) return null;
  if (stage.next !== undefined) transition.enter(stage.next);
  else if (stage.outcome !== undefined) transition.end(stage.outcome);
  return null;
}

/** Whether a printed value fits a case: some values require objections, some require that there were none. */
const suits = ({ afterObjection }: Choice, { objected }: CaseState): boolean =>
  afterObjection === undefined || afterObjection === (objected === true);

/** Refuses a handover step without one of its printed results, or with one that contradicts the publicity (DL-2.2.2-g). */
function wrongChoice(step: HandoverStep, state: CaseState, data: CommandData<StepAction>): Refusal | null {
  if (!step.choices) return null;
  const choice = chosen(step.choices, data);
  if ('code' in choice) return choice;
  if (suits(choice, state)) return null;
  return refuse(
    'CHOICE_UNFIT',
    {
      zh: `“${choice.name.zh}”与公示期间的异议记录不符。`,
      en: `“${choice.name.en}” does not agree with the objections recorded during the publicity.`,
    },
    { clauses: choice.clauses, details: { objected: state.objected === true } },
  );
}

function notYet(due: HandoverStep | null, asked: readonly HandoverStep[]): Refusal {
  const clauses = [...new Set([...(due?.clauses ?? []), ...asked.flatMap((step) => step.clauses)])];
  return refuse(
    'SEAL_OUT_OF_ORDER',
    {
      zh: due ? `下一步是：${due.name.zh}。` : '各步骤均已完成。',
      en: due ? `The next step is: ${due.name.en}.` : 'Every step is done.',
    },
    { clauses, details: { next: due?.key ?? null } },
  );
}
