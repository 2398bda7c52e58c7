import type { Action } from '../action.ts';
import type { CaseState } from '../case.ts';
import { labelOf } from '../labels.ts';
import type { HandoverStage, HandoverStep } from '../programme.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** The step that is due, or null when all are done. */
export function nextStep(stage: HandoverStage, state: CaseState): HandoverStep | null {
  return stage.steps.find((step) => !state.stage?.steps.includes(step.key)) ?? null;
}

/** A handover: physical steps confirmed in their printed order, each by the one who does it. */
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
        return due && due.action === name && due.role === moment.role ? null : notYet(due, steps);
      },
      run: (story, data) => {
        const due = nextStep(stage, story.state);
        if (!due) return notYet(due, steps);
        story.tell({ name: 'stepDone', data: { step: due.key, file: data.file ?? null } });
        if (!nextStep(stage, story.state)) story.enter(stage.next);
        return null;
      },
    };
  });
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
