import { type Action, always, reasonOf } from '../action.ts';
import { labelOf } from '../labels.ts';
import type { SessionStage } from '../programme.ts';
import { refuse } from '../refusal.ts';

/** A session waits for the committee; its result is recorded once. */
export function sessionActions(stage: SessionStage): Action[] {
  return [
    {
      name: 'recordResult',
      label: labelOf('recordResult'),
      roles: [stage.role],
      clauses: stage.clauses,
      guard: always,
      run: (story, data) => {
        if (data.passed === undefined)
          return refuse(
            'INVALID_DATA',
            { zh: '须写明通过或未通过。', en: 'The result must say passed or not passed.' },
            { clauses: stage.clauses },
          );
        story.tell({ name: 'resultRecorded', data: { passed: data.passed, ...reasonOf(data) } });
        if (data.passed) story.enter(stage.next);
        else story.end(stage.notPassedOutcome);
        return null;
      },
    },
  ];
}
