import type { CaseState } from '../../case/case.ts';
import { labelOf } from '../../case/commands/action-labels.ts';
import { chosen } from '../../case/commands/checks.ts';
import type { CommandData } from '../../case/commands/commands.ts';
import { type Action, needReason } from '../../case/transition.ts';
import type { Plan } from '../../programme/programme.ts';
import { type Refusal, refuse } from '../../refusal.ts';

/**
 * The office cancels the application on a printed irregularity that it names, in a stage that can show it (LN-6.1-d). Fraud is not such a ground: its
 * integrity case ends the application and records it (LN-5.1-b, LN-5.1-d).
 */
export function cancel({ cancel: rule }: Plan): Action {
  const { role, clauses, outcome, grounds } = rule;
  const here = (state: CaseState) => grounds?.filter(({ stages }) => stages.includes(state.stage?.key ?? ''));
  return {
    name: 'cancel',
    label: labelOf('cancel'),
    roles: [role],
    clauses,
    guard: (state) => (here(state)?.length === 0 ? notByHand(clauses) : null),
    asks: (state) => ({ choices: here(state) }),
    run: (transition, data: CommandData<'cancel'>) => {
      const open = here(transition.state);
      // Plans compiled before grounds existed have none; their histories must still replay.
      const ground = open ? chosen(open, data) : null;
      if (ground && 'code' in ground) return ground;
      const refusal = needReason(data, clauses);
      if (refusal) return refusal;
      transition.end(outcome, { because: ground ? { ...data, reason: ground.key } : data });
      return null;
    },
  };
}

const notByHand = (clauses: readonly string[]): Refusal =>
  refuse(
    'ACTION_NOT_HERE',
    {
      zh: '弄虚作假的，须经诚信核查认定后取消申报资格；本环节没有可以直接取消的情形。',
      en: 'Fraud is decided in an integrity case, which cancels and records; nothing at this stage is cancelled by hand.',
    },
    { clauses },
  );
