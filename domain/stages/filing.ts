import { labelOf } from '../case/commands/action-labels.ts';
import { checkedOf, contentChanged, needChecks, outsideGate } from '../case/commands/checks.ts';
import type { CommandData } from '../case/commands/commands.ts';
import type { Action } from '../case/transition.ts';
import type { FilingStage } from '../programme/stages/stages.ts';

/** The one action of a filing: the applicant submits the frozen content with its pledges, and the next stage begins. */
export function filingActions(stage: FilingStage): Action[] {
  return [
    {
      name: 'submit',
      label: labelOf('submit'),
      roles: ['applicant'],
      clauses: stage.clauses,
      guard: (state, moment) => outsideGate(state, stage.gate, moment.at),
      asks: () => ({ checks: stage.checks }),
      needs: stage.ifChanged ? ['form', 'changes'] : ['form'],
      run: (transition, data) => {
        const refusal = needChecks(stage.checks, data) ?? contentChanged(data);
        if (refusal) return refusal;
        const contentVersion = data.contentVersion ?? 1;
        transition.emit({
          name: 'submitted',
          data: {
            contentVersion,
            counted: false,
            ...checkedOf(stage.checks, data),
            ...(data.text ? { text: data.text } : {}),
          },
        });
        if (stage.ifChanged && hasChanged(stage.ifChanged.parts, data)) transition.enter(stage.ifChanged.next);
        else transition.enter(stage.next, { steps: stage.keepSteps ?? [] });
        return null;
      },
    },
  ];
}

/** Whether one of these parts changed; true also when the new content was not compared with the old. */
function hasChanged(parts: readonly string[], { changed, changedIn, contentVersion }: CommandData<'submit'>): boolean {
  if (!changed || changedIn !== contentVersion) return true;
  return parts.some((part) => changed.includes(part));
}
