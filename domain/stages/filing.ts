import type { Action } from '../action.ts';
import { checkedOf, needChecks, outsideGate } from '../checks.ts';
import { labelOf } from '../labels.ts';
import type { FilingStage } from '../stage.ts';

/** A filing has one action: the applicant submits the frozen content with its pledges, and the next stage begins. */
export function filingActions(stage: FilingStage): Action[] {
  return [
    {
      name: 'submit',
      label: labelOf('submit'),
      roles: ['applicant'],
      clauses: stage.clauses,
      guard: (state, moment) => outsideGate(state, stage.gate, moment.at),
      run: (story, data) => {
        const refusal = needChecks(stage.checks, data);
        if (refusal) return refusal;
        const contentVersion = data.contentVersion ?? 1;
        story.tell({ name: 'submitted', data: { contentVersion, counted: false, ...checkedOf(data) } });
        const changed = stage.ifChanged?.parts.some((part) => data.changed?.includes(part)) ?? false;
        if (stage.ifChanged && changed) story.enter(stage.ifChanged.next);
        else story.enter(stage.next, { steps: stage.keepSteps ?? [] });
        return null;
      },
    },
  ];
}
