import { type Action, always } from '../action.ts';
import { labelOf } from '../labels.ts';
import type { FilingStage } from '../programme.ts';

/** A filing has one action: the applicant submits the frozen content, and the next stage begins. */
export function filingActions(stage: FilingStage): Action[] {
  return [
    {
      name: 'submit',
      label: labelOf('submit'),
      roles: ['applicant'],
      clauses: stage.clauses,
      guard: always,
      run: (story, data) => {
        story.tell({ name: 'submitted', data: { contentVersion: data.contentVersion ?? 1, counted: false } });
        story.enter(stage.next);
        return null;
      },
    },
  ];
}
